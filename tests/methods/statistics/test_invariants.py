"""What no estimator may change its mind about: the order of rows, the origin, the sign, and rows against counts."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray
from pytest import approx

from samklang.methods.statistics.bootstrap import bootstrap_difference
from samklang.methods.statistics.causal import aipw, entropy_effect, ipw, regression_adjustment
from samklang.methods.statistics.count_table import count_table
from samklang.methods.statistics.interaction import subgroup_effects
from samklang.methods.statistics.intervals import Interval, mean_interval, welch
from samklang.methods.statistics.margins import Margin
from samklang.methods.statistics.ordinal_size import ordinal_size
from samklang.methods.statistics.raking import rake, raked_mean
from samklang.methods.statistics.refusals import CannotEstimate
from samklang.methods.statistics.regression import cluster_ols, ols

Numbers = NDArray[np.float64]
Estimator = Callable[[Numbers, Numbers, Numbers, Numbers, Numbers], Interval | None]


def design(before: Numbers, took: Numbers) -> Numbers:
    return np.column_stack([np.ones_like(before), took, before])


def drivers(before: Numbers) -> Numbers:
    return np.column_stack([np.ones_like(before), before])


def by_raking(y: Numbers, took: Numbers, before: Numbers, group: Numbers, counts: Numbers) -> Interval:
    margins, codes = [Margin("took", (40, 60))], took.astype(int)
    return raked_mean(y, rake(codes, margins, counts, trim=None), codes, margins, counts).interval


def by_pairs(y: Numbers, took: Numbers, before: Numbers, group: Numbers, counts: Numbers) -> Interval | None:
    made = ordinal_size(y[took == 0], y[took == 1], counts[took == 0], counts[took == 1]).interval
    return made and made.moved(-0.5)


def by_resampling(y: Numbers, took: Numbers, before: Numbers, group: Numbers, counts: Numbers) -> Interval:
    first, second = took == 0, took == 1
    return bootstrap_difference(y[first], y[second], counts[first], counts[second], seed=1, draws=100)


DIFFERENCES: dict[str, Estimator] = {
    "welch": lambda y, d, x, g, c: welch(y[d == 0], y[d == 1], c[d == 0], c[d == 1]),
    "hc3": lambda y, d, x, g, c: ols(y, design(x, d), c).interval(1),
    "hc1": lambda y, d, x, g, c: ols(y, design(x, d), c, "HC1").interval(1),
    "classic": lambda y, d, x, g, c: ols(y, design(x, d), c, "classic").interval(1),
    "clusters": lambda y, d, x, g, c: cluster_ols(y, design(x, d), g, counts=c).interval(1),
    "ipw": lambda y, d, x, g, c: ipw(y, d, drivers(x), counts=c).effect,
    "ipw, all": lambda y, d, x, g, c: ipw(y, d, drivers(x), "ATE", c).effect,
    "prediction": lambda y, d, x, g, c: regression_adjustment(y, d, drivers(x), counts=c).effect,
    "aipw": lambda y, d, x, g, c: aipw(y, d, drivers(x), counts=c).effect,
    "entropy": lambda y, d, x, g, c: entropy_effect(y, d, drivers(x), c).effect,
    "subgroups": lambda y, d, x, g, c: subgroup_effects(y, d, g % 2, counts=c, least=2).differences[0],
    "pairs": by_pairs,
}
MEANS: dict[str, Estimator] = {
    "mean": lambda y, d, x, g, c: mean_interval(y, c),
    "raked": by_raking,
}
answers = st.lists(st.integers(1, 5), min_size=16, max_size=40)


def world(values: list[int]) -> tuple[Numbers, Numbers, Numbers, Numbers, Numbers]:
    """Outcome, took part, before, group and people of as many rows; before overlaps between the arms."""
    size = len(values)
    y, row = np.array(values, dtype=float), np.arange(size)
    return y, (row % 2).astype(float), (row * 7 % 5).astype(float), row // 2 % 8.0, 1.0 + row % 3


def estimate(how: Estimator, *given_world: Numbers) -> Interval | None:
    """The interval, or None where this world does not carry it."""
    try:
        return how(*given_world)
    except CannotEstimate:
        return None


def figures(interval: Interval | None) -> list[float]:
    if interval is None:
        return []
    return [interval.estimate, interval.low, interval.high, interval.error]


@pytest.mark.parametrize("name", [*DIFFERENCES, *MEANS])
@given(values=answers, shuffle=st.permutations(range(16)))
@settings(max_examples=10, deadline=None)
def test_the_order_of_rows_and_rows_against_counts_change_nothing(
    name: str, values: list[int], shuffle: list[int]
) -> None:
    how, rows = {**DIFFERENCES, **MEANS}[name], world(values)
    made = figures(estimate(how, *rows))
    order = np.append(shuffle, np.arange(16, len(values)))
    assert figures(estimate(how, *(column[order] for column in rows))) == approx(made, abs=1e-8)
    repeated = [np.repeat(column, rows[4].astype(int)) for column in rows[:4]]
    assert figures(estimate(how, *repeated, np.ones(len(repeated[0])))) == approx(made, abs=1e-8)
    patterns, counts = count_table(np.column_stack(rows[:4]), rows[4])
    assert figures(estimate(how, *patterns.T, counts.astype(float))) == approx(made, abs=1e-8)


@pytest.mark.parametrize("name", DIFFERENCES)
@given(values=answers)
@settings(max_examples=10, deadline=None)
def test_a_difference_keeps_its_size_when_the_scale_is_turned_or_moved(name: str, values: list[int]) -> None:
    how, (y, *others) = DIFFERENCES[name], world(values)
    made = estimate(how, y, *others)
    assert figures(estimate(how, 6 - y, *others)) == approx(figures(made and made.times(-1)), abs=1e-8)
    assert figures(estimate(how, y + 1000, *others)) == approx(figures(made), abs=1e-8)


@pytest.mark.parametrize("name", MEANS)
@given(values=answers)
@settings(max_examples=10, deadline=None)
def test_a_mean_moves_and_turns_with_its_scale(name: str, values: list[int]) -> None:
    how, (y, *others) = MEANS[name], world(values)
    made = estimate(how, y, *others)
    assert figures(estimate(how, 6 - y, *others)) == approx(figures(made and made.times(-1).moved(6)), abs=1e-8)
    assert figures(estimate(how, y + 1000, *others)) == approx(figures(made and made.moved(1000)), abs=1e-8)


def test_the_worlds_carry_every_estimator() -> None:
    rows = world([1, 2, 3, 5, 4, 2, 1, 5, 3, 3, 2, 4, 5, 1, 2, 4, 3, 5, 2, 1, 4, 4, 1, 5])
    assert [name for name, how in {**DIFFERENCES, **MEANS}.items() if estimate(how, *rows) is None] == []


@given(values=answers)
@settings(max_examples=10, deadline=None)
def test_resampling_draws_people_and_not_rows(values: list[int]) -> None:
    y, took, *others, counts = world(values)
    repeated = [np.repeat(column, counts.astype(int)) for column in (y, took, *others)]
    made = estimate(by_resampling, y, took, *others, counts)
    assert estimate(by_resampling, *repeated, np.ones(len(repeated[0]))) == made
