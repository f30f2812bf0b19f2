"""One area against others."""

from __future__ import annotations

import numpy as np
import pytest

from samklang.methods.statistics.external import area_place, less_others, less_series
from samklang.methods.statistics.intervals import around
from samklang.methods.statistics.refusals import MissingValues, NoVariation, TooFew

OTHERS = np.arange(19) / 10


def test_nineteen_areas_are_needed_for_5_per_cent() -> None:
    made = area_place(5, OTHERS)
    assert (made.place, made.areas, made.p, made.least_p) == (1, 20, 0.05, 0.05)
    assert area_place(5, OTHERS[:18]).p > 0.05


def test_a_fall_is_as_extreme_as_a_rise_unless_a_direction_was_set() -> None:
    assert [area_place(-5, OTHERS, direction).place for direction in ("either", "lower", "higher")] == [1, 1, 20]


def test_the_middle_area_has_nothing_to_tell() -> None:
    assert area_place(0.9, OTHERS).p == 1


def test_ties_count_against_the_area() -> None:
    assert area_place(1.8, OTHERS, "higher").place == 2


def test_every_place_is_as_likely_for_areas_that_are_alike() -> None:
    rng = np.random.default_rng(1)
    places = [area_place(world[0], world[1:]).place for world in rng.normal(size=(4000, 5))]
    assert [abs(places.count(place) / 4000 - 0.2) < 0.02 for place in range(1, 6)] == [True] * 5


def test_own_change_less_others_is_as_uncertain_as_areas_differ() -> None:
    made = less_others(5, [1, 2, 3])
    assert (made.estimate, round(made.error, 12), made.df, made.n) == (3, round((4 / 3) ** 0.5, 12), 2, 4)


def test_own_change_less_a_published_one_adds_their_errors() -> None:
    made = less_series(around(5, 3, 30, 31), around(1, 4, 500, 900))
    assert (made.estimate, made.error) == (4, 5)


def test_too_few_areas_copied_series_and_gaps_are_refused() -> None:
    with pytest.raises(TooFew, match="others: 1 area"):
        area_place(1, [2])
    with pytest.raises(TooFew, match="others: 2 areas"):
        less_others(1, [2, 3])
    with pytest.raises(NoVariation, match="is the series copied"):
        less_others(1, [2, 2, 2])
    with pytest.raises(MissingValues, match="own: 1 of 1"):
        area_place(float("nan"), OTHERS)
