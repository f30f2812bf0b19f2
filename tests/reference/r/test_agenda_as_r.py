"""A prioritising agrees with base R: W, p, mean ranks and likely places, with level and left-out options."""

from __future__ import annotations

import pytest
from pytest import approx
from tests.reference.r.printed import printed

from samklang.methods.agenda.ballots import Ballot
from samklang.methods.agenda.group_ranking import GroupRanking
from samklang.methods.agenda.ranking import ranking
from samklang.methods.statistics.kendall import kendall_w

R = printed("agenda")
FIVE = ("safety", "work", "school", "homes", "health")
OUT = 99
PUBLIC = [
    *([1, 2, 3, 4, 5], [1, 3, 2, 4, 5], [2, 1, 3, 5, 4], [1, 2, OUT, OUT, OUT], [1, 2, 4, 3, 5]),
    *([1, 1, 3, 4, 5], [2, 1, 3, 4, OUT], [1, 2, 3, 3, 5], [1, OUT, 2, OUT, OUT]),
]
SCHOOL = [
    *([2, 1, 3, 4, 5], [1, 2, 3, 5, 4], [1, 3, 2, 5, 4], [2, 1, 4, 3, 5], [1, 2, 3, 4, 5], [1, 3, 2, 4, 5]),
    *([3, 1, 2, 4, 5], [1, 2, 4, 3, 5]),
]
# Hollander & Wolfe (1973), p. 140, as R's help page of friedman.test prints it.
BASES = [
    *([5.4, 5.5, 5.55], [5.85, 5.7, 5.75], [5.2, 5.6, 5.5], [5.55, 5.5, 5.4], [5.9, 5.85, 5.7], [5.45, 5.55, 5.6]),
    *([5.4, 5.4, 5.35], [5.45, 5.5, 5.35], [5.25, 5.15, 5.0], [5.85, 5.8, 5.7], [5.25, 5.2, 5.1], [5.65, 5.55, 5.45]),
    *(
        [5.6, 5.35, 5.45],
        [5.05, 5.0, 4.95],
        [5.5, 5.5, 5.4],
        [5.45, 5.55, 5.5],
        [5.55, 5.55, 5.35],
        [5.45, 5.5, 5.55],
    ),
    *([5.5, 5.45, 5.25], [5.65, 5.6, 5.4], [5.7, 5.65, 5.55], [6.3, 6.3, 6.25]),
]


def cast(rows: list[list[float]], options: tuple[str, ...], sector: str) -> list[Ballot]:
    named = [{option: place for option, place in zip(options, row, strict=True) if place != OUT} for row in rows]
    return [Ballot(places, sector) for places in named]


def told() -> dict[str, GroupRanking]:
    """The workshop; two of five are chosen, since only then the order is sure and its mean ranks are told."""
    made = ranking([*cast(PUBLIC, FIVE, "public"), *cast(SCHOOL, FIVE, "school")], FIVE, seed=1, chosen=2)
    assert made.whole is not None
    return {"whole": made.whole, **{group.sectors[0]: group for group in made.groups}}


@pytest.mark.parametrize("name", ["whole", "public", "school"])
def test_agreement_and_mean_ranks_are_those_of_friedmans_test(name: str) -> None:
    made = told()[name]
    assert [made.w, made.p] == approx(R[name], rel=1e-9)
    assert made.mean_ranks is not None
    assert list(made.mean_ranks.values()) == approx(R[f"{name}_means"], rel=1e-12)


def test_w_follows_from_the_mean_of_spearmans_correlations() -> None:
    assert told()["school"].w == approx(R["school_w_by_spearman"][0], rel=1e-12)


def test_likely_places_are_those_of_r_resampling() -> None:
    places = told()["whole"].places
    assert places is not None
    assert [list(ends) for ends in zip(*places.values(), strict=True)] == [R["whole_least"], R["whole_most"]]


def test_places_straight_from_the_votes_are_those_of_r_resampling() -> None:
    made = kendall_w([*PUBLIC, *SCHOOL], seed=1)
    assert made.places.T.tolist() == [R["whole_least"], R["whole_most"]]


def test_a_published_example_gives_its_published_statistic() -> None:
    """Hollander & Wolfe: χ² = 11.143 on 22 players, p = 0.003805; so low a W tells no common order."""
    made = ranking(cast(BASES, ("round", "narrow", "wide"), "players"), ("round", "narrow", "wide"), seed=1)
    assert made.whole is not None
    assert made.whole.w is not None
    assert made.whole.p is not None
    assert [made.whole.w, made.whole.p] == approx(R["bases"], rel=1e-9)
    assert (round(made.whole.w * 22 * 2, 3), round(made.whole.p, 6), made.verdict) == (11.143, 0.003805, "split")
