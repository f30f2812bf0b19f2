"""The first sheet: totals as the sheet works them out, beside those it was written with, and what must be said."""

from __future__ import annotations

from fractions import Fraction

from openpyxl.worksheet.worksheet import Worksheet

from samklang.methods.value.report import Report
from samklang.methods.value.sentences import value_sentence
from samklang.methods.value.workbook.cells import at, put_formula, put_number, put_text
from samklang.methods.value.workbook.pages import Pages
from samklang.methods.value.workbook.words import TOLD, say

TOTALS = ("total_value", "total_inputs", "net", "ratio")
FIRST_ROW = 5


def write_result(sheet: Worksheet, pages: Pages, answer: Report, total: str, inputs: str) -> None:
    """total, inputs: references to the sums; total is empty for a map of weights."""
    put_text(sheet, 1, 1, pages.value_map.title, "title", bold=True)
    put_text(sheet, 2, 1, value_sentence(answer, pages.language), "sentence")
    if total:
        _totals(sheet, pages, answer, total, inputs)
    row = FIRST_ROW + len(TOTALS) + 1
    put_text(sheet, row, 1, say(TOLD["findings"], pages.language), "findings", bold=True)
    for place, found in enumerate(answer.findings, row + 1):
        for column, text in enumerate((found.code, found.where, found.text), 1):
            put_text(sheet, place, column, text, found.where)
    for letter, width in (("A", 44), ("B", 44), ("C", 100)):
        sheet.column_dimensions[letter].width = width


def _totals(sheet: Worksheet, pages: Pages, answer: Report, total: str, inputs: str) -> None:
    put_text(sheet, FIRST_ROW - 1, 2, say(TOLD["now"], pages.language), "now", bold=True)
    put_text(sheet, FIRST_ROW - 1, 3, say(TOLD["exported"], pages.language), "exported", bold=True)
    here = {key: at(FIRST_ROW + place, 2) for place, key in enumerate(TOTALS)}
    value, resources = here["total_value"], here["total_inputs"]
    there_is_one = f"IF(ISNUMBER({value}),AND({value}>0,{resources}>0),FALSE)"
    formulas = {
        "total_value": f"={total}",
        "total_inputs": f"={inputs}",
        "net": f"=IF(ISNUMBER({value}),{value}-{resources},{value})",
        "ratio": f'=IF({there_is_one},{value}/{resources},"–")',
    }
    for row, key in enumerate(TOTALS, FIRST_ROW):
        kind = "ratio" if key == "ratio" else "amount"
        put_text(sheet, row, 1, say(TOLD[key], pages.language), key, bold=True)
        put_formula(sheet, row, 2, formulas[key], kind)
        exported: Fraction | None = getattr(answer.result, key)
        if exported is not None:
            put_number(sheet, row, 3, exported, kind)
