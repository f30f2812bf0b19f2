"""Change over three waves or more."""

from __future__ import annotations

import numpy as np
import pytest

from samklang.methods.statistics.refusals import BadArgument, MissingValues, NoVariation, TooFew
from samklang.methods.statistics.slopes import slopes

PERSON, TIME = np.repeat(np.arange(10), 3), np.tile([0.0, 1.0, 2.0], 10)
OWN = np.arange(10) / 10
VALUES = 5 + OWN[PERSON] * TIME


def test_each_person_has_a_slope_of_their_own() -> None:
    made = slopes(PERSON, TIME, VALUES)
    assert np.round(made.slopes, 9).tolist() == OWN.tolist()
    assert np.round(made.starts, 9).tolist() == [5] * 10
    assert (round(made.interval.estimate, 9), made.interval.n, made.waves, made.left_out) == (0.45, 10, 3, 0)


def test_a_year_as_time_costs_no_digits() -> None:
    assert np.round(slopes(PERSON, 2024 + TIME, VALUES).slopes, 9).tolist() == OWN.tolist()


def test_who_answered_once_or_twice_at_the_same_time_is_left_out_and_counted() -> None:
    person, time, values = [*PERSON, 10, 11, 11], [*TIME, 0, 1, 1], [*VALUES, 3, 4, 4]
    made = slopes(person, time, values)
    assert (made.left_out, made.interval.n, made.answers.tolist()) == (2, 10, [3] * 10)


def test_names_do_as_well_as_numbers() -> None:
    assert slopes([f"p{person}" for person in PERSON], TIME, VALUES).interval.n == 10


def test_seven_people_two_waves_or_equal_slopes_are_refused() -> None:
    with pytest.raises(TooFew, match="person: 7 people"):
        slopes(PERSON[:21], TIME[:21], VALUES[:21])
    with pytest.raises(TooFew, match="time: 2 waves"):
        slopes(PERSON[TIME < 2], TIME[TIME < 2], VALUES[TIME < 2])
    with pytest.raises(NoVariation):
        slopes(PERSON, TIME, 3 * TIME)
    with pytest.raises(MissingValues, match="values: 1 of 30"):
        slopes(PERSON, TIME, np.append(VALUES[1:], np.nan))
    with pytest.raises(BadArgument, match="person: 3 rows"):
        slopes([1, 2, 3], TIME, VALUES)
