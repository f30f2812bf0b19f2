"""What is read off a map rather than reckoned - text, other rates and prices, claims, levels, paths - is R's."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest
from tests.methods.value.maps import a_map, outcome
from tests.reference.value.printed import HERE
from tests.reference.value.test_uncertain_as_r import the_map

from samklang.methods.kernel.facts import load, names
from samklang.methods.value.display import display
from samklang.methods.value.evaluate import evaluate
from samklang.methods.value.exclusion.avoided import people_to_break_even
from samklang.methods.value.exclusion.calculator import Phase, calculator, path_years
from samklang.methods.value.exclusion.unit_costs import PAYERS, at_prices, unit_cost
from samklang.methods.value.map.quantity import Quantity, exactly
from samklang.methods.value.number_text import (
    Language,
    band_text,
    interval_text,
    number_text,
    per_cent_text,
    point_text,
    ratio_text,
)
from samklang.methods.value.other_rates import at_other_rates
from samklang.methods.value.partners import claims
from samklang.methods.value.prices import price_index, restate
from samklang.methods.value.uncertainty.grid import grid_of, levels

LINES = [line.split(" ", 2) for line in (HERE / "told.txt").read_text().splitlines()[1:]]
AS_SHOWN = str.maketrans({"_": "\u00a0", "~": "\u2212", "-": "\u2013"})
TEXTS = {
    line[1]: [each.translate(AS_SHOWN) for each in line[2].rstrip().split(" | ")]
    for line in LINES
    if line[0] == "text"
}
FIGURES = {
    name: [float(figure) for figure in " ".join(figures).split()] for name, *figures in LINES if name != "text"
}
AMOUNTS = [exactly(amount) for amount in FIGURES["amounts"]]
KPI = price_index("se-kpi", load("indices", "se-kpi"))
ON = "2026-11-26"


@pytest.mark.parametrize("language", ["sv", "en", "da"])
def test_amounts_are_written_as_r_formats_them(language: Language) -> None:
    plain = [exactly(number) for number in (574_560, -40_000, 1.4364, 0.5, 12_345.678)]
    assert [number_text(number, language) for number in plain] == TEXTS[f"number_{language}"]
    assert [point_text(amount, language) for amount in AMOUNTS] == TEXTS[f"point_{language}"]
    assert [band_text(amount, language) for amount in AMOUNTS] == TEXTS[f"band_{language}"]
    intervals = [(444_000, 686_000), (-12_345, 98_765), (960_000, 5_230_000)]
    assert [interval_text(*ends, language) for ends in intervals] == TEXTS[f"interval_{language}"]
    ratios = (exactly(1.4364), exactly(12.6), exactly(0.0443), Fraction(1467, 1405))
    assert [ratio_text(each, language) for each in ratios] == TEXTS[f"ratio_{language}"]
    shares = (Fraction(19, 29), exactly(0.005), exactly(0.625), Fraction(1))
    assert [per_cent_text(share, language) for share in shares] == TEXTS[f"per_cent_{language}"]


def test_a_result_shows_the_same_texts() -> None:
    """574 560 is the total of the contract's own map."""
    shown = display(evaluate(a_map(outcome())), (Fraction(444_000), Fraction(686_000)))
    told = (TEXTS["point_sv"][0], TEXTS["band_sv"][0], TEXTS["interval_sv"][0], TEXTS["ratio_sv"][0])
    assert (shown.point, shown.band, shown.interval, shown.ratio) == told


def test_a_map_has_rs_value_and_ratio_at_other_rates() -> None:
    found = at_other_rates(the_map())
    assert [float(each.rate) for each in found] == [0, 0.03, 0.035]
    assert [float(each.total_value) for each in found] == pytest.approx(FIGURES["at_rates"], rel=1e-12)
    assert [float(each.ratio or 0) for each in found] == pytest.approx(FIGURES["ratios_at_rates"], rel=1e-12)


def test_another_years_prices_move_value_and_resources_alike() -> None:
    row = outcome()
    row["unit_value"] = {**row["unit_value"], "amount": 6000, "price_year": 2020}
    inputs = [{"stakeholder": "Boende", "kind": "money", "amount": 560_000}]
    made = restate(a_map(row, inputs=inputs, price_year=2020), 2023, KPI)
    amounts = [float(made.outcomes[0].numbers["unit_value"].centre), float(made.inputs[0].amount.centre)]
    assert amounts == pytest.approx(FIGURES["restated"], rel=1e-12)


def test_a_unit_cost_follows_the_same_index() -> None:
    name = names("unit_values")[0]
    cost = replace(unit_cost(name, load("unit_values", name), ON), price_year=2020, amount=Quantity(Fraction(6000)))
    assert float(at_prices(cost, 2023, KPI).amount.centre) == pytest.approx(FIGURES["restated"][0], rel=1e-12)


def test_what_a_map_claims_of_a_change_is_its_partners_shares_or_all_that_is_not_others() -> None:
    """The maps differ in their rows: partners who share 0.5 and 0.3, or 0.15 due to others."""
    alone = outcome(attribution_to_others={"share": 0.15, "source": "x"})
    shared = outcome(partner_shares={"a": 0.5, "b": 0.3})
    assert [float(claims([a_map(row)])[0].claimed_share) for row in (alone, shared)] == FIGURES["claims"]


def test_a_grid_tries_rs_levels() -> None:
    parameters = {number.id: number for number in the_map().parameters()}
    found = [float(each) for each in levels(parameters["o.unit_value"])]
    assert found == pytest.approx(FIGURES["levels_pert"], rel=1e-9)
    plain = {number.id: number for number in a_map(outcome(id="o")).parameters()}
    assert [float(each) for each in levels(plain["o.displacement"])] == FIGURES["levels_share"]
    inputs = [{"stakeholder": "Boende", "kind": "money", "amount": 560_000}]
    money = next(each for each in a_map(outcome(), inputs=inputs).parameters() if each.id.startswith("inputs."))
    assert [float(each) for each in levels(money)] == FIGURES["levels_amount"]
    made = grid_of(the_map(), "o.unit_value", "o.drop_off")
    assert [float(each) for each in made.rows] == pytest.approx(FIGURES["levels_pert"], rel=1e-9)


def test_the_fewest_people_to_break_even_are_rs() -> None:
    asked = [(100_000, 7000), (84_000, 7000), (1, 250_000)]
    assert [people_to_break_even(Fraction(cost), Fraction(spared)) for cost, spared in asked] == FIGURES["people"]


@pytest.mark.parametrize("name", names("calculators"))
def test_each_year_of_a_path_costs_what_r_adds_up(name: str) -> None:
    chosen = calculator(name, load("calculators", name))
    costs = {cost: unit_cost(cost, load("unit_values", cost), ON) for cost in chosen.unit_costs}
    paths: dict[str, tuple[Phase, ...]] = {
        "without_support": chosen.without_support,
        "with_support": chosen.with_support,
    }
    for path, phases in paths.items():
        for found in path_years(phases, costs, 6):
            made = [found.society, *(found.payers.get(payer, Fraction(0)) for payer in PAYERS)]
            assert [float(each) for each in made] == pytest.approx(FIGURES[f"{name}.{path}.{found.year}"], abs=0.005)
