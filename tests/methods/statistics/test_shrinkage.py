"""Small groups drawn towards each other, and several outcomes at once."""

from __future__ import annotations

import numpy as np
import pytest

from samklang.methods.statistics.count_table import moments
from samklang.methods.statistics.multiplicity import holm
from samklang.methods.statistics.refusals import BadArgument, NoVariation, TooFew
from samklang.methods.statistics.shrinkage import shrink, shrink_groups


def test_groups_no_further_apart_than_chance_become_one_and_are_not_ranked() -> None:
    made = shrink([2.9, 3.0, 3.1, 3.0, 3.05], [0.3] * 5, [10] * 5)
    assert (made.between, made.may_rank, set(made.trust), made.apart) == (0, False, {0.0}, (False,) * 5)
    assert {round(group.estimate, 9) for group in made.groups} == {round(made.overall.estimate, 9)}


def test_groups_worlds_apart_keep_their_own_means_and_may_be_ranked() -> None:
    made = shrink([1, 2, 3, 4, 5], [0.01] * 5, [900] * 5)
    assert (made.may_rank, [round(group.estimate, 2) for group in made.groups]) == (True, [1, 2, 3, 4, 5])
    assert made.apart == (True, True, False, True, True)


def test_overlapping_neighbours_are_not_ranked() -> None:
    assert shrink([1, 2, 3, 4, 4.01], [0.05] * 5, [900] * 5).may_rank is False


def test_the_smallest_group_is_drawn_furthest() -> None:
    group = np.repeat(np.arange(5), [5, 40, 40, 40, 40])
    values = np.tile([0.0, 1.0], 83)[:165] + group
    made = shrink_groups(moments(group, values))
    assert (made.trust[0] < made.trust[1], made.trust[1] == made.trust[4]) == (True, True)


def test_equal_errors_give_the_moment_estimate_of_the_spread() -> None:
    made = shrink([1, 2, 3, 4, 5], [0.5] * 5, [10] * 5)
    assert round(made.between, 9) == 2.5 - 0.25


def test_four_groups_or_no_spread_within_are_refused() -> None:
    with pytest.raises(TooFew, match="estimates: 4 groups"):
        shrink([1, 2, 3, 4], [0.1] * 4, [9] * 4)
    with pytest.raises(NoVariation, match="errors: an error of 0"):
        shrink([1, 2, 3, 4, 5], [0.1, 0, 0.1, 0.1, 0.1], [9] * 5)
    with pytest.raises(BadArgument, match="errors: 2 errors"):
        shrink([1, 2, 3, 4, 5], [0.1, 0.1], [9] * 5)
    with pytest.raises(NoVariation, match="groups: nobody differs"):
        shrink_groups(moments(np.repeat(np.arange(5), 3), np.repeat(np.arange(5), 3)))
    with pytest.raises(TooFew, match="groups: one person a group"):
        shrink_groups(moments(np.arange(5), np.arange(5), least=1))


def test_holm_never_lets_a_larger_p_pass_a_smaller() -> None:
    assert holm([0.04, 0.01, 0.03]).tolist() == [0.06, 0.03, 0.06]
    assert holm([0.6, 0.9]).tolist() == [1, 1]
    assert holm([0.2]).tolist() == [0.2]


def test_a_p_of_five_per_cent_is_no_5() -> None:
    with pytest.raises(BadArgument, match="p_values"):
        holm([5, 0.1])
    with pytest.raises(TooFew, match="p_values"):
        holm([])
