"""Sheets of text as an .xlsx file in memory, and back."""

from __future__ import annotations

import io
import zipfile

from openpyxl import Workbook, load_workbook

from samklang.methods.kernel.findings import UnreadableInput
from samklang.methods.measurement.exchange.xlsform import Sheets

MOST_BYTES = 50_000_000


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
        _check_size(content, where)
        book = load_workbook(io.BytesIO(content), read_only=True, data_only=True)
        return {
            sheet.title: [[_text(cell) for cell in row] for row in sheet.iter_rows(values_only=True)]
            for sheet in book.worksheets
        }
    except UnreadableInput:
        raise
    except Exception:  # a damaged workbook fails in as many ways as zip, XML and openpyxl have
        raise UnreadableInput([f"{where}: not an .xlsx file; save it as Excel workbook and try again"]) from None


def _check_size(content: bytes, where: str) -> None:
    """Refuse a small file that unpacks to a huge one."""
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        size = sum(part.file_size for part in packed.infolist())
    if size > MOST_BYTES:
        raise UnreadableInput([f"{where}: {size} bytes unpacked, where {MOST_BYTES} are the most; is it a form?"])


def _text(cell: object) -> str:
    if cell is None:
        return ""
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return str(cell)
