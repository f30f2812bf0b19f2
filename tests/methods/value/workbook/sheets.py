"""Workbooks for tests: ours with cells changed, and one in the layout that evaluators of SROI know."""

from __future__ import annotations

import io
from collections.abc import Callable
from typing import Any

from openpyxl import Workbook, load_workbook
from tests.methods.value.maps import raw_map

from samklang.methods.value.map.reader import read_map
from samklang.methods.value.workbook.reader import ReadMap, from_value_workbook
from samklang.methods.value.workbook.writer import to_value_workbook

HEADS = [
    ["Stakeholders", "Inputs", None, "Outputs", "The Outcomes (what changes)", None, None, "Quantity", "Duration"],
    [None, None, None, None, "Description", "Indicator", "Source", None, None],
]
HEADS[0] += ["Outcomes start", "Financial Proxy", "Value in currency", "Source"]
HEADS[0] += ["Deadweight %", "Source", "Displacement %", "Attribution %", "Drop off %", "Impact", "Year 1", "Total"]
ROW = ["Young people", "Time", 12000, "40 sessions", "More self-confidence", "Scale", "Survey", 30, 3, 1]
ROW += ["Cost of a course", 4000, "Price list", 0.2, "Trial", 0, 0.25, 0.3, 72000, 72000, 100]
COLUMNS = {"who": 0, "input": 1, "worth": 2, "outcome": 4, "many": 7, "years": 8, "starts": 9}
COLUMNS |= {"proxy": 10, "value": 11, "source": 12, "deadweight": 13, "displacement": 15, "attribution": 16}
COLUMNS |= {"drop_off": 17, "impact": 18}


def row(**changed: Any) -> list[Any]:
    """One outcome in the known layout, with cells changed by name."""
    made = list(ROW)
    for name, value in changed.items():
        made[COLUMNS[name]] = value
    return made


def saved(book: Any) -> bytes:
    """A workbook's bytes."""
    made = io.BytesIO()
    book.save(made)
    return made.getvalue()


def known_layout(*rows: list[Any], above: list[list[Any]] | None = None, heads: list[list[Any]] = HEADS) -> Any:
    """A workbook in the layout of the SROI Network, in our own words."""
    book = Workbook()
    sheet = book.active
    sheet.title = "SROI"
    for each in [*(above or []), *heads, *(rows or [row()])]:
        sheet.append(each)
    return book


def read(book: Any) -> ReadMap:
    """What is read of a workbook."""
    return from_value_workbook(saved(book), "map.xlsx")


def ours(raw: dict[str, Any] | None = None, change: Callable[[Any], None] = lambda book: None) -> Any:
    """Our own workbook in English of the contract's map, opened again and changed."""
    whole = raw or raw_map()
    book = load_workbook(io.BytesIO(to_value_workbook(whole, read_map(whole), "en")))
    change(book)
    return book


def cell_under(book: Any, head: str, sheet: str = "Value map", heads_in: int = 3, below: int = 1) -> Any:
    """The cell under a head."""
    row = book[sheet][heads_in]
    return book[sheet].cell(heads_in + below, next(cell.column for cell in row if cell.value == head))
