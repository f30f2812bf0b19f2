"""Writes a value map as a workbook in which every step is a formula, so that an evaluator sees and redoes it."""

from __future__ import annotations

import io
import math
from collections.abc import Mapping
from typing import Any

from openpyxl import Workbook

from samklang.methods.kernel.findings import errors
from samklang.methods.value.evaluate import Refused
from samklang.methods.value.map.entities import ValueMap
from samklang.methods.value.number_text import Language
from samklang.methods.value.report import report
from samklang.methods.value.workbook.about_sheet import write_about
from samklang.methods.value.workbook.inputs_sheet import write_inputs
from samklang.methods.value.workbook.map_sheet import write_map
from samklang.methods.value.workbook.pages import Pages
from samklang.methods.value.workbook.ranges_sheet import write_ranges
from samklang.methods.value.workbook.result_sheet import write_result

FEWEST_YEARS = 5


def to_value_workbook(raw: Mapping[str, Any], value_map: ValueMap, language: Language = "sv") -> bytes:
    """The file's bytes. raw: what the map was read from. Raises Refused where an error finding stops the map,
    UnreadableInput for what no cell can hold, and UnknownLanguage."""
    made = io.BytesIO()
    _book(raw, value_map, language).save(made)
    return made.getvalue()


def to_value_sheets(
    raw: Mapping[str, Any], value_map: ValueMap, language: Language = "sv"
) -> dict[str, list[list[str | int | float | None]]]:
    """The same sheets as plain rows, with formulas as text. Raises what `to_value_workbook` does."""
    book = _book(raw, value_map, language)
    return {sheet.title: [list(row) for row in sheet.iter_rows(values_only=True)] for sheet in book}


def _book(raw: Mapping[str, Any], value_map: ValueMap, language: Language) -> Workbook:
    answer = report(value_map, language=language)
    if answer.refused:
        raise Refused(errors(answer.findings))
    book = Workbook()
    book.remove(book.active)
    pages = Pages(book, language, value_map, raw)
    result, outcomes = pages.sheet("result"), pages.sheet("map")
    write_ranges(pages)
    inputs = write_inputs(pages)
    total = write_map(outcomes, pages, _years(value_map), write_about(pages))
    write_result(result, pages, answer, total, inputs)
    book.calculation.fullCalcOnLoad = True
    return book


def _years(value_map: ValueMap) -> int:
    """Columns for as many years as the longest benefit, five at the least."""
    ends = [math.ceil(row.numbers["duration_years"].centre) + row.empty_years for row in value_map.outcomes]
    return max(FEWEST_YEARS, *ends)
