"""Sheets of text as an .xlsx file in memory, and back."""

from __future__ import annotations

import io
import warnings
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from openpyxl import Workbook, load_workbook

from samklang.methods.kernel.findings import UnreadableInput
from samklang.methods.measurement.exchange.xlsform import Sheets

MOST_BYTES = 50_000_000
MOST_CELLS = 2_000_000


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
    with opened(content, where) as book:
        return {sheet.title: _rows(sheet, where) for sheet in book.worksheets}


@contextmanager
def opened(content: bytes, where: str, formulas: bool = False) -> Iterator[Any]:
    """A workbook to read, sheet by sheet, if it isn't too large: its stored results, or its formulas.

    Raises UnreadableInput, also for what a damaged one does while it is read.
    """
    try:
        _check_size(content, where)
        with warnings.catch_warnings():  # about decoration that openpyxl doesn't keep, and nobody asked for
            warnings.simplefilter("ignore")
            yield load_workbook(io.BytesIO(content), read_only=True, data_only=not formulas)
    except UnreadableInput:
        raise
    except Exception:  # a damaged workbook fails in as many ways as zip, XML and openpyxl have
        raise UnreadableInput([f"{where}: not an .xlsx file; save it as Excel workbook and try again"]) from None


def _rows(sheet: Any, where: str) -> list[list[str]]:
    """The rows up to the last one that holds something. A form drawn down to the sheet's end has a million empty."""
    sheet.reset_dimensions()
    rows: list[list[str]] = []
    cells = 0
    for row in sheet.iter_rows(values_only=True):
        rows.append([_text(cell) for cell in row])
        cells += max(1, len(row))
        if cells > MOST_CELLS:
            told = f"the sheet '{sheet.title}' has more than {MOST_CELLS} cells; delete its empty rows and columns"
            raise UnreadableInput([f"{where}: {told}"])
    while rows and not any(rows[-1]):
        rows.pop()
    return rows


def _check_size(content: bytes, where: str) -> None:
    """Refuse a small file that unpacks to a huge one."""
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        size = sum(part.file_size for part in packed.infolist())
    if size > MOST_BYTES:
        raise UnreadableInput(
            [f"{where}: {size} bytes unpacked, where {MOST_BYTES} are the most; is it a form or a map?"]
        )


def _text(cell: object) -> str:
    if cell is None:
        return ""
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return str(cell)
