"""One cell at a time, written so that no text is ever taken for a formula, and nothing is cut off unsaid."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from samklang.methods.kernel.findings import UnreadableInput

LONGEST_TEXT = 32_767  # characters a cell can hold
FORMULA_SIGNS = ("=", "+", "-", "@", "\t", "\r")
FORMATS = {
    "share": "0.0%",
    "amount": "#,##0.##",
    "number": "General",
    "factor": "0.0000",
    "ratio": "[>=10]0;[>=1]0.0;0.00",
}
BOLD = Font(name="Calibri", size=11, bold=True)
WORKED_OUT = PatternFill("solid", fgColor="EEEEEE")


def put_text(sheet: Worksheet, row: int, column: int, text: str, where: str, bold: bool = False) -> None:
    """A text, also one that begins like a formula. where: its place in the map, for errors.

    Raises UnreadableInput for what a cell can't hold.
    """
    if len(text) > LONGEST_TEXT:
        raise UnreadableInput([f"{where}: {len(text)} characters are more than the {LONGEST_TEXT} a cell can hold"])
    if ILLEGAL_CHARACTERS_RE.search(text):
        raise UnreadableInput([f"{where}: holds a control character that no workbook can hold; take it away"])
    if not text:
        return
    cell = sheet.cell(row, column, text)
    cell.data_type = "s"
    cell.alignment = Alignment(wrap_text=True, vertical="top")
    if text.startswith(FORMULA_SIGNS):
        cell.quotePrefix = True
    if bold:
        cell.font = BOLD


def put_number(sheet: Worksheet, row: int, column: int, number: Fraction, kind: str = "number") -> None:
    """A number, whole where it is whole."""
    cell = sheet.cell(row, column, int(number) if number.denominator == 1 else float(number))
    cell.number_format = FORMATS.get(kind, kind)


def put_formula(sheet: Worksheet, row: int, column: int, formula: str, kind: str = "number") -> None:
    """A formula of our own making: nothing that anybody wrote stands in it but as a reference to a cell."""
    cell = sheet.cell(row, column, formula)
    cell.number_format = FORMATS.get(kind, kind)
    cell.fill = WORKED_OUT


def at(row: int, column: int, sheet: str = "") -> str:
    """A reference that stays when it is copied: $C$5, or 'Spann'!$C$5."""
    place = f"${get_column_letter(column)}${row}"
    return f"'{sheet}'!{place}" if sheet else place


def quoted(text: str) -> str:
    """A text inside a formula."""
    return '"' + text.replace('"', '""') + '"'


def widths(sheet: Any, columns: int, width: int) -> None:
    """The same width for so many columns."""
    for column in range(1, columns + 1):
        sheet.column_dimensions[get_column_letter(column)].width = width
