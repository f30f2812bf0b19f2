"""Break-even, tornado, grid, rank correlations and the worth of knowing."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from typing import Any

import numpy as np
import pytest
from tests.methods.value.maps import INPUTS, a_map, outcome, plain_outcome

from samklang.methods.value.map.entities import Discount, ValueMap
from samklang.methods.value.map.quantity import Quantity
from samklang.methods.value.report_text import grid_text
from samklang.methods.value.sensitivity import sensitivity
from samklang.methods.value.uncertainty.bootstrap import with_number
from samklang.methods.value.uncertainty.break_even import NoSolution, break_even, break_evens
from samklang.methods.value.uncertainty.draws import draw
from samklang.methods.value.uncertainty.grid import grid, grid_of, levels
from samklang.methods.value.uncertainty.information import evpi, evppi, worth_measuring
from samklang.methods.value.uncertainty.tornado import rank_correlations, tornado

VALUE = outcome()["unit_value"]


def at(name: str, value_map: ValueMap | None = None, target: int = 1) -> tuple[float | str, str]:
    found = break_even(value_map or a_map(), name, Fraction(target))
    told = found.value.reason if isinstance(found.value, NoSolution) else round(float(found.value), 4)
    return told, found.worse


@pytest.mark.parametrize(
    ("name", "value", "worse"),
    [
        ("trygghet.counterfactual", 0.4431, "above"),
        ("trygghet.improved", 38.9864, "below"),
        ("trygghet.unit_value", 10442.7736, "below"),
        ("trygghet.duration_years", 0.6962, "below"),
        ("inputs.Föreningen.money", 524560, "above"),
        ("discount.rate", 0.4364, "above"),
    ],
)
def test_the_contracts_map_breaks_even_where_hand_reckoning_says(name: str, value: float, worse: str) -> None:
    assert at(name) == (value, worse)


def test_no_solution_says_why() -> None:
    assert at("trygghet.drop_off") == ("the ratio does not depend on it", "")
    dear = a_map(inputs=[{**INPUTS[0], "amount": 10**9}, INPUTS[1]])
    assert at("trygghet.counterfactual", dear)[0] == "no value between 0 and 1 gives it"
    assert at("trygghet.duration_years", dear)[0] == "no value between 0 and 100 gives it"
    assert at("inputs.Boende.time", dear)[0] == "no value from 0 up gives it"
    nothing = a_map(outcome(unit_value={**VALUE, "amount": 0}))
    assert at("trygghet.displacement", nothing)[0] == "the ratio does not depend on it"


def test_a_level_a_difference_and_a_mean_change_may_have_a_break_even_below_0() -> None:
    source = {"basis": "matched", "source": "x"}
    level = outcome(counterfactual={"level": 0.2, **source})
    assert at("trygghet.counterfactual", a_map(level)) == (0.3101, "above")
    difference = outcome("improved", "answered", counterfactual={"difference": 0.5, **source})
    assert at("trygghet.counterfactual", a_map(difference)) == (0.3899, "below")
    change = outcome("improved", "answered", change={"mean": 1, "unit": "points"}, sign=-1)
    assert at("trygghet.change", a_map(change)) == (-0.4873, "above")
    moved = outcome(
        "improved", "answered", change={"mean": 1, "unit": "points"}, counterfactual={"level": 0.5, **source}
    )
    assert at("trygghet.counterfactual", a_map(moved)) == (0.6101, "above")


def test_a_harm_must_be_deducted_more_before_the_value_reaches_the_resources() -> None:
    harm = outcome(id="buller", sign=-1, started=160, answered=160, improved=40)
    assert at("buller.displacement", a_map(outcome(), harm)) == (0.6172, "below")


def test_of_two_rates_that_give_the_target_the_one_nearest_the_declared_is_told() -> None:
    """A gain at once, a harm after it and a small gain for long: short of the target only between two rates."""
    early = plain_outcome("tidigt", 100, duration_years=1)
    late = plain_outcome("sent", 260, duration_years=1, starts="after", sign=-1)
    later = plain_outcome("senare", 30, duration_years=40)
    inputs = [{"stakeholder": "x", "kind": "time", "amount": 20, "source": "x"}]
    value_map = a_map(early, late, later, inputs=inputs, discount={"rate": 0.9, "timing": "start"})
    told, worse = at("discount.rate", value_map)
    near_0 = at("discount.rate", replace(value_map, discount=Discount(((1, Quantity(Fraction(1, 10))),), "start")))
    assert (round(float(told), 2), worse) == (0.7, "below")
    assert (round(float(near_0[0]), 2), near_0[1]) == (0.39, "above")


def test_what_cannot_move_is_not_asked() -> None:
    names = [row.parameter for row in break_evens(a_map(discount={"rate": [[5, 0.03], [1, 0.02]]}))]
    assert [name for name in names if name.endswith((".started", ".answered")) or "rate" in name] == []
    assert break_evens(a_map(outcome("unit_value"))) == ()
    assert break_evens(a_map(inputs=[{"stakeholder": "x", "kind": "time", "amount": 0, "source": "x"}])) == ()
    with pytest.raises(KeyError):
        break_even(a_map(), "trygghet.nonsens")


def test_the_break_even_of_an_anchor_moves_what_follows_it() -> None:
    following = {"relative_to": "inkomst", "unit": "SEK/person/year", "method": "relative", "source": "Spelet"}
    following |= {"price_year": 2024}
    rows = [
        outcome(id="inkomst", weight=0.2),
        outcome(id="självförtroende", weight=0.4, unit_value=following),
        outcome(id="gemenskap", weight=0.4, unit_value=following),
    ]
    value_map = a_map(*rows)
    found = {row.parameter: row for row in break_evens(value_map) if row.parameter.endswith("unit_value")}
    assert list(found) == ["inkomst.unit_value"]
    assert round(float(found["inkomst.unit_value"].value), 4) == round(10442.7736 / 5, 4)  # type: ignore[arg-type]


RANGED = outcome(
    counterfactual={"share": {"low": 0.1, "mode": 0.3, "high": 0.9}, "basis": "expert", "source": "x"},
    displacement={"share": {"low": 0.05, "mode": 0.1, "high": 0.15}, "source": "x"},
)


def test_the_tornado_is_widest_first_and_each_bar_is_the_net_at_the_ends() -> None:
    bars = tornado(a_map(RANGED))
    assert [bar.parameter for bar in bars] == ["trygghet.counterfactual", "trygghet.displacement"]
    first = bars[0]
    at_p10 = 56 * 15000 * 0.95 * 0.9 * (1 - first.p10) - 400_000
    assert (round(first.net_at_p10, 4), first.width > bars[1].width) == (round(at_p10, 4), True)


def test_rank_correlations_tell_the_direction_and_are_0_for_what_never_moves() -> None:
    drawn = draw(a_map(RANGED), 3000, 1)
    found = rank_correlations(drawn)
    assert (next(iter(found)), found["trygghet.counterfactual"] < -0.9) == ("trygghet.counterfactual", True)
    worthless = draw(a_map({**RANGED, "unit_value": {**VALUE, "amount": 0}}), 100, 1)
    assert set(rank_correlations(worthless).values()) == {0}


def test_the_grid_holds_net_and_ratio_in_every_cell() -> None:
    shares = [Fraction(0), Fraction(1, 5), Fraction(1)]
    found = grid(a_map(), "trygghet.counterfactual", shares, "inputs.Boende.time", [Fraction(50_000)])
    assert found.net == ((318200,), (174560,), (-400000,))
    assert found.ratio[1:] == ((Fraction(14364, 10000),), (None,))
    with pytest.raises(KeyError):
        grid(a_map(), "trygghet.nonsens", shares, "discount.rate", shares)


def test_a_grid_of_names_tries_percentiles_quarters_or_half_to_one_and_a_half() -> None:
    found = grid_of(a_map(RANGED), "trygghet.displacement", "trygghet.closeness")
    assert found.rows == levels(next(one for one in a_map(RANGED).parameters() if one.id == "trygghet.displacement"))
    assert [float(value) for value in found.columns] == [0, 0.25, 0.5, 0.75, 1]
    assert grid_of(a_map(), "trygghet.unit_value", "trygghet.closeness").rows[0] == 7500
    row = grid_of(a_map(), "trygghet.closeness", "trygghet.unit_value").as_row()
    assert (row["rows"]["parameter"], row["net"][0][2], row["ratio"][0][2]) == ("trygghet.closeness", 174560, 1.4364)
    last = grid_text(grid_of(a_map(), "trygghet.closeness", "trygghet.unit_value"), "en").splitlines()[-1]
    assert last == "1\t–\t–\t–\t–\t–"
    with pytest.raises(KeyError):
        grid_of(a_map(), "trygghet.nonsens", "trygghet.closeness")


def test_knowing_is_worth_nothing_where_no_draw_would_change_the_decision() -> None:
    sure = draw(a_map(outcome(displacement=RANGED["displacement"])), 500, 1)
    assert (evpi(sure).worth, evppi(sure, "trygghet.displacement").worth) == (0, 0)


def test_the_worth_of_knowing_is_what_the_normal_case_gives_in_closed_form() -> None:
    """Net value even around 0 and evenly spread on ±w: EVPI = w/4, by E[max(net, 0)] of a uniform."""
    sample = tuple(np.linspace(0, 20_000, 2001).tolist())
    value_map = a_map(outcome(), inputs=[{**INPUTS[1], "amount": 383040}])
    uniform = with_number(value_map, "trygghet.unit_value", Quantity(Fraction(10_000), sample=sample))
    drawn = draw(uniform, 100_000, 1)
    assert abs(evpi(drawn).worth / (383040 / 4) - 1) < 0.02
    assert abs(evppi(drawn, "trygghet.unit_value").worth / evpi(drawn).worth - 1) < 0.02
    assert evpi(drawn).standard_error > 0
    with pytest.raises(KeyError):
        evppi(drawn, "trygghet.improved")


def test_what_is_most_worth_measuring_comes_first() -> None:
    drawn = draw(a_map(RANGED), 4000, 1)
    assert [row.parameter for row in worth_measuring(drawn)] == ["trygghet.counterfactual", "trygghet.displacement"]
    assert evpi(draw(a_map(RANGED), 1, 1)).standard_error == 0


def test_the_only_uncertain_number_is_worth_as_much_as_everything() -> None:
    alone = outcome(displacement={"share": {"low": 0.1, "mode": 0.3, "high": 0.9}, "source": "x"})
    drawn = draw(a_map(alone), 2000, 1)
    everything, one = evpi(drawn).worth, evppi(drawn, "trygghet.displacement").worth
    assert (everything > 0, abs(one / everything - 1) < 1e-6) == (True, True)


def test_no_number_is_worth_more_than_everything_nor_less_than_nothing_however_few_the_draws() -> None:
    for n in (1, 2, 5, 30, 400):
        drawn = draw(a_map(RANGED), n, n)
        everything = evpi(drawn).worth
        assert all(0 <= row.worth <= everything and row.standard_error >= 0 for row in worth_measuring(drawn))


def test_sensitivity_gathers_it_all_as_plain_data() -> None:
    row: dict[str, Any] = sensitivity(a_map(RANGED), draw(a_map(RANGED), 500, 1)).as_row()
    assert {"tornado", "rank_correlations", "worth_knowing_everything", "worth_knowing"} == set(row)
    assert sensitivity(a_map(RANGED)).as_row()["worth_knowing_everything"] is None


def test_a_break_even_at_the_very_end_of_what_a_number_could_be() -> None:
    """820 800 kr is what all eighty improved would come to."""
    value_map = a_map(inputs=[{**INPUTS[1], "amount": 820_800}])
    assert at("trygghet.improved", value_map) == (80, "below")
