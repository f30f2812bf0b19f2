"""The workbook under writing: its sheets, its language and where each number with a range has its centre."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from openpyxl import Workbook
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from samklang.methods.value.map.entities import ValueMap
from samklang.methods.value.map.quantity import Quantity
from samklang.methods.value.number_text import Language
from samklang.methods.value.workbook.cells import put_formula, put_number, put_text
from samklang.methods.value.workbook.columns import Column
from samklang.methods.value.workbook.words import SHEETS, say


@dataclass
class Pages:
    """raw: what the map was read from; ranged: the formula for the centre of each number that has a range."""

    book: Workbook
    language: Language
    value_map: ValueMap
    raw: Mapping[str, Any]
    ranged: dict[str, str] = field(default_factory=dict)

    def sheet(self, key: str) -> Worksheet:
        """A new sheet with its name in the language, printed as wide as a page."""
        sheet = self.book.create_sheet(self.name(key))
        sheet.page_setup.orientation = "landscape"
        sheet.page_setup.fitToHeight = 0  # as many pages down as it takes
        sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
        return sheet

    def name(self, key: str) -> str:
        """What a sheet is called."""
        return say(SHEETS[key], self.language)

    def heads(self, sheet: Worksheet, row: int, columns: Iterable[Column]) -> None:
        """The heads of some columns, side by side."""
        for column, head in enumerate(columns, 1):
            put_text(sheet, row, column, head.head(self.language), head.key, bold=True)

    def quantity(
        self, sheet: Worksheet, place: tuple[int, int], number: str, quantity: Quantity, kind: str = "number"
    ) -> None:
        """A number by its identifier; where it has a range, its centre by reference."""
        if number in self.ranged:
            put_formula(sheet, *place, self.ranged[number], kind)
        else:
            put_number(sheet, *place, quantity.centre, kind)
