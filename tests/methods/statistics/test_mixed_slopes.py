"""Everybody's line, drawn towards the common one."""

from __future__ import annotations

import numpy as np
import pytest

from samklang.methods.statistics.mixed_slopes import mixed_slopes
from samklang.methods.statistics.refusals import MissingValues, NotConverged, NoVariation, TooFew
from samklang.methods.statistics.slopes import slopes

RNG = np.random.default_rng(6)
PERSON, TIME = np.repeat(np.arange(20), 4), np.tile(np.arange(4.0), 20)
OWN = RNG.normal(0.5, 0.6, 20)
VALUES = 10 + RNG.normal(0, 2, 20)[PERSON] + OWN[PERSON] * TIME + RNG.normal(0, 0.5, 80)


def test_lines_lie_between_everybodys_own_and_the_common_one() -> None:
    made, own = mixed_slopes(PERSON, TIME, VALUES), slopes(PERSON, TIME, VALUES)
    assert abs(made.slope.estimate - own.interval.estimate) < 1e-6
    assert made.lines[:, 1].std() < own.slopes.std()
    assert np.corrcoef(made.lines[:, 1], own.slopes)[0, 1] > 0.95


def test_years_as_time_and_another_origin_give_the_same_slopes() -> None:
    made, moved = mixed_slopes(PERSON, TIME, VALUES), mixed_slopes(PERSON, 2020 + TIME, VALUES + 100)
    assert np.abs(made.lines[:, 1] - moved.lines[:, 1]).max() < 1e-4
    assert abs(made.sd_slope - moved.sd_slope) < 1e-4


def test_people_who_do_not_differ_sit_at_the_border() -> None:
    alike = np.tile([1.0, -1.0, 1.0, -1.0], 20) * np.tile(np.repeat([1.0, -1.0], 4), 10)
    made = mixed_slopes(PERSON, TIME, 5 + alike)
    assert (made.at_border, round(made.sd_start, 3)) == (True, 0)


def test_fourteen_people_two_waves_and_gaps_are_refused() -> None:
    with pytest.raises(TooFew, match="person: 14 people"):
        mixed_slopes(PERSON[:56], TIME[:56], VALUES[:56])
    with pytest.raises(TooFew, match="person: 20 people with 40 answers"):
        mixed_slopes(PERSON[TIME < 2], TIME[TIME < 2], VALUES[TIME < 2])
    with pytest.raises(MissingValues, match="values: 1 of 80"):
        mixed_slopes(PERSON, TIME, np.append(VALUES[1:], np.nan))
    with pytest.raises(NoVariation, match="time: all are equal"):
        mixed_slopes(PERSON, np.ones(80), VALUES)
    with pytest.raises(NoVariation, match="values: all are equal"):
        mixed_slopes(PERSON, TIME, np.ones(80))


def test_lines_without_a_residual_are_refused() -> None:
    with pytest.raises((NoVariation, NotConverged), match="values: "):
        mixed_slopes(PERSON, TIME, 10.0 + OWN[PERSON] * TIME)
