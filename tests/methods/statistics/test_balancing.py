"""Weights that make others look like participants, or the reason why they can't."""

from __future__ import annotations

import numpy as np
import pytest

from samklang.methods.statistics.balancing import (
    entropy_balance,
    kish_ess,
    overlap_weights,
    standardised_differences,
)
from samklang.methods.statistics.refusals import BadArgument, NotConverged, TooFew

RNG = np.random.default_rng(8)
OTHERS = np.column_stack([RNG.normal(size=90), RNG.integers(0, 2, 90), np.ones(90)])
NAMES = ["mood", "lives here", "ones"]


def test_the_weighted_means_are_the_participants() -> None:
    made = entropy_balance(OTHERS, [0.4, 0.7, 1.0])
    assert np.round(made.weights @ OTHERS, 8).tolist() == [0.4, 0.7, 1.0]
    assert (round(float(made.weights.sum()), 12), made.n, 30 < made.ess < 90) == (1, 90, True)


def test_targets_that_already_hold_give_everyone_the_same_weight() -> None:
    made = entropy_balance([[0.0], [1.0]], [0.25], [30, 10])
    assert np.round(made.weights, 12).tolist() == [0.025, 0.025]
    assert round(made.ess, 8) == 40


@pytest.mark.parametrize(
    ("targets", "said"),
    [([9.0, 0.5, 1], "mood: the participants' mean lies outside"), ([0.0, 0.5, 2], "ones: the participants' mean")],
)
def test_a_mean_outside_all_others_is_named(targets: list[float], said: str) -> None:
    with pytest.raises(NotConverged, match=said):
        entropy_balance(OTHERS, targets, names=NAMES)


def test_means_that_are_each_possible_but_not_together_are_refused() -> None:
    corner = np.array([[0, 0], [1, 0], [0, 1]], dtype=float)
    with pytest.raises(NotConverged, match="young, new: no weighting of these people"):
        entropy_balance(corner, [0.9, 0.9], [20, 20, 20], names=["young", "new"])


def test_a_column_that_repeats_another_does_no_harm() -> None:
    doubled = np.column_stack([OTHERS[:, :2], OTHERS[:, 0]])
    made = entropy_balance(doubled, [0.4, 0.7, 0.4])
    assert np.round(made.weights, 9).tolist() == np.round(entropy_balance(OTHERS, [0.4, 0.7, 1]).weights, 9).tolist()


def test_balancing_refuses_one_person_and_a_lacking_target() -> None:
    with pytest.raises(TooFew, match="controls: 1 person"):
        entropy_balance([[1.0]], [1.0])
    with pytest.raises(BadArgument, match="targets: 2 targets for 3 columns"):
        entropy_balance(OTHERS, [0.1, 0.2])


def test_overlap_weights_are_the_chance_of_the_other_arm() -> None:
    assert overlap_weights([0.25, 0.25], [1, 0]).tolist() == [0.75, 0.25]
    with pytest.raises(BadArgument, match="chance"):
        overlap_weights([25, 0.2], [1, 0])
    with pytest.raises(BadArgument, match="treated: 1 for who took part"):
        overlap_weights([0.2, 0.2], [1, 2])


def test_a_difference_is_in_unweighted_spreads_however_weighted() -> None:
    first, second = np.array([[1.0], [3.0]]), np.array([[0.0], [2.0]])
    assert standardised_differences(first, second) == (1 / 2**0.5,)
    assert standardised_differences(first, second, weights_others=[0, 1]) == (0.0,)
    assert standardised_differences(first, second, counts_participants=[1, 1]) == (1 / 2**0.5,)


def test_a_column_without_spread_differs_by_nothing_or_beyond_all_measure() -> None:
    same, other = np.ones((3, 1)), np.zeros((3, 1))
    assert standardised_differences(same, same) == (0.0,)
    assert standardised_differences(same, other) == (None,)
    with pytest.raises(TooFew, match="others: 1 person"):
        standardised_differences(same, [[1.0]])


def test_equal_weights_lose_nobody_and_zero_weights_are_refused() -> None:
    assert kish_ess([2, 2, 2]) == 3
    assert kish_ess([1, 3], [2, 1]) == 25 / 11
    with pytest.raises(BadArgument, match="not all zero"):
        kish_ess([0, 0])
