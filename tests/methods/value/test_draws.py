"""Draws: one stream a number, blocks that change nothing, distributions as they were written."""

from __future__ import annotations

from fractions import Fraction

import numpy as np
import pytest
from tests.methods.value.maps import a_map, outcome

from samklang.methods.value.map.quantity import Quantity, as_range, scaled
from samklang.methods.value.report import report
from samklang.methods.value.uncertainty import draws as module
from samklang.methods.value.uncertainty.bootstrap import with_number
from samklang.methods.value.uncertainty.draws import draw
from samklang.methods.value.uncertainty.slices import SLICES, Stream, slice_values

RANGED = {"share": {"low": 0, "mode": 0.1, "high": 0.4}, "source": "x"}
SHAPES = [
    Quantity(Fraction(3), low=Fraction(1), high=Fraction(5)),
    Quantity(Fraction(1), low=Fraction(1), high=Fraction(5)),
    Quantity(Fraction(5), low=Fraction(1), high=Fraction(5)),
    Quantity(Fraction(7, 10), k=Fraction(56), n=Fraction(80)),
    Quantity(Fraction(0), k=Fraction(0), n=Fraction(8)),
    Quantity(Fraction(1, 2), k=Fraction(50_000), n=Fraction(100_000)),
]


@pytest.mark.parametrize("quantity", SHAPES, ids=lambda each: str(each.ends))
def test_the_slices_are_the_quantiles_at_their_middles(quantity: Quantity) -> None:
    exact = quantity.quantile((np.arange(SLICES) + 0.5) / SLICES)
    made, spread = slice_values(quantity), exact[-1] - exact[0]
    assert np.abs(made - exact)[100:-100].max() / spread < 1e-6
    assert np.abs(made - exact).max() / spread < 2e-3
    assert abs(made.mean() - exact.mean()) / spread < 1e-6


def test_the_slices_of_a_bootstrap_are_its_means_equally_often() -> None:
    quantity = Quantity(Fraction(2), sample=(3.0, 1.0, 2.0, 2.0))
    values, times = np.unique(slice_values(quantity), return_counts=True)
    assert (values.tolist(), times.tolist()) == ([1, 2, 3], [SLICES / 4, SLICES / 2, SLICES / 4])
    assert quantity.quantile([0.1, 0.5, 0.9]).tolist() == [1, 2, 3]


def test_pert_has_the_mean_that_pert_has_always_had() -> None:
    drawn = draw(a_map(outcome(displacement=RANGED)), 200_000, 3)
    assert abs(float(drawn.parameter("trygghet.displacement").mean()) - (0 + 4 * 0.1 + 0.4) / 6) < 1e-3


def test_a_stream_goes_on_where_the_last_block_ended() -> None:
    whole, parts = Stream("a", 1).picks(1000), Stream("a", 1)
    assert np.concatenate([parts.picks(400), parts.picks(600)]).tolist() == whole.tolist()
    assert (whole.min() >= 0, whole.max() < SLICES) == (True, True)
    assert Stream("b", 1).picks(1000).tolist() != whole.tolist()
    assert Stream("a", 2).picks(1000).tolist() != whole.tolist()


def test_the_size_of_a_block_changes_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    value_map = a_map(outcome(displacement=RANGED), discount={"rate": {"low": 0, "mode": 0.03, "high": 0.1}})
    whole = draw(value_map, 1001, 5)
    monkeypatch.setattr(module, "BLOCK", 100)
    assert draw(value_map, 1001, 5).total_value.tobytes() == whole.total_value.tobytes()


def test_a_number_made_again_is_the_one_that_was_drawn() -> None:
    drawn = draw(a_map(outcome(displacement=RANGED)), 500, 9)
    again = 56 * 15000 * 0.8 * 0.95 * (1 - drawn.parameter("trygghet.displacement"))
    assert np.abs(again / drawn.total_value - 1).max() < 1e-6


def test_numbers_of_one_stream_are_drawn_together() -> None:
    one, other = ({"share": {**RANGED["share"], "stream": "fråga 12"}, "source": "x"} for _ in range(2))  # type: ignore[dict-item]
    drawn = draw(a_map(outcome(displacement=one, closeness=other)), 100, 1)
    assert drawn.parameter("trygghet.displacement").tolist() == drawn.parameter("trygghet.closeness").tolist()


