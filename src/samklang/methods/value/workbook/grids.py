"""A workbook's sheets as cells that know their place, with what they show and whether a formula worked it out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Any

from openpyxl.utils import get_column_letter

from samklang.methods.kernel.findings import UnreadableInput
from samklang.methods.measurement.exchange.workbook import opened

MOST_CELLS = 500_000  # of what holds something: some three thousand outcomes
MOST_ROWS = 20_000
_THOUSANDS = re.compile(r"[-\u2212]?\d{1,3}(?:[ \u00a0\u202f]\d{3})+(?:[.,]\d{1,6})?")
_PLAIN = re.compile(r"[-\u2212]?\d{1,15}(?:\.\d{1,15})?")
_COMMA = re.compile(r"[-\u2212]?\d{1,15},(?:\d{1,2}|\d{4,15})")  # 1,500 may be either, and is left to a person
_CURRENCY = re.compile(
    r"^(?:[£€$]|kr\.?|sek|dkk|eur|gbp|usd)\s*|\s*(?:[£€$]|kr\.?|kronor|kroner|sek|dkk|eur|gbp|usd)$", re.I
)


@dataclass(frozen=True)
class Cell:
    """value: what it shows, a stored result where a formula worked it out; percent: written as per cents."""

    sheet: str
    row: int
    column: int
    value: object = None
    percent: bool = False
    formula: bool = False

    @property
    def empty(self) -> bool:
        """Whether nothing was ever put there."""
        return not self.formula and (self.value is None or (isinstance(self.value, str) and not self.value.strip()))

    @property
    def place(self) -> str:
        """Where it is, for people."""
        return f"sheet '{self.sheet}', row {self.row}, column {get_column_letter(self.column)}"

    @property
    def text(self) -> str:
        """What it shows as text, whole numbers without decimals."""
        value = self.value
        if isinstance(value, float) and value.is_integer():
            value = int(value)
        return "" if value is None else str(value).strip()

    @property
    def number(self) -> int | float | None:
        """Its number; also one that was typed as text, unless it can be read in two ways. 20 % is 0.2."""
        value = self.value
        if isinstance(value, str):
            return _typed(value.strip())
        if isinstance(value, bool) or not isinstance(value, int | float):
            return None
        number = float(f"{value:.15g}") if self.formula else value
        return int(number) if float(number).is_integer() else number


@dataclass(frozen=True)
class Grid:
    """One sheet. rows: its cells, from A1 on."""

    name: str
    rows: tuple[tuple[Cell, ...], ...]

    def cell(self, row: int, column: int) -> Cell:
        """The cell of a row and column counted from 1, empty beyond the last."""
        try:
            return self.rows[row - 1][column - 1]
        except IndexError:
            return Cell(self.name, row, column)


def read_grids(content: bytes, where: str) -> tuple[Grid, ...]:
    """Every sheet. where: the file's name. Raises UnreadableInput."""
    with opened(content, where) as shown, opened(content, where, formulas=True) as written:
        pairs = zip(shown.worksheets, written.worksheets, strict=True)
        return tuple(Grid(sheet.title, tuple(_rows(sheet, twin, where))) for sheet, twin in pairs)


def _rows(sheet: Any, twin: Any, where: str) -> Iterator[tuple[Cell, ...]]:
    sheet.reset_dimensions()
    twin.reset_dimensions()
    cells, waiting = 0, 0
    for place, (shown, written) in enumerate(zip(sheet.iter_rows(), twin.iter_rows(), strict=True), 1):
        row = tuple(_cells(sheet.title, place, shown, written))
        cells += len(row)
        if cells > MOST_CELLS:
            told = f"the sheet '{sheet.title}' has more than {MOST_CELLS} cells; delete its empty rows and columns"
            raise UnreadableInput([f"{where}: {told}"])
        if row and place > MOST_ROWS:
            told = f"row {place} is further down than the {MOST_ROWS} rows that are read; delete it, or move it up"
            raise UnreadableInput([f"{where}: the sheet '{sheet.title}': {told}"])
        if not row:
            waiting += 1  # empty rows count only if something comes after them
            continue
        yield from chain(((),) * waiting, (row,))
        waiting = 0


def _cells(name: str, row: int, shown: Sequence[Any], written: Sequence[Any]) -> list[Cell]:
    made = [
        Cell(name, row, column, one.value, "%" in (one.number_format or ""), other.data_type == "f")
        for column, (one, other) in enumerate(zip(shown, written, strict=True), 1)
    ]
    while made and made[-1].empty:
        made.pop()
    return made


def _typed(text: str) -> int | float | None:
    percent = text.endswith("%")
    bare = _CURRENCY.sub("", text.removesuffix("%").strip()).strip()
    if not any(pattern.fullmatch(bare) for pattern in (_PLAIN, _THOUSANDS, _COMMA)):
        return None
    plain = re.sub(r"[ \u00a0\u202f]", "", bare).replace(",", ".").replace("\u2212", "-")
    number = float(f"{float(plain) / 100:.15g}") if percent else float(plain)
    return int(number) if number.is_integer() else number
