"""A table as data: the same for the page, beside a chart and in a report."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Column:
    """A heading. Amounts stand at the end edge."""

    label: str
    amount: bool = False


@dataclass(frozen=True)
class Cell:
    """A text, with the address of its working if it has one."""

    text: str
    href: str = ""


@dataclass(frozen=True)
class Table:
    """A caption, headings, and rows whose first cell is the row's heading. The last row may be a sum.

    Raises ValueError if a row has another number of cells than there are headings.
    """

    caption: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    ends_with_sum: bool = False

    def __post_init__(self) -> None:
        for row in self.rows:
            if len(row) != len(self.columns):
                raise ValueError(f"A row of {len(row)} cells under {len(self.columns)} headings: {row[:1]}")

    @property
    def texts(self) -> tuple[tuple[str, ...], ...]:
        """The rows as plain text."""
        return tuple(tuple(cell.text for cell in row) for row in self.rows)

    def drawn_rows(self) -> Iterator[tuple[bool, Cell, list[tuple[Column, Cell]]]]:
        """For each row: whether it is the sum, its heading, and the other cells with their columns."""
        last = len(self.rows) - 1
        for place, (heading, *others) in enumerate(self.rows):
            pairs = list(zip(self.columns[1:], others, strict=True))
            yield self.ends_with_sum and place == last, heading, pairs


def table(caption: str, head: tuple[str, ...], rows: Sequence[tuple[str, ...]], ends_with_sum: bool = False) -> Table:
    """A table of plain texts; every column but the first is an amount if all its cells hold a digit first."""
    columns = [Column(head[0])]
    for place, label in enumerate(head[1:], start=1):
        cells = [row[place] for row in rows if row[place]]
        columns.append(Column(label, bool(cells) and all(_begins_with_number(cell) for cell in cells)))
    drawn = tuple(tuple(Cell(text) for text in row) for row in rows)
    return Table(caption, tuple(columns), drawn, ends_with_sum)


def _begins_with_number(text: str) -> bool:
    return text.lstrip("+−–-").lstrip()[:1].isdigit()