def test_a_rate_and_a_resource_may_be_uncertain_too() -> None:
    inputs = [{"stakeholder": "x", "kind": "time", "amount": {"low": 1e5, "mode": 2e5, "high": 3e5}, "source": "x"}]
    steps = {"rate": [[1, {"low": 0, "mode": 0.02, "high": 0.05}], [9, 0.03]], "timing": "end"}
    drawn = draw(a_map(outcome(duration_years=3, drop_off=0.1), inputs=inputs, discount=steps), 200, 1)
    assert set(drawn.uncertain) == {"inputs.x.time", "discount.rate"}
    assert (np.ptp(drawn.total_value) > 0, np.ptp(drawn.total_inputs) > 0) == (True, True)
    assert drawn.net.tolist() == (drawn.total_value - drawn.total_inputs).tolist()


def test_very_large_amounts_are_reckoned_in_long_floats() -> None:
    value = {**outcome()["unit_value"], "amount": {"low": 1e14, "mode": 2e14, "high": 3e14}}
    drawn = draw(a_map(outcome(started=10**14, improved=10**14, answered=10**14, unit_value=value)), 10, 1)
    assert np.isfinite(drawn.total_value).all()
    means = Quantity(Fraction(10**14), sample=(1e14, 3e14))
    assert np.isfinite(draw(with_number(a_map(), "trygghet.unit_value", means), 10, 1).total_value).all()


def test_at_least_one_draw_is_needed() -> None:
    with pytest.raises(ValueError, match="at least one"):
        draw(a_map(), 0, 1)


def test_a_degenerate_range_is_not_drawn() -> None:
    level = {"share": as_range(0.1, 0.1), "source": "x"}
    assert draw(a_map(outcome(displacement=level)), 10, 1).uncertain == {}
    assert Quantity(Fraction(1), sample=(1.0, 1.0)).uncertain is False
    assert Quantity(Fraction(1)).quantile([0.1, 0.9]).tolist() == [1, 1]


def test_a_number_scaled_takes_its_range_and_its_sample_along() -> None:
    doubled = scaled(Quantity(Fraction(2), low=Fraction(1), high=Fraction(3), sample=(1.0, 3.0)), Fraction(2))
    assert (doubled.centre, doubled.low, doubled.high, doubled.sample) == (4, 2, 6, (2.0, 6.0))


def test_the_uncertainty_tells_percentiles_ratios_and_what_was_drawn() -> None:
    found = report(a_map(outcome(displacement=RANGED)), draws=4000, seed=1).uncertainty
    assert found is not None
    row = found.as_row()
    assert row["drawn"] == ["trygghet.displacement"]
    assert row["p10"] < row["p50"] < row["p90"]
    assert [round(row["ratio"][name], 6) for name in ("p10", "p90")] == [
        round(row["p10"] / 400_000, 6),
        round(row["p90"] / 400_000, 6),
    ]
    assert round(row["probability_ratio_at_least_1"], 2) == 1


def test_without_resources_there_is_no_ratio_to_draw() -> None:
    none = [{"stakeholder": "x", "kind": "time", "amount": 0, "source": "x"}]
    uncertain = report(a_map(outcome(displacement=RANGED), inputs=none), draws=100).uncertainty
    certain = report(a_map(inputs=none), draws=100).uncertainty
    assert uncertain is not None
    assert certain is not None
    assert [one.probability_ratio_at_least_1 for one in (uncertain, certain)] == [None, None]
    assert [one.as_row()["ratio"] for one in (uncertain, certain)] == [None, None]


def test_the_seeds_example_of_eighty_people_is_told_as_400_000_to_700_000() -> None:
    """A plain survey of 80 of 120 and modest ranges: the rounding to 550–600 000 is no uncertainty."""

    def ranged(low: float, mode: float, high: float) -> dict[str, object]:
        return {"share": {"low": low, "mode": mode, "high": high}, "source": "x"}

    row = outcome(
        "improved",
        started=80,
        answered=79,
        share_improved={"k": 55, "n": 79},
        counterfactual={**ranged(0.1, 0.2, 0.35), "basis": "expert"},
        attribution_to_others=ranged(0, 0.05, 0.15),
        displacement=ranged(0.05, 0.1, 0.2),
        unit_value={**outcome()["unit_value"], "amount": {"low": 10000, "mode": 15000, "high": 20000}},
    )
    answer = report(a_map(row), draws=20_000, seed=1)
    assert answer.display is not None
    assert answer.display.interval == "400\u00a0000–700\u00a0000"
