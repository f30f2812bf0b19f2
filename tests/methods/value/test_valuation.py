"""Ways to value: relative, stated, revealed, by well-being, and attribution turned once."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from typing import Any

import pytest
from tests.methods.value.maps import a_map, outcome, reckoned

from samklang.methods.kernel.findings import UnreadableInput
from samklang.methods.value.map.answers import our_share_steps
from samklang.methods.value.valuation.attribution import due_to_others, steps_of
from samklang.methods.value.valuation.preferences import Purchase, revealed, stated
from samklang.methods.value.valuation.relative import anchored, normalised
from samklang.methods.value.valuation.wellbeing import income_equivalent, wellby_value

WEIGHTS = {"inkomst": Fraction(20), "självförtroende": Fraction(40), "gemenskap": Fraction(40)}
VALUE = outcome()["unit_value"]


def test_with_income_anchored_in_money_the_others_follow() -> None:
    weights = normalised(WEIGHTS)
    assert weights == {
        "inkomst": Fraction(1, 5),
        "självförtroende": Fraction(2, 5),
        "gemenskap": Fraction(2, 5),
    }
    worth = anchored(weights, "inkomst", Fraction(15_000))
    assert worth == {"inkomst": 15_000, "självförtroende": 30_000, "gemenskap": 30_000}


FOLLOWING = {
    "relative_to": "inkomst",
    "unit": "SEK/person/year",
    "method": "relative",
    "source": "20/40/40",
    "price_year": 2024,
}


def test_a_map_lets_unit_values_follow_an_anchor_by_their_weights() -> None:
    rows = [outcome(id="inkomst", weight=0.2), outcome(id="gemenskap", weight=0.4, unit_value=FOLLOWING)]
    found = reckoned(*rows)
    assert [row.worth for row in found.outcomes] == [574_560, 1_149_120]


def test_what_follows_is_drawn_with_its_anchor() -> None:
    uncertain = {**VALUE, "amount": {"low": 10_000, "mode": 15_000, "high": 20_000}}
    rows = [
        outcome(id="inkomst", weight=0.2, unit_value=uncertain),
        outcome(id="gemenskap", weight=0.4, unit_value=FOLLOWING),
    ]
    followed = a_map(*rows).outcomes[1].numbers["unit_value"]
    assert (followed.low, followed.high, followed.stream) == (20_000, 40_000, "inkomst.unit_value")


@pytest.mark.parametrize(
    ("anchor", "follower", "told"),
    [
        ({"weight": 0.2}, {"weight": 0.4, "unit_value": {**FOLLOWING, "relative_to": "okänd"}}, "no outcome called"),
        ({"weight": 0.2}, {"unit_value": FOLLOWING}, "each need a weight"),
        ({}, {"weight": 0.4, "unit_value": FOLLOWING}, "each need a weight"),
        ({"weight": 0.2}, {"weight": 0.4, "unit_value": {**FOLLOWING, "amount": 5}}, "stands beside relative_to"),
    ],
)
def test_what_has_nothing_to_follow_is_refused(anchor: Any, follower: Any, told: str) -> None:
    with pytest.raises(UnreadableInput, match=told):
        a_map(outcome(id="inkomst", **anchor), outcome(id="gemenskap", **follower))


def test_nobody_follows_a_follower() -> None:
    chain = {**FOLLOWING, "relative_to": "gemenskap"}
    rows = [
        outcome(id="inkomst", weight=0.2),
        outcome(id="gemenskap", weight=0.4, unit_value=FOLLOWING),
        outcome(id="lugn", weight=0.4, unit_value=chain),
    ]
    with pytest.raises(UnreadableInput, match="amount of its own"):
        a_map(*rows)


def test_weights_of_nothing_and_an_anchor_without_weight_are_refused() -> None:
    refused: list[Callable[[], object]] = [
        lambda: normalised({"a": Fraction(0)}),
        lambda: normalised({"a": Fraction(2), "b": Fraction(-1)}),
        lambda: anchored({"a": Fraction(0)}, "a", Fraction(1)),
        lambda: anchored({"a": Fraction(1)}, "b", Fraction(1)),
    ]
    for attempt in refused:
        with pytest.raises(UnreadableInput):
            attempt()


def test_our_own_question_reads_1_as_0_to_25_per_cent_and_5_as_75_to_100() -> None:
    steps = our_share_steps()
    assert (steps[1], steps[5]) == ((0, Fraction(1, 4)), (Fraction(3, 4), 1))
    assert sorted(steps) == [1, 2, 3, 4, 5]


def test_our_share_is_turned_into_others_share_once() -> None:
    steps = steps_of([{"code": 1, "share_window": [0, 0.25]}, {"code": 5, "share_window": [0.75, 1]}])
    found = due_to_others([1, 5, 5, 5], steps)
    assert (found.low, found.centre, found.high, found.n) == (
        Fraction(3, 16),
        Fraction(5, 16),
        Fraction(7, 16),
        4,
    )
    assert found.quantity("Fråga 12").source == "Fråga 12"


def test_a_map_takes_the_answers_themselves() -> None:
    row = outcome(attribution_to_others={"our_share_answers": {1: 1, 5: 3}, "source": "Läget 2, fråga 12"})
    others = a_map(row).outcomes[0].numbers["attribution_to_others"]
    assert (others.centre, others.low, others.source) == (Fraction(5, 16), Fraction(3, 16), "Läget 2, fråga 12")


@pytest.mark.parametrize(
    ("answers", "told"),
    [
        ({6: 1}, "our_share_answers.6: is no answer; known: 1, 2, 3, 4, 5"),
        ({"5": 1}, "is no answer"),
        ({5: "tre"}, "must be a whole number of people"),
        ({5: -1}, "must be a whole number of people"),
        ({5: 0}, "has no answers"),
        ({}, "has no answers"),
        ([1, 5], "must be a mapping"),
    ],
)
def test_answers_that_mean_nothing_are_refused(answers: Any, told: str) -> None:
    with pytest.raises(UnreadableInput, match=told):
        a_map(outcome(attribution_to_others={"our_share_answers": answers, "source": "x"}))


def test_no_answers_and_unknown_answers_are_refused() -> None:
    for answers in ([], [9]):
        with pytest.raises(UnreadableInput, match="contribution question"):
            due_to_others(answers, our_share_steps())


def test_stated_values_are_told_by_their_median_with_zeros_and_protests_apart() -> None:
    amounts = [Fraction(each) for each in (0, 500, 1000, 1500, 100_000)]
    found = stated(amounts, protests=3, seed=1)
    assert (found.median, found.mean, found.n) == (1000, 20_600, 5)
    assert (found.zero_share, found.protest_share) == (Fraction(1, 5), Fraction(3, 8))
    assert found.low <= found.median <= found.high
    assert found.quantity("Övning 6").centre == 1000


@pytest.mark.parametrize(("amounts", "protests"), [([], 0), ([Fraction(-1)], 0), ([Fraction(1)], -1)])
def test_stated_values_need_amounts_and_protests_of_0_or_more(amounts: list[Fraction], protests: int) -> None:
    with pytest.raises(UnreadableInput):
        stated(amounts, protests, 1)


def test_revealed_values_are_price_times_share_lowest_middle_and_highest() -> None:
    bought = [
        Purchase("gymkort", Fraction(4000), Fraction(1, 2), "prislista"),
        Purchase("kurs", Fraction(3000), Fraction(1), "prislista"),
        Purchase("resa", Fraction(9000), Fraction(1), "kvitto"),
    ]
    found = revealed(bought)
    assert (found.low, found.centre, found.high) == (2000, 3000, 9000)
    assert found.source == "gymkort: prislista; kurs: prislista; resa: kvitto"


@pytest.mark.parametrize(
    "bought",
    [
        [],
        [Purchase("a", Fraction(1), Fraction(2), "x")],
        [Purchase("a", Fraction(-1), Fraction(1), "x")],
        [Purchase("a", Fraction(1), Fraction(1), "")],
    ],
)
def test_revealed_values_need_a_price_a_share_and_a_source(bought: list[Purchase]) -> None:
    with pytest.raises(UnreadableInput):
        revealed(bought)


def test_the_income_that_moves_life_satisfaction_as_much_as_the_change() -> None:
    worth = income_equivalent(effect=0.5, log_income_effect=1.25, income=300_000)
    assert round(worth) == 98_904  # 300 000 × (1 − e^(−0.4))
    assert income_equivalent(0, 1.25, 300_000) < 1e-6
    assert income_equivalent(-0.5, 1.25, 300_000) < 0


@pytest.mark.parametrize(("effect", "income"), [(0, 1), (-1, 1), (1, 0)])
def test_an_income_without_effect_cannot_value_anything(effect: float, income: float) -> None:
    with pytest.raises(UnreadableInput):
        income_equivalent(1, effect, income)


@pytest.mark.parametrize(
    ("effect", "of_income", "told"),
    [
        (float("nan"), 1.0, "finite"),
        (float("inf"), 1.0, "finite"),
        (20.0, 1.0, "more than the whole scale"),
        (-5.0, 0.001, "too small to put a loss in money"),
    ],
)
def test_a_change_that_cannot_be_put_in_income_is_refused(effect: float, of_income: float, told: str) -> None:
    with pytest.raises(UnreadableInput, match=told):
        income_equivalent(effect, of_income, 300_000)


def test_well_being_years_are_points_times_people_times_years_times_worth() -> None:
    assert wellby_value(Fraction(1, 2), Fraction(56), Fraction(2), Fraction(1000)) == 56_000
