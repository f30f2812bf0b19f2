"""Cost of exclusion: paths priced per payer, what support spares, break-even, and the user's own costs."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from typing import Any

import pytest

from samklang.methods.kernel.facts import load, names
from samklang.methods.kernel.findings import UnreadableInput
from samklang.methods.statistics.refusals import BadArgument
from samklang.methods.value.exclusion.avoided import avoided, break_evens, people_to_break_even
from samklang.methods.value.exclusion.calculator import Calculator, Cost, Phase, calculator, path_years, units_of_year
from samklang.methods.value.exclusion.own_costs import read_own_costs
from samklang.methods.value.exclusion.report import Question, exclusion_report, exclusion_row
from samklang.methods.value.exclusion.report_text import exclusion_text
from samklang.methods.value.exclusion.sentence import exclusion_sentence
from samklang.methods.value.exclusion.unit_costs import PAYERS, UnitCost, at_prices, unit_cost
from samklang.methods.value.map.quantity import Quantity
from samklang.methods.value.prices import PriceIndex

HALF = Fraction(1, 2)


def cost(id: str, central: int, **changed: Any) -> UnitCost:
    made = UnitCost(
        id=id,
        title=id,
        unit="SEK/person/year",
        kind="service",
        currency="SEK",
        amount=Quantity(Fraction(central), source="bokslut"),
        payers={"municipality": Fraction(1)},
        price_year=2024,
        since="",
        status="own",
    )
    return replace(made, **changed)


COSTS = {
    "stöd": cost("stöd", 100),
    "bidrag": cost("bidrag", 60, kind="transfer"),
    "arbete": cost(
        "arbete",
        400,
        kind="lost_production",
        amount=Quantity(Fraction(400), low=Fraction(300), high=Fraction(600), source="x"),
        payers={"state": HALF, "individual": HALF},
    ),
}
CHOSEN = Calculator(
    id="prov",
    title="Prov",
    group="Unga",
    currency="SEK",
    price_year=2024,
    without_support=(
        Phase("Utanför", 2, 2, Fraction(1), (Cost("arbete", Fraction(1)), Cost("bidrag", Fraction(2)))),
    ),
    with_support=(
        Phase("Stöd", 1, 1, Fraction(1), (Cost("stöd", Fraction(1)),)),
        Phase("Utanför", 2, 2, HALF, (Cost("arbete", Fraction(1)), Cost("bidrag", Fraction(2)))),
    ),
    fictitious=False,
    draft=False,
)


def test_a_path_is_priced_year_by_year_and_payer_by_payer() -> None:
    years = path_years(CHOSEN.without_support, COSTS, 4)
    assert [(year.year, year.society) for year in years] == [(1, 0), (2, 400), (3, 400), (4, 0)]
    assert years[1].payers == {"state": 200, "individual": 200, "municipality": 120}
    assert units_of_year(CHOSEN.with_support, 2) == {"arbete": HALF, "bidrag": 1}
    assert (CHOSEN.last_year, CHOSEN.unit_costs) == (3, ("arbete", "bidrag", "stöd"))


def test_what_is_spared_leaves_transfers_out_for_society_and_counts_them_for_the_payer() -> None:
    found = avoided(CHOSEN, COSTS, (1, 3))
    assert (found[0].society.central, found[1].society.central) == (-100, 300)
    assert {who: spared.central for who, spared in found[1].payers.items()} == {
        "municipality": 20,
        "state": 200,
        "individual": 200,
    }
    assert found[1].transfers.central == 120


def test_society_and_transfers_together_are_what_all_payers_spare() -> None:
    for one in avoided(CHOSEN, COSTS, (1, 2, 3, 9), ((1, Fraction(35, 1000)),), "start"):
        payers = sum((spared.central for spared in one.payers.values()), start=Fraction(0))
        assert one.society.central + one.transfers.central == payers


def test_the_range_has_every_cost_at_its_worst_and_at_its_best() -> None:
    spared = avoided(CHOSEN, COSTS, (3,))[0].society
    assert (spared.low, spared.central, spared.high) == (200, 300, 500)


def test_a_higher_rate_counts_later_years_less() -> None:
    spared = avoided(CHOSEN, COSTS, (3,), ((1, Fraction(1, 10)),))[0].society.central
    assert spared == Fraction(-100) / Fraction(11, 10) + 200 / Fraction(11, 10) ** 2 + 200 / Fraction(11, 10) ** 3


def test_each_payer_breaks_even_in_a_year_of_its_own_or_never() -> None:
    found = {row.who: row.year for row in break_evens(CHOSEN, COSTS, 3)}
    assert found == {"society": 2, "municipality": 3, "state": 1, "individual": 1}
    assert {row.who: row.year for row in break_evens(CHOSEN, COSTS, 1)}["municipality"] is None
    nothing = {**COSTS, "arbete": replace(COSTS["arbete"], amount=Quantity(Fraction(0)))}
    assert {row.who: row.year for row in break_evens(CHOSEN, nothing, 3)}["state"] is None


def test_how_many_must_be_helped_to_make_up_for_a_further_cost() -> None:
    found = {row.who: row.people for row in break_evens(CHOSEN, COSTS, 3, further_cost=Fraction(1000))}
    assert found == {"society": 4, "municipality": 50, "state": 5, "individual": 5}
    assert people_to_break_even(Fraction(10), Fraction(0)) is None


@pytest.mark.parametrize("name", names("calculators"))
def test_each_calculator_that_ships_is_whole_marked_and_flagged_wherever_it_is_used(name: str) -> None:
    chosen = calculator(name, load("calculators", name))
    ours = {cost: unit_cost(cost, load("unit_values", cost), "2026-11-24") for cost in chosen.unit_costs}
    answer = exclusion_report(chosen, ours)
    flagged = {found.where for found in answer.findings if found.code == "VW19"}
    assert flagged == {f"calculators.{name}", *(f"unit_costs.{cost}" for cost in chosen.unit_costs)}
    assert exclusion_sentence(answer).startswith("Påhittat exempel, inte för beslut.")
    assert answer.refused is False


@pytest.mark.parametrize("name", names("unit_values"))
def test_no_kronor_ship_as_anything_but_marked_examples(name: str) -> None:
    fact = load("unit_values", name)
    assert (fact["fictitious"], fact["status"]) == (True, "draft")
    assert "påhittat" in fact["title"]
    for value in fact["values"].values():
        assert set(value["payer"]) <= set(PAYERS)
        assert round(sum(value["payer"].values()), 12) == 1


def test_the_calculators_are_those_the_sources_name() -> None:
    assert names("calculators") == ("exempel-grundskola", "exempel-gymnasium", "exempel-laskunnighet", "exempel-uvas")


@pytest.mark.parametrize("number", [float("inf"), float("nan"), 1e16])
def test_a_path_with_a_number_that_is_none_is_refused_by_phase_and_key(number: float) -> None:
    fact = dict(load("calculators", "exempel-laskunnighet"))
    phase = fact["with_support"][0]
    with pytest.raises(UnreadableInput, match="prov, phase 'Lässtöd', people_share: must be a number"):
        calculator("prov", {**fact, "with_support": [{**phase, "people_share": number}]})


FACT = {
    "title": "Stöd",
    "unit": "SEK/visit",
    "currency": "SEK",
    "cost_kind": "service",
    "fictitious": False,
    "status": "verified",
    "values": {
        "2023-01-01": {"central": 90, "price_year": 2023, "payer": {"region": 1}, "reference": "prislista 2023"},
        "2024-01-01": {"central": 100, "price_year": 2024, "payer": {"region": 1}, "reference": "prislista 2024"},
    },
}


def test_a_new_date_never_edits_an_old_one() -> None:
    assert unit_cost("stöd", FACT, "2023-12-31").amount.centre == 90
    assert unit_cost("stöd", FACT, "2024-06-30").amount.centre == 100
    assert unit_cost("stöd", FACT, "2024-06-30").status == "verified"
    with pytest.raises(UnreadableInput, match="no value yet on 2022-12-31; the first is from 2023-01-01"):
        unit_cost("stöd", FACT, "2022-12-31")


def test_a_cost_is_restated_by_an_index_and_says_so() -> None:
    index = PriceIndex("x", "x", {2023: Fraction(100), 2024: Fraction(110)})
    moved = at_prices(unit_cost("stöd", FACT, "2023-06-30"), 2024, index)
    assert (moved.amount.centre, moved.price_year) == (99, 2024)
    assert moved.amount.source.endswith("from prices of 2023 by x")
    assert at_prices(moved, 2024, index) is moved


def codes(**changed: UnitCost) -> set[tuple[str, str]]:
    found = exclusion_report(CHOSEN, {**COSTS, **changed})
    return {(one.code, one.where) for one in found.findings}


def test_other_prices_currencies_and_splits_that_are_not_whole_stop_it() -> None:
    wrong = cost("stöd", 1, price_year=2020, currency="DKK", payers={"state": HALF})
    assert codes(stöd=wrong) >= {
        ("VE10", "unit_costs.stöd.price_year"),
        ("VE10", "unit_costs.stöd.currency"),
        ("VE12", "unit_costs.stöd.payer"),
    }
    answer = exclusion_report(CHOSEN, {**COSTS, "stöd": wrong})
    assert (answer.refused, exclusion_sentence(answer), exclusion_row(answer)["avoided"]) == (True, "", [])
    assert "Refused" in exclusion_text(answer)


def test_a_draft_a_made_up_path_and_an_unused_cost_are_told() -> None:
    answer = exclusion_report(replace(CHOSEN, draft=True), COSTS, {"hyra": cost("hyra", 1)})
    told = {one.where: one.text for one in answer.findings}
    assert told["calculators.prov"].startswith("the paths are a draft")
    assert told["unit_costs.hyra"].startswith("is of your own but not used here")
    drafted = {
        one.where: one.text
        for one in exclusion_report(CHOSEN, {**COSTS, "stöd": cost("stöd", 1, status="draft")}).findings
    }
    assert drafted["unit_costs.stöd"].startswith("the amount is a draft")


def test_your_own_cost_stands_in_place_of_ours() -> None:
    answer = exclusion_report(
        CHOSEN, {**COSTS, "stöd": cost("stöd", 1, status="fictitious")}, {"stöd": cost("stöd", 100)}
    )
    assert [one.code for one in answer.findings] == ["VW09"]
    assert answer.avoided[0].society.central == Fraction(-100) / Fraction(1035, 1000)


def test_a_cost_that_nobody_gives_is_refused_by_name() -> None:
    with pytest.raises(UnreadableInput, match="no unit cost 'stöd'"):
        exclusion_report(CHOSEN, {name: each for name, each in COSTS.items() if name != "stöd"})


def test_the_row_and_the_text_tell_paths_horizons_break_even_and_sources() -> None:
    asked = Question(horizons=(1, 3), rates=((1, Fraction(0)),), people=10, further_cost=Fraction(1000))
    answer = exclusion_report(CHOSEN, COSTS, question=asked)
    row = exclusion_row(answer)
    assert row["avoided"][1]["society"] == {"low": 200, "per_person": 300, "high": 500, "all": 3000}
    assert row["paths"]["without_support"][1] == {
        "year": 2,
        "society": 400,
        "payers": {"state": 200, "individual": 200, "municipality": 120},
    }
    assert row["break_even"][0] == {"who": "society", "year": 2, "people": 4}
    assert row["unit_costs"][0]["source"] == "x"
    text = exclusion_text(answer, "en")
    assert "society, transfers left out: 300 (200 … 500)" in text
    assert "municipality breaks even from year 3 on; people who make up for the further cost: 50" in text
    assert "municipality breaks even not within the horizon" in exclusion_text(
        exclusion_report(CHOSEN, COSTS, question=Question(horizons=(1,)))
    )


@pytest.mark.parametrize("people", [0, -3, 0.5, float("nan")])
def test_nobody_and_half_a_person_are_not_helped(people: Any) -> None:
    with pytest.raises(BadArgument) as refused:
        Question(people=people)
    assert str(refused.value) == f"people: {people} people helped: give a whole number of 1 or more"


@pytest.mark.parametrize("rate", [Fraction(1), Fraction(35, 10), Fraction(-1, 100)])
def test_a_rate_that_is_no_share_below_1_is_refused(rate: Fraction) -> None:
    with pytest.raises(BadArgument, match=r"rates: .* such as 0.035 for 3.5 %"):
        Question(rates=((1, rate),))


def test_a_dear_rate_is_asked_about() -> None:
    answer = exclusion_report(CHOSEN, COSTS, question=Question((3,), ((1, Fraction(35, 100)),)))
    assert [(one.code, one.where) for one in answer.findings] == [("VW09", "calculators.prov"), ("VW21", "rate")]


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("sv", "Om stödet gör så mycket som antas sparar samhället 200–500 kr per person på 3 år."),
        ("en", "If support does as much as is assumed, society saves 200–500 SEK per person over 3 years."),
        ("da", "Hvis støtten gør så meget som antaget, sparer samfundet 200–500 svenske kroner pr. person på 3 år."),
    ],
)
def test_the_sentence_tells_a_range_in_three_languages(language: Any, told: str) -> None:
    answer = exclusion_report(CHOSEN, COSTS, question=Question((3,), ((1, Fraction(0)),)))
    assert exclusion_sentence(answer, language) == told


@pytest.mark.parametrize(
    ("language", "costs", "either"),
    [
        (
            "sv",
            "Även om stödet gör så mycket som antas kostar det samhället 100 kr mer per person på 1 år än det "
            "sparar.",
            "Om stödet gör så mycket som antas hamnar samhället på 2 år mellan en kostnad på 100 och en besparing på "
            "200 kr per person.",
        ),
        (
            "en",
            "Even if support does as much as is assumed, it costs society 100 SEK more per person over 1 year than "
            "it saves.",
            "If support does as much as is assumed, society ends over 2 years between a cost of 100 and a saving of "
            "200 SEK per person.",
        ),
        (
            "da",
            "Selv om støtten gør så meget som antaget, koster den samfundet 100 svenske kroner mere pr. person på "
            "1 år, end den sparer.",
            "Hvis støtten gør så meget som antaget, ender samfundet på 2 år mellem en udgift på 100 og en besparelse "
            "på 200 svenske kroner pr. person.",
        ),
    ],
)
def test_what_costs_more_than_it_saves_is_no_saving_below_0(language: Any, costs: str, either: str) -> None:
    unsure = {**COSTS, "arbete": cost("arbete", 400, amount=Quantity(Fraction(400), Fraction(0), Fraction(600)))}
    nothing_off = ((1, Fraction(0)),)
    assert (
        exclusion_sentence(exclusion_report(CHOSEN, unsure, question=Question((1,), nothing_off)), language) == costs
    )
    assert (
        exclusion_sentence(exclusion_report(CHOSEN, unsure, question=Question((2,), nothing_off)), language) == either
    )


YAML = """\
schema: unit-costs/1
unit_costs:
  - id: stöd
    amount: {low: 90, mode: 100, high: 120}
    price_year: 2024
    payer: {municipality: 0.25, state: 0.75}
    source: Bokslut 2024
  - {id: bidrag, title: Bidrag, kind: transfer, amount: 60, price_year: 2024, payer: {municipality: 1}, source: x}
