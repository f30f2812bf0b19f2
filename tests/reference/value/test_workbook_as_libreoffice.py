"""Every workbook we write is worked out by LibreOffice Calc to our own figures, and read back as the map it was."""

from __future__ import annotations

import math
from fractions import Fraction
from itertools import product
from pathlib import Path

import pytest
from tests.reference.value.maps import EVERY, raw_map
from tests.reference.value.workbook import digest, written

from samklang.methods.value.evaluate import evaluate
from samklang.methods.value.map.reader import read_map
from samklang.methods.value.number_text import Language
from samklang.methods.value.workbook.reader import from_value_workbook
from samklang.methods.value.workbook.words import LANGUAGES
from samklang.methods.value.workbook.writer import to_value_workbook

HERE = Path(__file__).parent
LINES = [line.split() for line in (HERE / "workbook.txt").read_text().splitlines()[1:]]
TOTALS = {name: (said, figures) for name, row, said, *figures in LINES if row == "-"}
ROWS = {(name, int(row)): figures for name, row, *figures in LINES if row != "-"}


def same(ours: Fraction | None, theirs: str) -> bool:
    """To twelve figures, which is less than an öre in everything here; nothing where the sheet shows a dash."""
    if ours is None or theirs == "NA":
        return ours is None and theirs == "NA"
    return math.isclose(float(ours), float(theirs), rel_tol=1e-12, abs_tol=1e-9)


@pytest.mark.parametrize("name", EVERY)
def test_the_totals_libreoffice_works_out_are_ours(name: str) -> None:
    result = evaluate(read_map(raw_map(name)))
    inputs = None if result.total_value is None else result.total_inputs
    ours = (result.total_value, inputs, result.net, result.ratio)
    assert [same(*pair) for pair in zip(ours, TOTALS[name][1], strict=True)] == [True] * 4


@pytest.mark.parametrize("name", EVERY)
def test_the_rows_libreoffice_works_out_are_ours(name: str) -> None:
    result = evaluate(read_map(raw_map(name)))
    for place, row in enumerate(result.outcomes):
        many, kept, impact, present = ROWS[name, place]
        assert (same(row.quantity, many), same(row.retained_share, kept)) == (True, True)
        worth = (row.impact_year_1 if row.present_value is not None else None, row.present_value)
        shown = Fraction(0) if result.total_value is not None else None  # what isn't counted comes to 0 in the sheet
        ours = [shown if figure is None else figure for figure in worth]
        assert [same(*pair) for pair in zip(ours, (impact, present), strict=True)] == [True, True]


@pytest.mark.parametrize("name", EVERY)
def test_the_workbook_is_the_one_libreoffice_worked_out(name: str) -> None:
    assert digest(written(name)) == TOTALS[name][0]  # else run the module `workbook` again


# Each map in one language, and all maps in all of them in the long run: a workbook takes a tenth of a second.
ALL = list(product(EVERY, LANGUAGES))
FIRST = [(name, LANGUAGES[at % len(LANGUAGES)]) for at, name in enumerate(EVERY)]
LATER = [pytest.param(*pair, marks=pytest.mark.long) for pair in ALL if pair not in FIRST]


@pytest.mark.parametrize(("name", "language"), [*FIRST, *LATER])
def test_a_map_comes_back_with_every_key(name: str, language: Language) -> None:
    raw = raw_map(name)
    back = from_value_workbook(to_value_workbook(raw, read_map(raw), language), f"{name}.xlsx")
    assert (back.notes, back.missing) == ((), ())
    assert read_map(back.raw) == read_map(raw)
