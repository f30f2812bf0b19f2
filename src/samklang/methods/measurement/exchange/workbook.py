"""Sheets of text as an .xlsx file in memory, and back."""

from __future__ import annotations

import io
import zipfile

from openpyxl import Workbook, load_workbook
from openpyxl.utils.exceptions import InvalidFileException

from samklang.methods.kernel.findings import UnreadableInput
from samklang.methods.measurement.exchange.xlsform import Sheets


def to_workbook(sheets: Sheets) -> bytes:
    """The file's bytes. Every cell is text, so that no code becomes a date and no text a formula."""
    book = Workbook()
    book.remove(book.active)
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for place, row in enumerate(rows, 1):
            for column, text in enumerate(row, 1):
                if text:
                    cell = sheet.cell(place, column, text)
                    cell.data_type = "s"
    made = io.BytesIO()
    book.save(made)
    return made.getvalue()


def from_workbook(content: bytes, where: str) -> Sheets:
    """The sheets' cells as text, whole numbers without decimals. where: the file's name. Raises UnreadableInput."""
    try:
        book = load_workbook(io.BytesIO(content), read_only=True, data_only=True)
    except (InvalidFileException, zipfile.BadZipFile, KeyError, ValueError, OSError):
        raise UnreadableInput([f"{where}: not an .xlsx file; save it as Excel workbook and try again"]) from None
    return {
        sheet.title: [[_text(cell) for cell in row] for row in sheet.iter_rows(values_only=True)]
        for sheet in book.worksheets
    }


def _text(cell: object) -> str:
    if cell is None:
        return ""
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return str(cell)
