"""Groups that were chosen whole are the units that count."""

from __future__ import annotations

import numpy as np
import pytest

from samklang.methods.statistics import few_groups
from samklang.methods.statistics.few_groups import group_mean_interval, group_means, permutation_p, wild_cluster_p
from samklang.methods.statistics.refusals import BadArgument, NoVariation, TooFew

GROUP = np.repeat(np.arange(8), 5)
TOOK = (GROUP >= 4).astype(float)
DESIGN = np.column_stack([np.ones(40), TOOK])
Y = np.random.default_rng(3).normal(size=40) + 0.2 * GROUP


def test_means_of_groups_stand_in_the_order_of_their_names() -> None:
    assert group_means(["b", "a", "b"], [4, 1, 6]).tolist() == [1, 5]
    assert group_means(["b", "a"], [4, 1], [2, 7]).tolist() == [1, 4]


def test_t_on_group_means_counts_groups_and_not_people() -> None:
    means = group_means(GROUP, Y)
    assert group_mean_interval(means[:4], means[4:]).n == 8


def test_three_against_three_can_never_reach_5_per_cent() -> None:
    made = permutation_p([1, 2, 3], [11, 12, 13])
    assert (made.p, made.smallest_p, made.arrangements) == (0.1, 0.1, 20)


def test_unequal_arms_have_no_mirror_image() -> None:
    assert permutation_p([1, 2], [11, 12, 13]).smallest_p == 0.1


def test_one_group_can_not_be_dealt() -> None:
    with pytest.raises(TooFew, match="second: 1 group"):
        permutation_p([1, 2, 3], [4])


def test_where_the_ways_are_too_many_dealings_are_drawn_and_none_reaches_nought() -> None:
    far = permutation_p(np.arange(15), np.arange(15) + 100)
    assert (far.arrangements, far.p, far.smallest_p) == (99_999, 1e-5, 1e-5)
    assert permutation_p(np.arange(15), np.arange(15)).p == 1


def test_dealings_that_are_drawn_come_near_all_of_them(monkeypatch: pytest.MonkeyPatch) -> None:
    first, second = [1, 4, 2, 8, 5, 7, 3, 6], [9, 2, 11, 10]
    exact = permutation_p(first, second)
    monkeypatch.setattr(few_groups, "MOST_ARRANGEMENTS", 1)
    drawn = permutation_p(first, second, seed=5)
    # Four standard errors of a share of 99 999 draws.
    assert abs(drawn.p - exact.p) < 4 * (exact.p * (1 - exact.p) / 99_999) ** 0.5
    assert drawn == permutation_p(first, second, seed=5) != permutation_p(first, second, seed=6)


def test_the_wild_test_enumerates_every_vector_of_signs() -> None:
    made = wild_cluster_p(Y, DESIGN, GROUP, 1)
    assert (made.arrangements, made.groups, made.smallest_p) == (256, 8, 2 / 256)
    assert made.p * 256 == round(made.p * 256)


def test_the_wild_test_of_the_estimate_itself_finds_nothing_against_it() -> None:
    seen = Y[TOOK == 1].mean() - Y[TOOK == 0].mean()
    assert wild_cluster_p(Y, DESIGN, GROUP, 1, null=float(seen)).p == 1


def test_a_design_of_one_column_needs_no_other() -> None:
    assert 0 < wild_cluster_p(Y + 0.5, np.ones((40, 1)), GROUP, 0).p < 1


def test_the_wild_test_refuses_one_cluster_thirteen_clusters_and_a_perfect_fit() -> None:
    with pytest.raises(TooFew, match="1 clusters"):
        wild_cluster_p(Y, DESIGN, np.zeros(40), 1)
    with pytest.raises(BadArgument, match="20 clusters where 2 to 12"):
        wild_cluster_p(Y, DESIGN, np.arange(40) // 2, 1)
    with pytest.raises(NoVariation, match="took part"):
        wild_cluster_p(np.zeros(40), DESIGN, GROUP, 1, names=["ones", "took part"])
