"""Resampled people."""

from __future__ import annotations

import numpy as np
import pytest

from samklang.methods.statistics.bootstrap import bootstrap_difference, bootstrap_mean, drawn_counts
from samklang.methods.statistics.intervals import mean_interval
from samklang.methods.statistics.refusals import BadArgument, NoVariation, TooFew

VALUES = np.random.default_rng(1).integers(1, 6, 60).astype(float)


def test_it_agrees_with_t_where_both_hold() -> None:
    resampled, t = bootstrap_mean(VALUES, seed=1), mean_interval(VALUES)
    assert abs(resampled.low - t.low) < 0.05
    assert abs(resampled.error / t.error - 1) < 0.06
    assert (resampled.estimate, resampled.n) == (pytest.approx(t.estimate), 60)


def test_rows_and_distinct_values_with_counts_are_the_same_draw() -> None:
    values, counts = np.unique(VALUES, return_counts=True)
    assert bootstrap_mean(VALUES, seed=3) == bootstrap_mean(values, counts, seed=3)
    assert bootstrap_mean(VALUES, seed=3, method="bca") == bootstrap_mean(values, counts, seed=3, method="bca")


def test_more_values_than_fit_at_once_are_drawn_in_blocks() -> None:
    many = np.random.default_rng(2).normal(size=50_000)
    made = bootstrap_mean(many, seed=1, draws=100)
    assert abs(made.error / (many.std() / 50_000**0.5) - 1) < 0.3


def test_a_difference_is_the_second_less_the_first() -> None:
    made = bootstrap_difference(VALUES, VALUES + 2, seed=1, method="bca")
    assert (round(made.estimate, 9), made.low < 2 < made.high, made.n) == (2, True, 120)


def test_bca_needs_fifteen_and_equal_values_can_not_be_resampled() -> None:
    with pytest.raises(TooFew, match="values: 14 people where 15"):
        bootstrap_mean(VALUES[:14], seed=1, method="bca")
    with pytest.raises(TooFew, match="values: 1 people where 2"):
        bootstrap_mean([3], seed=1)
    with pytest.raises(NoVariation, match="all 20 values are 3"):
        bootstrap_mean([3], [20], seed=1)
    with pytest.raises(BadArgument, match="draws: 10"):
        bootstrap_mean(VALUES, seed=1, draws=10)


def test_a_statistic_of_ones_own_is_drawn_on_the_same_patterns() -> None:
    drawn = drawn_counts([3, 0, 7], seed=1, draws=50)
    assert (drawn.shape, set(drawn.sum(axis=1).tolist()), int(drawn[:, 1].sum())) == ((50, 3), {10}, 0)
    with pytest.raises(TooFew, match="counts: 1 person"):
        drawn_counts([1, 0], seed=1, draws=50)
