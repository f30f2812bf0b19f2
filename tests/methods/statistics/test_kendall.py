"""Agreement on priorities."""

from __future__ import annotations

import pytest

from samklang.methods.statistics.kendall import kendall_w
from samklang.methods.statistics.refusals import BadArgument, MissingValues, NoVariation, TooFew


def test_voters_of_one_mind_agree_fully_and_every_place_is_sure() -> None:
    made = kendall_w([[1, 2, 3]], [9], seed=1)
    assert (made.w, made.voters, made.enough) == (1, 9, True)
    assert (made.mean_ranks.tolist(), made.places.tolist()) == ([1, 2, 3], [[1, 1], [2, 2], [3, 3]])


def test_two_camps_with_opposite_orders_agree_on_nothing() -> None:
    made = kendall_w([[1, 2, 3], [3, 2, 1]], [10, 10], seed=1)
    assert (made.w, made.chi_square, made.p) == (0, 0, 1)
    assert made.places.tolist() == [[1, 3], [2, 2], [1, 3]]


def test_scores_are_ranked_within_each_voter() -> None:
    scores, ranks = [[10, 20, 20], [5, 1, 9]], [[1, 2.5, 2.5], [2, 1, 3]]
    assert kendall_w(scores, seed=2).w == kendall_w(ranks, seed=2).w


def test_counts_are_voters() -> None:
    rows, table = [[1, 2, 3]] * 3 + [[2, 1, 3]] * 2, [[1, 2, 3], [2, 1, 3]]
    assert kendall_w(rows, seed=1).w == kendall_w(table, [3, 2], seed=1).w


def test_seven_voters_are_too_few_to_tell() -> None:
    assert kendall_w([[1, 2, 3]] * 7, seed=1).enough is False


def test_the_same_seed_gives_the_same_places() -> None:
    votes = [[1, 2, 3, 4], [2, 1, 4, 3], [4, 2, 3, 1]]
    assert kendall_w(votes, seed=5).places.tolist() == kendall_w(votes, seed=5).places.tolist()


@pytest.mark.parametrize(
    ("ranks", "kind", "said"),
    [
        ([[1, 2, 3]], TooFew, "ranks: 1 voters"),
        ([[1], [1]], TooFew, "ranks: 2 voters on 1 items"),
        ([[1, 1], [1, 1]], NoVariation, "ranks: every voter puts all items level"),
        ([[1, float("nan")], [1, 2]], MissingValues, "design: 1 of 4"),
    ],
)
def test_agreement_says_why_it_is_refused(ranks: list[list[float]], kind: type[Exception], said: str) -> None:
    with pytest.raises(kind, match=said):
        kendall_w(ranks, seed=1)


def test_ten_draws_tell_no_interval() -> None:
    with pytest.raises(BadArgument, match="draws: 10"):
        kendall_w([[1, 2], [2, 1]], seed=1, draws=10)
