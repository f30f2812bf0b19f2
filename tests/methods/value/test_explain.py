"""The working: every factor in order, recomputing exactly to the value."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.methods.value.maps import a_map, outcome

from samklang.methods.value.evaluate import reckon
from samklang.methods.value.explain import explain, redo
from samklang.methods.value.outcome_value import centres
from samklang.methods.value.working_row import working_row

SOURCE = {"basis": "trial", "source": "x", "decision": "BESLUT-1"}
WAYS: list[dict[str, Any]] = [
    outcome(),
    outcome("improved", share_improved=0.7),
    outcome("improved", "answered", change={"mean": 2.5, "unit": "points"}),
    outcome("improved", "answered", "started", quantity=56),
    outcome("improved", "answered", "started", quantity=56, change={"mean": 2.5, "unit": "points"}),
    outcome(counterfactual={"level": 0.3, **SOURCE}),
    outcome("improved", "answered", counterfactual={"difference": -0.2, **SOURCE}),
    outcome("counterfactual", "closeness"),
    outcome(sign=-1),
    outcome(starts="after", duration_years=2.5, drop_off=0.25),
    outcome(duration_years=0),
]


@pytest.mark.parametrize("row", WAYS)
def test_the_steps_recomputed_are_exactly_the_value(row: dict[str, Any]) -> None:
    value_map = a_map(row, discount={"rate": [[1, 0.035], [5, 0.03]], "timing": "end"})
    working, found = explain(value_map)[0], reckon(value_map, centres(value_map)).outcomes[0]
    assert redo(working.steps) == found.impact_year_1
    again = [redo(working.steps) * year.left_share * year.part * year.discount_factor for year in working.years]
    assert sum(again, start=Fraction(0)) == working.present_value == found.present_value


@settings(max_examples=40, deadline=None)
@given(st.decimals(0, 1, places=4), st.decimals("0.25", 6, places=2), st.decimals(0, 1, places=4), st.booleans())
def test_the_working_agrees_whatever_the_numbers(share: Any, years: Any, fading: Any, after: bool) -> None:
    row = outcome(
        displacement={"share": share, "source": "x"},
        duration_years=years,
        drop_off=fading,
        starts="after" if after else "during",
    )
    value_map = a_map(row, discount={"rate": 0.035, "timing": "start"})
    assert explain(value_map)[0].present_value == reckon(value_map, centres(value_map)).total_value


def test_each_step_has_its_source_basis_decision_and_unit() -> None:
    steps = {step.key: step for step in explain(a_map(outcome(counterfactual={"share": 0.2, **SOURCE})))[0].steps}
    counterfactual = steps["counterfactual"]
    assert (counterfactual.source, counterfactual.basis, counterfactual.decision) == ("x", "trial", "BESLUT-1")
    assert (steps["unit_value"].unit, steps["unit_value"].parameter) == ("SEK/person/year", "trygghet.unit_value")


def test_an_outcome_that_is_not_counted_or_not_valued_has_steps_but_no_years() -> None:
    for row in (outcome(counted=False), outcome("unit_value", id="b")):
        working = explain(a_map(outcome(id="annan"), row))[1]
        assert (working.years, working.present_value, len(working.steps) > 0) == ((), None, True)


def test_the_working_as_plain_data_holds_numbers_only() -> None:
    row = working_row(explain(a_map())[0])
    assert (row["steps"][0]["number"], row["years"][0]["discount_factor"], row["present_value"]) == (80, 1, 574560)


def test_a_harm_is_turned_by_its_sign_last() -> None:
    last = explain(a_map(outcome(sign=-1)))[0].steps[-1]
    assert (last.key, last.number, last.running, last.parameter) == ("sign", -1, -574_560, "")
