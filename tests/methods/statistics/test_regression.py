"""Least squares refuses what no data of that shape can give, and clusters count as clusters."""

from __future__ import annotations

import numpy as np
import pytest

from samklang.methods.statistics.refusals import BadArgument, MissingValues, NoVariation, TooFew, Unidentified
from samklang.methods.statistics.regression import cluster_ols, ols

RNG = np.random.default_rng(7)
N = 60
ONES, AGE, TOOK = np.ones(N), RNG.integers(15, 80, N).astype(float), np.repeat([0.0, 1.0], N // 2)
Y = 20 + 2 * TOOK + 0.05 * AGE + RNG.normal(size=N)
NAMES = ["ones", "age", "took part", "copy"]


def test_a_column_that_others_already_give_is_named() -> None:
    with pytest.raises(Unidentified, match="copy: gives nothing"):
        ols(Y, np.column_stack([ONES, AGE, TOOK, 3 - 2 * TOOK]), names=NAMES)
    with pytest.raises(Unidentified, match="column 1: gives nothing"):
        ols(Y, np.column_stack([ONES, np.zeros(N)]))


def test_one_person_who_alone_decides_a_column_is_refused_by_hc3_only() -> None:
    alone = np.zeros(N)
    alone[3] = 1
    design = np.column_stack([ONES, AGE, alone])
    with pytest.raises(Unidentified, match="alone: row 3 alone decides"):
        ols(Y, design, names=["ones", "age", "alone"])
    assert ols(Y, design, covariance="HC1").n == N


def test_a_year_as_a_column_is_no_copy_of_the_ones() -> None:
    year = 2024 + TOOK
    fit = ols(Y, np.column_stack([ONES, year]))
    assert round(fit.interval(1).estimate, 9) == round(ols(Y, np.column_stack([ONES, TOOK])).interval(1).estimate, 9)


@pytest.mark.parametrize(
    ("y", "design", "kind", "said"),
    [
        ([1.0, 2.0], np.ones((2, 2)), TooFew, "y: 2 people can't carry 2 coefficients"),
        (np.full(N, 5.0), np.column_stack([ONES, TOOK]), NoVariation, "y: the outcome lies on the fitted line"),
        (TOOK * 3 + 1, np.column_stack([ONES, TOOK]), NoVariation, "y: the outcome lies on the fitted line"),
        (Y, np.ones((N - 1, 1)), BadArgument, "design: 59 rows where the outcome has 60"),
        (Y, ONES, BadArgument, "design: an array of shape"),
        (np.append(Y[1:], np.nan), np.column_stack([ONES, TOOK]), MissingValues, "y: 1 of 60"),
        (Y, np.column_stack([ONES, np.append(AGE[1:], np.inf)]), MissingValues, "design: 1 of 120"),
    ],
)
def test_a_fit_says_why_it_is_refused(y: object, design: object, kind: type[Exception], said: str) -> None:
    with pytest.raises(kind, match=said):
        ols(y, design)  # type: ignore[arg-type]


def test_a_sum_of_coefficients_has_an_interval_of_its_own() -> None:
    fit = ols(Y, np.column_stack([1 - TOOK, TOOK]))
    step = ols(Y, np.column_stack([ONES, TOOK]))
    assert round(fit.combined([-1, 1]).error, 10) == round(step.interval(1).error, 10)
    assert round(fit.combined([-1, 1]).estimate, 10) == round(step.interval(1).estimate, 10)
    assert step.p(1) < 0.001


def test_clusters_of_one_are_people() -> None:
    design = np.column_stack([ONES, AGE, TOOK])
    clusters = cluster_ols(Y, design, np.arange(N))
    people = ols(Y, design, covariance="HC1")
    # G/(G−1)·(n−1)/(n−p) is n/(n−p) when every cluster is one person.
    assert np.round(clusters.covariance_cr1s, 12).tolist() == np.round(people.covariance, 12).tolist()
    assert clusters.clusters == N


def test_few_clusters_have_fewer_degrees_of_freedom_than_clusters() -> None:
    group = np.repeat(np.arange(6), 10)
    fit = cluster_ols(Y, np.column_stack([ONES, TOOK]), group)
    assert [round(float(df), 6) for df in fit.df] == [2, 4]
    assert (fit.interval(1).df, fit.interval_cr1s(1).df, fit.interval(1).n) == (fit.df[1], 5, N)
    assert 0 < fit.p(1) < 1
    assert fit.interval(1, 0.5).high < fit.interval(1).high


def test_clusters_that_answer_alike_leave_no_error() -> None:
    inside = np.tile([-1.0, 1.0], N // 2)
    answers = 3 + inside * np.repeat([1.0, 2.0], N // 2)
    fit = cluster_ols(answers, ONES[:, None], np.repeat(np.arange(6), 10))
    with pytest.raises(NoVariation, match="column 0: the clusters do not differ"):
        fit.interval(0)


def test_columns_for_the_clusters_themselves_leave_the_others_an_interval() -> None:
    group, inside = np.repeat(np.arange(6), 10), np.tile([0.0, 1.0], N // 2)
    fit = cluster_ols(Y, np.column_stack([np.eye(6)[group], inside]), group)
    assert [name is None for name in fit.alone] == [False] * 6 + [True]
    assert round(fit.interval(6).df, 9) == 5


def test_one_cluster_or_one_treated_cluster_is_refused() -> None:
    with pytest.raises(TooFew, match="cluster: one cluster"):
        cluster_ols(Y, np.column_stack([ONES, AGE]), np.zeros(N))
    only = (np.arange(N) < 10).astype(float)
    fit = cluster_ols(Y, np.column_stack([ONES, only]), np.repeat(np.arange(6), 10), names=["ones", "took part"])
    assert (round(fit.interval(0).df, 9), fit.alone) == (4, (None, "took part"))
    for refused in (fit.interval, fit.interval_cr1s, fit.p):
        with pytest.raises(TooFew, match="took part: rests on one cluster"):
            refused(1)
    with pytest.raises(BadArgument, match="cluster: 3 labels for 60 rows"):
        cluster_ols(Y, np.column_stack([ONES, AGE]), [1, 2, 3])
