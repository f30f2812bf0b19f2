"""Whole maps come out, row by row and to less than an öre, as a plain year-by-year reckoning in R has them."""

from __future__ import annotations

from collections import defaultdict
from fractions import Fraction
from pathlib import Path

import pytest
from tests.reference.value.maps import WRITTEN, raw_map

from samklang.methods.value.evaluate import NO_PAYER, evaluate
from samklang.methods.value.explain import explain
from samklang.methods.value.map.entities import ValueMap
from samklang.methods.value.map.reader import read_map
from samklang.methods.value.partners import by_partner

HERE = Path(__file__).parent
PRINTED: dict[str, dict[str, dict[str, list[float]]]] = defaultdict(lambda: defaultdict(dict))
for line in (HERE / "maps.txt").read_text().splitlines()[1:]:
    case, kind, who, *figures = line.split()
    PRINTED[case][kind][who] = [float(figure) for figure in figures]
ÖRE = 0.005


def the_map(name: str) -> ValueMap:
    return read_map(raw_map(name))


def as_printed(figures: dict[str, Fraction], printed: dict[str, list[float]]) -> bool:
    same = [abs(float(figures[who]) - amounts[0]) < ÖRE for who, amounts in printed.items()]
    return all(same) and len(printed) == len(figures)


@pytest.mark.parametrize("name", WRITTEN["maps"])
def test_a_map_has_rs_quantities_shares_left_present_values_and_ratio(name: str) -> None:
    result, printed = evaluate(the_map(name)), PRINTED[name]
    for row in result.outcomes:
        many, left, present = printed["outcome"][row.id]
        assert (round(float(row.quantity), 9), round(float(row.retained_share), 9)) == (
            round(many, 9),
            round(left, 9),
        )
        assert abs(float(row.worth) - present) < ÖRE
    total, inputs, ratio = printed["total"]["-"]
    assert result.total_value is not None
    assert abs(float(result.total_value) - total) < ÖRE
    assert (float(result.total_inputs), round(float(result.total_value / result.total_inputs), 9)) == (
        inputs,
        round(ratio, 9),
    )


@pytest.mark.parametrize("name", WRITTEN["maps"])
def test_a_map_has_rs_sums_by_stakeholder_payer_and_partner(name: str) -> None:
    value_map = the_map(name)
    result, printed = evaluate(value_map), PRINTED[name]
    payers = {who: amount for who, amount in result.payers.items() if who != NO_PAYER}
    assert as_printed(dict(result.stakeholders), printed["stakeholder"])
    assert as_printed(payers, printed["payer"])
    assert as_printed(by_partner(value_map, result), printed["partner"])


@pytest.mark.parametrize("name", WRITTEN["maps"])
def test_the_working_of_a_map_ends_at_the_same_figures(name: str) -> None:
    for working in explain(the_map(name)):
        assert abs(float(working.present_value or 0) - PRINTED[name]["outcome"][working.outcome][2]) < ÖRE
