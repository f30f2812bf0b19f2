"""The sheet of resources and their sum."""

from __future__ import annotations

from samklang.methods.value.map.entities import input_id
from samklang.methods.value.workbook.cells import at, put_formula, put_text, widths
from samklang.methods.value.workbook.columns import INPUTS
from samklang.methods.value.workbook.pages import Pages
from samklang.methods.value.workbook.words import TOLD, choice, say


def write_inputs(pages: Pages) -> str:
    """One resource a row; the reference to their sum."""
    sheet = pages.sheet("inputs")
    pages.heads(sheet, 1, INPUTS)
    for row, given in enumerate(pages.value_map.inputs, 2):
        where = f"inputs[{row - 2}]"
        put_text(sheet, row, 1, given.stakeholder, where)
        put_text(sheet, row, 2, choice("inputs.kind", given.kind, pages.language), where)
        pages.quantity(sheet, (row, 3), input_id(given), given.amount, "amount")
        put_text(sheet, row, 4, given.amount.source, where)
        put_text(sheet, row, 5, given.amount.decision, where)
    last = len(pages.value_map.inputs) + 1
    put_text(sheet, last + 2, 1, say(TOLD["total"], pages.language), "total", bold=True)
    put_formula(sheet, last + 2, 3, f"=SUM({at(2, 3)}:{at(last + 1, 3)})", "amount")
    widths(sheet, len(INPUTS), 24)
    return at(last + 2, 3, pages.name("inputs"))
