"""Prices of one year at those of another, by one index; and the index that ships."""

from __future__ import annotations

from fractions import Fraction

import pytest
from tests.methods.value.maps import INPUTS, a_map, codes, outcome

from samklang.methods.kernel.facts import load
from samklang.methods.kernel.findings import UnreadableInput
from samklang.methods.value.evaluate import evaluate
from samklang.methods.value.guards.check import check
from samklang.methods.value.prices import price_index, restate

KPI = price_index("se-kpi", load("indices", "se-kpi"))
VALUE = outcome()["unit_value"]


def test_the_index_holds_the_year_means_that_statistics_sweden_published() -> None:
    published = {2019: "334.26", 2020: "335.92", 2021: "343.19", 2022: "371.91", 2023: "403.70"}
    assert {year: KPI.values[year] for year in published} == {
        year: Fraction(mean) for year, mean in published.items()
    }


def test_a_factor_is_the_ratio_of_two_years() -> None:
    assert KPI.factor(2019, 2023) == Fraction("403.70") / Fraction("334.26")
    assert KPI.factor(2020, 2020) == 1


@pytest.mark.parametrize(("one", "other"), [(2009, 2020), (2020, 2024)])
def test_a_year_the_index_does_not_hold_is_refused_with_what_it_holds(one: int, other: int) -> None:
    with pytest.raises(UnreadableInput, match="it holds 2010–2023"):
        KPI.factor(one, other)


def test_restating_brings_mixed_price_years_together_and_says_so_in_the_source() -> None:
    mixed = a_map(outcome(unit_value={**VALUE, "price_year": 2019}), price_year=2020)
    assert "VE10" in {finding.code for finding in check(mixed)}
    moved = restate(mixed, 2023, KPI)
    assert "VE10" not in {finding.code for finding in check(moved)}
    value = moved.outcomes[0].numbers["unit_value"]
    assert value.centre == 15_000 * KPI.factor(2019, 2023)
    assert value.source == "Övning 6; from prices of 2019 by se-kpi"
    assert moved.inputs[0].amount.centre == INPUTS[0]["amount"] * KPI.factor(2020, 2023)  # type: ignore[operator]


def test_an_outcome_without_kronor_and_a_value_already_at_the_year_stay_as_they_are() -> None:
    bare = outcome("unit_value", id="b")
    mapped = a_map(outcome(unit_value={**VALUE, "price_year": 2023}), bare, price_year=2023)
    moved = restate(mapped, 2023, KPI)
    assert moved == mapped
    assert evaluate(moved).total_value == evaluate(mapped).total_value


def test_a_unit_value_without_a_year_has_the_maps_own() -> None:
    value = {key: each for key, each in VALUE.items() if key != "price_year"}
    moved = restate(a_map(outcome(unit_value=value), price_year=2022), 2023, KPI)
    assert moved.outcomes[0].numbers["unit_value"].centre == 15_000 * KPI.factor(2022, 2023)
    assert "VE03" in codes(outcome(unit_value=value))
