"""Tables in Markdown, from rows of plain values."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any


def table(rows: Sequence[Mapping[str, Any]]) -> Iterator[str]:
    """The lines of a table: one column a key, in the order in which keys first come."""
    columns = list(dict.fromkeys(name for row in rows for name in row))
    yield "| " + " | ".join(columns) + " |"
    yield "| " + " | ".join("---" for _column in columns) + " |"
    for row in rows:
        yield "| " + " | ".join(cell(row.get(name)) for name in columns) + " |"


def cell(value: Any) -> str:
    """A value as people write it, safe inside a table."""
    if value is None:
        return "–"
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, Mapping):
        return ", ".join(f"{name}: {cell(each)}" for name, each in value.items())
    if isinstance(value, list):
        return ", ".join(cell(each) for each in value)
    return str(value).strip().replace("|", "\\|").replace("\n", "<br>")
