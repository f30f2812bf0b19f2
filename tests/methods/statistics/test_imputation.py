"""Missing covariates."""

from __future__ import annotations

from math import inf, nan

import numpy as np
import pytest

from samklang.methods.statistics.imputation import impute, rubin
from samklang.methods.statistics.intervals import around, mean_interval
from samklang.methods.statistics.refusals import BadArgument, MissingValues, TooFew

RNG = np.random.default_rng(4)
AGE = RNG.integers(15, 80, 200).astype(float)
MOOD = 10 + 0.2 * AGE + RNG.normal(size=200)
HOLES = np.column_stack([AGE, MOOD])
HOLES[AGE > 60, 1] = nan


def test_filled_in_values_are_values_somebody_gave_and_the_seen_stay() -> None:
    made = impute(HOLES, seed=1)
    seen = ~np.isnan(HOLES)
    assert made.shape == (20, 200, 2)
    assert bool((made[:, seen] == HOLES[seen]).all())
    assert set(made[:, :, 1].ravel().tolist()) == set(HOLES[seen[:, 1], 1].tolist())


def test_people_missing_by_age_pull_the_mean_towards_where_it_was() -> None:
    full, kept = MOOD.mean(), np.nanmean(HOLES[:, 1])
    pooled = rubin([mean_interval(copy[:, 1]) for copy in impute(HOLES, seed=1)])
    assert (kept < full - 1, pooled.interval.estimate > kept + 0.5, pooled.m) == (True, True, 20)
    assert 0 < pooled.lost_share < 1


def test_everybody_with_the_same_prediction_can_be_a_donor() -> None:
    """Forty of a kind, one without an answer: each of the other thirty-nine gives hers now and then."""
    girl = np.repeat([1.0, 0.0], 40)
    answers = np.arange(80.0)
    answers[[0, 79]] = nan
    made = impute(np.column_stack([girl, answers]), seed=1, m=800)
    assert set(made[:, 0, 1].tolist()) >= set(range(1, 40))


def test_the_same_seed_fills_in_the_same_and_another_seed_another() -> None:
    once, again, other = (impute(HOLES, seed=seed) for seed in (1, 1, 2))
    assert (bool((once == again).all()), bool((once == other).all())) == (True, False)


def test_nothing_missing_costs_nothing() -> None:
    whole = mean_interval(MOOD)
    pooled = rubin([mean_interval(copy[:, 1]) for copy in impute(np.column_stack([AGE, MOOD]), seed=1)])
    assert (pooled.lost_share, pooled.interval.df, pooled.interval.n) == (0, 199, 200)
    assert [round(end, 9) for end in (pooled.interval.low, pooled.interval.high)] == [
        round(whole.low, 9),
        round(whole.high, 9),
    ]


def test_filling_in_refuses_what_it_can_not_do() -> None:
    with pytest.raises(TooFew, match="m: 5 sets"):
        impute(HOLES, seed=1, m=5)
    with pytest.raises(MissingValues, match="columns: 1 people have no value at all"):
        impute(np.vstack([HOLES, [nan, nan]]), seed=1)
    with pytest.raises(TooFew, match="mood: fewer than 7 of 200"):
        impute(np.column_stack([AGE, [nan] * 200]), seed=1, names=["age", "mood"])
    with pytest.raises(BadArgument, match="nothing infinite"):
        impute([[1, inf], [2, 3]], seed=1)


def test_pooling_needs_two_sets_of_the_same_people() -> None:
    with pytest.raises(TooFew, match="estimates: 1 filled-in set"):
        rubin([around(1, 1, 9, 10)])
    with pytest.raises(BadArgument, match="the sets differ in people"):
        rubin([around(1, 1, 9, 10), around(1, 1, 9, 11)])
