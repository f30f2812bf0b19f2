"""The blocks a report is made of, as JSON's own types so that a report can be frozen and hashed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from samklang.pages.components.charts.base import Figure
from samklang.pages.components.table import Table

Block = dict[str, Any]
Section = dict[str, Any]


def section(title: str, *blocks: Block | None) -> Section | None:
    """A section with its heading; nothing when it has nothing to say."""
    found = [block for block in blocks if block is not None]
    return {"title": title, "blocks": found} if found else None


def paragraph(text: str, quiet: bool = False) -> Block | None:
    """A paragraph; quiet ones are notes."""
    return {"kind": "paragraph", "text": text, "quiet": quiet} if text.strip() else None


def heading(text: str) -> Block:
    """A heading within a section."""
    return {"kind": "heading", "text": text}


def bullets(items: Iterable[str]) -> Block | None:
    """A list."""
    rows = [item for item in items if item]
    return {"kind": "bullets", "items": rows} if rows else None


def facts(rows: Sequence[tuple[str, str]]) -> Block | None:
    """Pairs of a word and what it is here."""
    return {"kind": "facts", "rows": [list(row) for row in rows]} if rows else None


def quote(words: str, who: str) -> Block:
    """Somebody's own words: an organisation's or a group's."""
    return {"kind": "quote", "words": words, "who": who}


def figure(drawn: Figure, narrow: bool = False) -> Block:
    """A chart with its table and the same in words. narrow: it needs only part of the page's width."""
    return {
        "kind": "figure",
        "narrow": narrow,
        "title": drawn.title,
        "svg": drawn.svg,
        "alt": drawn.alt,
        "below": drawn.below,
        "table": _table(drawn.table),
    }


def drawing(svg: str, alt: str) -> Block:
    """A drawing without a table: the map."""
    return {"kind": "drawing", "svg": svg, "alt": alt}


def table_block(table: Table) -> Block:
    """A table."""
    return {"kind": "table", **_table(table)}


def picture(picture_id: int, media_type: str, alt: str, caption: str) -> Block:
    """A picture somebody put in, by its id."""
    return {"kind": "picture", "id": picture_id, "media_type": media_type, "alt": alt, "caption": caption}


def _table(table: Table) -> dict[str, Any]:
    return {
        "caption": table.caption,
        "head": [column.label for column in table.columns],
        "rows": [list(row) for row in table.texts],
    }