"""
TABLE = """\
id;title;kind;amount;low;high;price_year;municipality;state;source
stöd;;;100;90;120;2024;0.25;0.75;Bokslut 2024
bidrag;Bidrag;transfer;60;;;2024;1;;x
"""


def test_yaml_and_a_table_give_the_same_costs() -> None:
    from_yaml, from_table = read_own_costs(YAML, "egna.yaml"), read_own_costs(TABLE, "egna.csv")
    assert from_yaml == from_table
    assert (from_yaml["stöd"].amount.low, from_yaml["stöd"].payers["state"]) == (90, Fraction(3, 4))
    assert from_yaml["bidrag"].kind == "transfer"


def test_your_own_cost_keeps_the_kind_unit_and_title_of_the_one_it_stands_in_place_of() -> None:
    """A benefit paid out stays a transfer, so that society doesn't come to gain by it."""
    ours = {"bidrag": cost("bidrag", 60, kind="transfer", title="Bidrag", unit="SEK/month", currency="DKK")}
    bare = (
        "schema: unit-costs/1\nunit_costs: [{id: bidrag, amount: 70, price_year: 2024, payer: {state: 1}, source: x}]"
    )
    found = read_own_costs(bare, "egna.yaml", ours)["bidrag"]
    assert (found.kind, found.unit, found.title, found.currency) == ("transfer", "SEK/month", "Bidrag", "DKK")
    told = read_own_costs(bare.replace("amount", "kind: service, unit: SEK/month, amount"), "egna.yaml", ours)
    assert told["bidrag"].kind == "service"
    with pytest.raises(UnreadableInput, match="unit: is SEK/year where the paths count SEK/month"):
        read_own_costs(bare.replace("amount", "unit: SEK/year, amount"), "egna.yaml", ours)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (YAML.replace("Bokslut 2024", '""'), r"unit_costs\[0\].source: is empty; say where the amount was read"),
        (YAML.replace("    source: Bokslut 2024\n", ""), r"egna.yaml, unit_costs\[0\].source: is missing"),
        (YAML.replace("0.75", "75 %"), "write 0.20 for 20 %"),
        (YAML.replace("0.75", "0.5"), "add up to 1"),
        (YAML.replace("municipality: 0.25", "stat: 0.25"), "unknown payer stat"),
        (YAML.replace("    payer: {municipality: 0.25, state: 0.75}\n", ""), "payer: is missing"),
        (YAML.replace("id: bidrag", "id: stöd"), "'stöd' stands twice"),
        (YAML.replace("amount: 60", "amount: -60"), "below 0"),
        (YAML.replace("mode: 100", "mode: 10"), "not in rising order"),
        (YAML.replace("kind: transfer", "kind: gåva"), "must be one of service, transfer, lost_production"),
        (YAML.replace("price_year: 2024,", "colour: blå, price_year: 2024,"), "colour: unknown key"),
        (YAML.replace("unit-costs/1", "unit-costs/2"), "schema: must be one of unit-costs/1"),
        ("- 1", "the top: must be a mapping"),
    ],
)
def test_own_costs_that_cannot_be_read_are_refused_with_their_key(text: str, told: str) -> None:
    with pytest.raises(UnreadableInput, match=told):
        read_own_costs(text, "egna.yaml")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (TABLE.replace("title", "färg"), "egna.csv, line 1: unknown column 'färg'"),
        (TABLE.replace("title", "id"), "line 1: column 'id' stands twice"),
        (TABLE.replace(";x\n", "\n"), "line 3: 9 cells under 10 columns"),
        (TABLE.replace(";60;", ";sextio;"), "egna.csv, line 3.amount: must be a number"),
        (TABLE.replace("0.75", "75%"), "line 2.payer.state: must be a name with a number between 0 and 1"),
        (TABLE.replace(";100;", ";;"), "egna.csv, line 2.amount: is missing"),
        (TABLE.replace(";1;;x", ";;;x"), "egna.csv, line 3.payer: is missing"),
        ("", "the file is empty"),
    ],
)
def test_a_table_that_cannot_be_read_is_refused_with_line_and_column(text: str, told: str) -> None:
    with pytest.raises(UnreadableInput, match=told):
        read_own_costs(text, "egna.csv")
