"""The seventeen invariants of the value model, over maps that Hypothesis makes up."""

from __future__ import annotations

import copy
from fractions import Fraction
from typing import Any

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.methods.value.maps import a_map, outcome, reckoned, total

from samklang.methods.value.chain import discount_factors, flows, present_value, pv_closed, retained
from samklang.methods.value.evaluate import evaluate, reckon
from samklang.methods.value.guards.counts import worst_case_share
from samklang.methods.value.map.entities import DEDUCTIONS
from samklang.methods.value.outcome_value import centres
from samklang.methods.value.prices import PriceIndex, restate
from samklang.methods.value.rounding import band, outward
from samklang.methods.value.uncertainty.break_even import NoSolution, break_evens
from samklang.methods.value.uncertainty.draws import draw
from samklang.methods.value.uncertainty.information import evpi, evppi

some = settings(max_examples=25, deadline=None)
share = st.decimals(0, 1, places=3)
inner = st.decimals("0.01", "0.9", places=3)
rate = st.decimals(0, "0.2", places=3)
amount = st.integers(1, 10**6)
years = st.decimals("0.5", 8, places=2)
deductions = st.fixed_dictionaries(dict.fromkeys(DEDUCTIONS, share))


def written(shares: dict[str, Any], **changed: Any) -> dict[str, Any]:
    return outcome(**{name: {"share": each, "source": "x"} for name, each in shares.items()}, **changed)


rows = st.builds(
    lambda shares, value, lasting, fading, sign, many: written(
        shares,
        unit_value={**outcome()["unit_value"], "amount": value},
        duration_years=lasting,
        drop_off=fading,
        sign=sign,
        improved=many,
    ),
    deductions,
    amount,
    years,
    inner,
    st.sampled_from([1, -1]),
    st.integers(1, 80),
)


