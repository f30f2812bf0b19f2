"""What is drawn, what decides and what measuring is worth: by exact integrals, draws and regressions in R."""

from __future__ import annotations

import csv
from fractions import Fraction
from typing import Any

import numpy as np
import pytest
from tests.methods.value.maps import NOTHING, a_map, outcome
from tests.reference.value.printed import HERE, printed

from samklang.methods.kernel.facts import load
from samklang.methods.value.map.entities import ValueMap
from samklang.methods.value.map.quantity import exactly
from samklang.methods.value.prices import price_index
from samklang.methods.value.report import report
from samklang.methods.value.uncertainty.bootstrap import bootstrap_mean
from samklang.methods.value.uncertainty.break_even import break_even
from samklang.methods.value.uncertainty.draws import Draws, draw
from samklang.methods.value.uncertainty.grid import grid
from samklang.methods.value.uncertainty.information import evpi, evppi
from samklang.methods.value.uncertainty.tornado import rank_correlations, tornado
from samklang.methods.value.valuation.preferences import stated
from samklang.methods.value.valuation.relative import normalised
from samklang.methods.value.valuation.wellbeing import income_equivalent, wellby_value

R = printed("uncertain.txt")
AMOUNT = "inputs.Boende.time"
NAMES = {
    "o.share_improved": "share_improved",
    "o.unit_value": "unit_value",
    "o.counterfactual": "counterfactual",
    "o.attribution_to_others": "attribution_to_others",
    "o.drop_off": "drop_off",
    AMOUNT: "amount",
}


def between(low: float, mode: float, high: float) -> dict[str, float]:
    return {"low": low, "mode": mode, "high": high}


def the_map() -> ValueMap:
    """The map that uncertain.R has written out as a formula."""
    row: dict[str, Any] = outcome("answered", "improved", id="o", started=120, share_improved={"k": 56, "n": 80})
    row |= {
        "unit_value": {**row["unit_value"], "amount": between(4000, 6000, 11_000)},
        "counterfactual": {"share": between(0.1, 0.2, 0.35), "basis": "expert", "source": "x"},
        "attribution_to_others": {"share": between(0.05, 0.15, 0.4), "source": "x"},
        "closeness": NOTHING,
        "duration_years": 3,
        "drop_off": {"share": between(0.1, 0.3, 0.6), "source": "x"},
    }
    inputs = [{"stakeholder": "Boende", "kind": "time", "amount": between(500_000, 560_000, 800_000)}]
    return a_map(row, inputs=inputs, discount={"rate": 0.035, "timing": "end"})


@pytest.fixture(scope="module")
def drawn() -> Draws:
    return draw(the_map(), 400_000, 1)


def test_the_mean_of_the_draws_is_the_exact_mean(drawn: Draws) -> None:
    """A mean of so many draws is unsure by R's standard deviation over their root; four of those are allowed."""
    allowed = 4 * R["sd_value"][0] / drawn.n**0.5
    assert abs(drawn.total_value.mean() - R["mean_value"][0]) < allowed
    assert abs(drawn.net.mean() - R["mean_net"][0]) < 1.2 * allowed
    assert drawn.total_value.std() == pytest.approx(R["sd_value"][0], rel=0.01)


def test_percentiles_ratios_and_the_chance_of_reaching_the_resources_are_rs() -> None:
    summary = report(the_map(), draws=400_000, seed=1).uncertainty
    assert summary is not None and summary.ratio is not None
    told = [float(each) for each in (summary.p10, summary.p25, summary.p50, summary.p75, summary.p90)]
    assert told == pytest.approx(R["value_p10_p25_p50_p75_p90"], rel=0.004)
    assert [float(each) for each in summary.ratio] == pytest.approx(R["ratio_p10_p50_p90"], rel=0.004)
    assert float(summary.probability_ratio_at_least_1 or 0) == pytest.approx(R["probability"][0], abs=0.004)


def test_knowing_everything_is_worth_what_r_and_voi_say(drawn: Draws) -> None:
    found = evpi(drawn)
    assert abs(found.worth - R["evpi"][0]) < 4 * found.standard_error
    assert found.worth == pytest.approx(R["voi_evpi"][0], rel=0.05)


@pytest.mark.parametrize("name", NAMES)
def test_knowing_one_number_is_worth_its_exact_integral_within_its_standard_error(drawn: Draws, name: str) -> None:
    found = evppi(drawn, name)
    assert abs(found.worth - R[f"evppi_{NAMES[name]}"][0]) < 3.5 * found.standard_error


@pytest.mark.parametrize("name", NAMES)
def test_ten_thousand_draws_tell_as_much_as_vois_regression_with_a_like_standard_error(name: str) -> None:
    found = evppi(draw(the_map(), 10_000, 3), name)
    theirs, error = R[f"voi_{NAMES[name]}"]
    assert abs(found.worth - theirs) < 3.5 * (found.standard_error**2 + error**2) ** 0.5
    assert 0.5 < found.standard_error / error < 2


