"""The blocks a report is made of, as JSON's own types so that a report can be frozen and hashed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from samklang.pages.components.charts.base import Figure
from samklang.pages.components.table import Table

Block = dict[str, Any]
Section = dict[str, Any]


def section(title: str, *blocks: Block | None, name: str = "") -> Section | None:
    """A section with its heading; nothing when it has nothing to say. name: what links within the report lead to."""
    found = [block for block in blocks if block is not None]
    return {"title": title, "name": name, "blocks": found} if found else None


def paragraph(text: str, quiet: bool = False) -> Block | None:
    """A paragraph; quiet ones are notes."""
    return {"kind": "paragraph", "text": text, "quiet": quiet} if text.strip() else None


def heading(text: str, name: str = "") -> Block:
    """A heading within a section. name: what links within the report lead to."""
    return {"kind": "heading", "text": text, "name": name}


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


def link(label: str, ref: str = "", section_name: str = "") -> Block:
    """Where a number's working is. ref: what pages open (``wave:12``); section_name: where it is in the report."""
    return {"kind": "link", "label": label, "ref": ref, "section": section_name}


def card(line: int, name: str, title: str, text: str, unknown: str, working: Block) -> Block:
    """What a line has come to, in brief: a finding, what it rests on, and what can't be said of it."""
    return {"line": line, "name": name, "title": title, "text": text, "unknown": unknown, "link": working}


def cards(rows: Sequence[Block]) -> Block | None:
    """The cards side by side."""
    return {"kind": "cards", "rows": list(rows)} if rows else None


def figures(rows: Sequence[tuple[str, str, Block]]) -> Block | None:
    """A few large numbers: value, label, and the link to its working."""
    return {"kind": "figures", "rows": [list(row) for row in rows]} if rows else None


def pair(first: Sequence[Block | None], second: Sequence[Block | None], pictured: bool = False) -> Block:
    """Two columns side by side, one under the other where it is narrow. pictured: the second holds pictures."""
    return {
        "kind": "pair",
        "pictured": pictured,
        "first": [block for block in first if block is not None],
        "second": [block for block in second if block is not None],
    }


def voices(title: str, rows: Sequence[tuple[str, str]]) -> Block | None:
    """What several said under one heading: pairs of words and who."""
    return {"kind": "voices", "title": title, "rows": [list(row) for row in rows]} if rows else None


def unknowns(rows: Sequence[tuple[str, str]]) -> Block | None:
    """What can't be claimed: the claim in bold, and why not."""
    return {"kind": "unknowns", "rows": [list(row) for row in rows]} if rows else None


def figure(drawn: Figure, narrow: bool = False, tabled: bool = True) -> Block:
    """A chart with its table and the same in words. narrow: it needs only a column; tabled: paper shows the table."""
    return {
        "kind": "figure",
        "narrow": narrow,
        "tabled": tabled,
        "title": drawn.title,
        "unit": drawn.unit,
        "svg": drawn.svg,
        "phone": drawn.phone,
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