def named(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    payers: list[dict[str, Any]] = [{"state": 1}, {"state": 0.25, "region": 0.75}, {"municipality": 1}]
    return [
        {**row, "id": f"o{place}", "stakeholder": f"s{place % 2}", "payer": payers[place % 3]}
        for place, row in enumerate(rows)
    ]


@some
@given(rows, st.sampled_from(DEDUCTIONS), share)
def test_1_raising_a_deduction_never_raises_a_row_nor_turns_its_sign(row: Any, name: str, more: Any) -> None:
    higher = copy.deepcopy(row)
    higher[name]["share"] = max(more, row[name]["share"])
    before, after = (reckoned(each).outcomes[0].worth for each in (row, higher))
    assert abs(after) <= abs(before)
    assert after * before >= 0


@some
@given(st.lists(rows, min_size=1, max_size=4), rate)
def test_2_the_total_is_the_sum_of_outcomes_stakeholders_payers_and_years(many: Any, discount: Any) -> None:
    found = reckoned(*named(many), discount={"rate": discount, "timing": "end"})
    sums = [
        sum((row.worth for row in found.outcomes), start=Fraction(0)),
        sum(found.stakeholders.values(), start=Fraction(0)),
        sum(found.payers.values(), start=Fraction(0)),
        sum(found.present_by_year, start=Fraction(0)),
    ]
    assert sums == [found.total_value] * 4
    undiscounted = reckoned(*named(many))
    assert sum(undiscounted.by_year, start=Fraction(0)) == undiscounted.total_value


@some
@given(deductions, st.integers(1, 9))
def test_3_without_drop_off_and_discount_n_years_are_n_times_one(shares: Any, n: int) -> None:
    row = reckoned(written(shares, duration_years=n)).outcomes[0]
    assert row.present_value == n * (row.impact_year_1 or 0)


@some
@given(rows, st.integers(2, 50))
def test_4_the_value_is_linear_in_people_and_in_unit_value(row: Any, factor: int) -> None:
    dearer = {**row, "unit_value": {**row["unit_value"], "amount": row["unit_value"]["amount"] * factor}}
    more = {**row, "started": 80 * factor}
    assert [total(dearer), total(more)] == [factor * total(row)] * 2


@some
@given(st.permutations([Fraction(1, 5), Fraction(1, 20), Fraction(0), Fraction(1, 10)]))
def test_5_the_order_of_the_deductions_is_irrelevant(order: list[Fraction]) -> None:
    assert retained(*order) == Fraction(684, 1000)


@some
@given(rows, rate, rate)
def test_6_a_higher_rate_never_raises_the_present_value_of_a_gain(row: Any, one: Any, other: Any) -> None:
    low, high = (total({**row, "sign": 1}, discount={"rate": each, "timing": "end"}) for each in sorted((one, other)))
    assert high <= low


@some
@given(years, inner, rate, st.sampled_from(["end", "start"]), st.integers(0, 1))
def test_7_the_closed_form_is_the_sum_over_the_years(
    lasting: Any, fading: Any, discount: Any, timing: str, delay: int
) -> None:
    n, d, r = Fraction(lasting), Fraction(fading), Fraction(discount)
    yearly = flows(Fraction(1000), n, d, -int(-n // 1), delay)
    summed = present_value(yearly, discount_factors([(1, r)], timing, len(yearly)))
    assert pv_closed(Fraction(1000), n, d, r, timing, delay) == summed
    in_floats = pv_closed(1000.0, float(n), float(d), float(r), timing, delay)
    assert round(in_floats / float(summed), 9) == 1


@some
@given(deductions)
def test_8_subtracting_all_shares_never_leaves_more_than_multiplying(shares: Any) -> None:
    subtracted = 1 - sum(map(Fraction, shares.values()))
    assert subtracted <= retained(*map(Fraction, shares.values()))


@some
@given(rows, st.sampled_from(DEDUCTIONS))
def test_9_a_deduction_of_one_leaves_exactly_nothing(row: Any, name: str) -> None:
    assert total({**row, name: {"share": 1, "source": "x"}}) == 0


@some
@given(rows, rate)
def test_10_discounting_at_the_start_is_one_year_less(row: Any, discount: Any) -> None:
    at_end = total(row, discount={"rate": discount, "timing": "end"})
    at_start = total(row, discount={"rate": discount, "timing": "start"})
    assert at_start == at_end * (1 + Fraction(discount))


@some
@given(rows, st.integers(1, 79))
def test_11_splitting_the_people_or_adding_an_empty_row_changes_nothing(row: Any, first: int) -> None:
    share_improved = Fraction(row["improved"], 80)
    whole = {key: value for key, value in row.items() if key not in ("improved", "answered", "started")}
    parts = [
        {**whole, "id": f"o{many}{place}", "quantity": many * share_improved}
        for place, many in enumerate((first, 80 - first))
    ]
    empty = {**whole, "id": "tom", "quantity": 0}
    assert total(*parts, empty) == total(row)


@some
@given(rows, st.integers(0, 10**6))
def test_12_nothing_uncertain_drawn_is_the_point_value(row: Any, seed: int) -> None:
    drawn = draw(a_map(row), 5, seed)
    assert set(drawn.total_value.tolist()) == {drawn.total_value[0]}
    assert round(float(drawn.total_value[0]) / float(total(row) or 1), 9) == (1 if total(row) else 0)


RANGED = outcome(displacement={"share": {"low": 0, "mode": 0.1, "high": 0.5}, "source": "x"})


@some
@given(st.integers(0, 10**6))
def test_12_a_new_row_leaves_the_draws_of_the_others_as_they_were(seed: int) -> None:
    added = {**RANGED, "id": "annan"}
    alone, with_more = draw(a_map(RANGED), 50, seed), draw(a_map(added, RANGED), 50, seed)
    name = "trygghet.displacement"
    assert alone.parameter(name).tobytes() == with_more.parameter(name).tobytes()
    assert alone.total_value.tobytes() == draw(a_map(RANGED), 50, seed).total_value.tobytes()


@some
@given(st.integers(1, 80), st.integers(0, 80), st.integers(0, 60))
def test_13_the_worst_case_bounds_hold_the_observed_share(answered: int, improved: int, silent: int) -> None:
    improved = min(improved, answered)
    read = a_map(outcome(started=answered + silent, answered=answered, improved=improved)).outcomes[0]
    bounds = worst_case_share(read)
    if silent == 0:
        assert bounds is None
    else:
        assert bounds is not None
        assert bounds[0] <= Fraction(improved, answered) <= bounds[1]


@some
@given(rows, rate)
def test_14_at_its_break_even_a_number_gives_a_ratio_of_one(row: Any, discount: Any) -> None:
    value_map = a_map({**row, "sign": 1}, discount={"rate": discount, "timing": "end"})
    numbers = centres(value_map)
    for found in break_evens(value_map):
        if not isinstance(found.value, NoSolution):
            result = reckon(value_map, {**numbers, found.parameter: found.value})
            assert abs(float(result.ratio or 0) - 1) < 1e-9 or result.total_inputs == 0


@some
@given(st.lists(rows, min_size=1, max_size=3), st.integers(90, 300))
def test_15_another_price_year_scales_everything_by_one_factor(many: Any, level: int) -> None:
    value_map = a_map(*named(many))
    index = PriceIndex("x", "x", {2024: Fraction(100), 2030: Fraction(level)})
    before = reckon(value_map, centres(value_map))
    moved = restate(value_map, 2030, index)
    after = reckon(moved, centres(moved))
    assert (after.total_value or 0) == (before.total_value or 0) * Fraction(level, 100)
    assert after.ratio == before.ratio


@some
@given(st.integers(0, 10**6), st.integers(1, 3000), st.integers(10_000, 25_000))
def test_16_knowing_everything_is_worth_at_least_knowing_one_thing_which_is_worth_at_least_nothing(
    seed: int, n: int, worth: int
) -> None:
    uncertain = {
        **RANGED,
        "unit_value": {**outcome()["unit_value"], "amount": {"low": 0, "mode": worth, "high": 2 * worth}},
    }
    drawn = draw(a_map(uncertain), n, seed)
    everything = evpi(drawn).worth
    assert all(0 <= evppi(drawn, name).worth <= everything + 1e-6 for name in drawn.uncertain)


@some
@given(st.integers(-(10**12), 10**12), st.integers(0, 10**9))
def test_17_what_is_shown_is_never_narrower_than_what_was_found(low: int, width: int) -> None:
    shown = outward(low, low + width)
    assert shown[0] <= low <= low + width <= shown[1]
    held = band(low)
    assert held[0] <= low <= held[1]


def test_evaluating_a_map_is_reckoning_it_at_its_centres() -> None:
    value_map = a_map()
    assert evaluate(value_map) == reckon(value_map, centres(value_map))


@some
@given(years, inner, rate)
def test_arrays_over_draws_give_the_same_as_one_number_at_a_time(lasting: Any, fading: Any, discount: Any) -> None:
    fades = np.array([float(fading), 0.0, 1.0])
    made = pv_closed(np.full(3, 1000.0), float(lasting), fades, float(discount))
    alone = [pv_closed(1000.0, float(lasting), each, float(discount)) for each in fades.tolist()]
    assert [round(value, 6) for value in made.tolist()] == [round(value, 6) for value in alone]


def test_a_drawn_duration_is_summed_year_by_year() -> None:
    row = outcome(duration_years={"low": 1, "mode": 2, "high": 4})
    value_map = a_map(row, discount={"rate": 0.03, "timing": "end"})
    drawn = draw(value_map, 200, 1)
    lasting = drawn.parameter("trygghet.duration_years").tolist()
    alone = [pv_closed(574560.0, years, 0.0, 0.03) for years in lasting]
    off = [abs(made / one - 1) for made, one in zip(drawn.total_value.tolist(), alone, strict=True)]
    assert max(off) < 1e-6