def test_rank_correlations_are_those_of_rs_draws(drawn: Draws) -> None:
    found = rank_correlations(drawn)
    assert all(abs(found[name] - R[f"spearman_{key}"][0]) < 0.01 for name, key in NAMES.items())
    assert next(iter(found)) == "o.unit_value"


def test_the_tornado_has_rs_net_values_at_the_ends() -> None:
    bars = {bar.parameter: bar for bar in tornado(the_map())}
    assert set(bars) == set(NAMES)
    for name, key in NAMES.items():
        ends = [bars[name].net_at_p10, bars[name].net_at_p90]
        assert ends == pytest.approx(R[f"tornado_{key}"], rel=1e-6, abs=0.05)


@pytest.mark.parametrize("name", [*NAMES, "discount.rate"])
def test_each_break_even_is_rs_root(name: str) -> None:
    value = break_even(the_map(), name).value
    assert isinstance(value, Fraction)
    assert float(value) == pytest.approx(R[f"break_even_{NAMES.get(name, 'rate')}"][0], rel=1e-7)


def test_a_grid_has_rs_net_values_in_every_cell() -> None:
    shares = [Fraction(0), Fraction(1, 4), Fraction(1, 2)]
    found = grid(the_map(), "o.counterfactual", shares, "o.drop_off", shares)
    for row, key in zip(found.net, ("grid_0", "grid_0.25", "grid_0.5"), strict=True):
        assert [float(cell or 0) for cell in row] == pytest.approx(R[key], abs=0.005)


with (HERE / "schools.csv").open() as file:
    SCHOOLS = [(row["group"], float(row["change"])) for row in csv.DictReader(file)]


def test_a_mean_change_spreads_as_r_draws_people_and_whole_groups() -> None:
    """Gains of 183 schools in 15 districts (survey's apiclus1); survey's own standard error has 15/14 in it."""
    changes = [change for _group, change in SCHOOLS]
    people = bootstrap_mean(changes, 1)
    groups = bootstrap_mean(changes, 1, [group for group, _change in SCHOOLS])
    assert float(people.centre) == pytest.approx(R["mean_change"][0], rel=1e-11)
    assert np.std(people.sample) == pytest.approx(R["se_people_exact"][0], rel=0.03)
    assert np.std(people.sample) == pytest.approx(R["se_people_boot"][0], rel=0.03)
    assert np.std(groups.sample) == pytest.approx(R["se_groups_boot"][0], rel=0.04)
    assert np.std(groups.sample) == pytest.approx(R["se_groups_survey"][0], rel=0.08)


STATED = [
    0,
    0,
    200,
    250,
    300,
    400,
    400,
    500,
    500,
    500,
    600,
    750,
    800,
    1000,
    1000,
    1200,
    1500,
    2000,
    2500,
    5000,
    40_000,
]


def test_stated_amounts_have_rs_median_and_its_interval() -> None:
    found = stated([Fraction(amount) for amount in STATED], protests=0, seed=1)
    assert [float(found.median)] == R["stated_median"]
    assert [float(found.low), float(found.high)] == R["stated_interval"]


def test_an_income_equivalent_is_the_income_that_puts_life_satisfaction_back() -> None:
    asked = [(0.5, 300_000), (-0.3, 300_000), (1.1, 180_000)]
    found = [income_equivalent(effect, 1.25, income) for effect, income in asked]
    assert found == pytest.approx(R["income_equivalent"], abs=0.01)


def test_a_well_being_year_is_worth_what_the_uk_guidance_reckons() -> None:
    """0.2 points at £13 000 a point and year are £2 600 a person and year (HM Treasury's Wellbeing Guidance for
    Appraisal 2021, as retold by Jacobs, one of its authors' employers, jacobs.com, read 2026-11-26)."""
    assert wellby_value(exactly(0.2), Fraction(1), Fraction(1), Fraction(13_000)) == 2600
    assert wellby_value(exactly(0.2), Fraction(1), Fraction(2), Fraction(13_000)) == 5200


def test_points_become_weights_as_r_has_proportions() -> None:
    points = {"a": Fraction(20), "b": Fraction(40), "c": Fraction(40)}
    assert [float(weight) for weight in normalised(points).values()] == R["prop_table"]


def test_prices_follow_the_year_means_of_the_index() -> None:
    index = price_index("se-kpi", load("indices", "se-kpi"))
    found = [float(15_000 * index.factor(year, 2023)) for year in (2019, 2020, 2021, 2022)]
    assert found == pytest.approx(R["restated"], rel=1e-11)
