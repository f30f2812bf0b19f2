"""Labelled columns as CSV that no spreadsheet takes for formulas."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Sequence

from samklang.methods.measurement.exchange.data_columns import Cell, DataColumn

# A cell that begins so is run as a formula by spreadsheets; a plain number is not.
FORMULA = ("=", "+", "-", "@", "\t", "\r")
NUMBER = re.compile(r"^[+-]?[0-9]+([.,][0-9]+)?$")


def guarded(text: str) -> str:
    """A text as a spreadsheet may open it: an apostrophe before what it would take for a formula."""
    return f"'{text}" if text.startswith(FORMULA) and not NUMBER.match(text) else text


def data_csv(columns: Sequence[DataColumn]) -> str:
    """One row a person, one column a variable, names first; comma, decimal point, UTF-8; empty where nothing is."""
    made = io.StringIO()
    writer = csv.writer(made, lineterminator="\n")
    writer.writerow([guarded(column.name) for column in columns])
    writer.writerows(zip(*([_cell(cell) for cell in column.cells] for column in columns), strict=True))
    return made.getvalue()


def _cell(cell: Cell) -> str | float | int | None:
    return guarded(cell) if isinstance(cell, str) else cell
