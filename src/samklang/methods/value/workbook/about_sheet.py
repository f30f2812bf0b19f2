"""The sheet about the map: its title, perspective, prices and discount, a row a period of years."""

from __future__ import annotations

from dataclasses import dataclass

from openpyxl.worksheet.worksheet import Worksheet

from samklang.methods.value.map.entities import rate_id
from samklang.methods.value.workbook.cells import at, put_formula, put_text, widths
from samklang.methods.value.workbook.pages import Pages
from samklang.methods.value.workbook.words import RATES, SETTINGS, choice, say


@dataclass(frozen=True)
class Discounting:
    """References to what the discount factors need. first_years, rates: ranges of cells, a row a period."""

    timing: str
    first_years: str
    rates: str


def write_about(pages: Pages) -> Discounting:
    """Every setting a row, then the rates."""
    sheet = pages.sheet("about")
    rows = {key: row for row, key in enumerate(SETTINGS, 1)}
    for key, row in rows.items():
        put_text(sheet, row, 1, say(SETTINGS[key], pages.language), key, bold=True)
        _setting(pages, sheet, row, key)
    first = len(rows) + 3
    for column, key in enumerate(RATES, 1):
        put_text(sheet, first - 1, column, say(RATES[key], pages.language), key, bold=True)
    for place, (years, rate) in enumerate(pages.value_map.discount.rates):
        row = first + place
        sheet.cell(row, 1, years)
        pages.quantity(sheet, (row, 2), rate_id(place), rate, "0.00%")
        put_formula(sheet, row, 3, f"={at(row - 1, 3)}+{at(row - 1, 1)}" if place else "=1")
    last = first + len(pages.value_map.discount.rates) - 1
    widths(sheet, len(RATES), 28)
    name = pages.name("about")
    return Discounting(
        timing=at(rows["timing"], 2, name),
        first_years=f"{at(first, 3, name)}:{at(last, 3)}",
        rates=f"{at(first, 2, name)}:{at(last, 2)}",
    )


def _setting(pages: Pages, sheet: Worksheet, row: int, key: str) -> None:
    value_map = pages.value_map
    if key == "price_year":
        if value_map.price_year:
            sheet.cell(row, 2, value_map.price_year)
    elif key == "timing":
        put_text(sheet, row, 2, choice(key, value_map.discount.timing, pages.language), key)
    elif key == "kind":
        put_text(sheet, row, 2, choice(key, value_map.kind, pages.language), key)
    else:
        put_text(sheet, row, 2, str(getattr(value_map, key)), key)
