"""Looking back is compared with what was answered before and never merged with it."""

from __future__ import annotations

import numpy as np
import pytest

from samklang.methods.kernel.findings import UnreadableInput
from samklang.methods.measurement.instrument_reader import instrument
from samklang.methods.measurement.timings import Series, Timing, difference, merged


def series(timing: Timing, *values: float, scale: str = "life") -> Series:
    return Series(scale, timing, np.array(values))


def test_a_then_test_is_never_merged_with_a_baseline() -> None:
    with pytest.raises(UnreadableInput, match="a then-test looks back and is never merged"):
        merged([series("baseline", 4), series("then", 3)])


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ([series("baseline", 4), series("followup", 3)], "two points in time"),
        ([series("then", 4), series("then", 3, scale="trust")], "different scales: life, trust"),
        ([], "no series to merge"),
    ],
)
def test_what_is_not_one_series_is_refused(given: list[Series], told: str) -> None:
    with pytest.raises(UnreadableInput, match=told):
        merged(given)


def test_two_groups_of_one_timing_are_merged() -> None:
    assert merged([series("then", 4, 5), series("then", 3)]).tolist() == [4, 5, 3]


def test_three_series_give_three_differences_with_names_of_their_own() -> None:
    before, back, after = series("baseline", 5), series("then", 3), series("followup", 6)
    named = [difference(before, after), difference(back, after), difference(before, back)]
    assert named == ["change", "felt_change", "response_shift"]


def test_the_wrong_way_round_and_two_scales_are_refused() -> None:
    with pytest.raises(UnreadableInput, match="followup → baseline is no difference"):
        difference(series("followup", 5), series("baseline", 5))
    with pytest.raises(UnreadableInput, match="life and trust are two scales"):
        difference(series("baseline", 5), series("followup", 5, scale="trust"))


def test_the_then_test_that_ships_says_that_it_looks_back() -> None:
    assert (instrument("then_test").timing, instrument("rses").timing) == ("then", "any")
