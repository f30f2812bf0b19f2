"""Nobody can prove how a resident ranked: their ballots reach every figure as buckets only."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterator, Sequence

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.methods.agenda.pair_attacks import Ballots, most_others_outside, places_in, proved_by_tables
from tests.methods.agenda.samples import OPTIONS, votes

from samklang.methods.agenda.ballots import Ballot, ranks_of
from samklang.methods.agenda.ranking import ranking
from samklang.methods.agenda.resident_ranks import Pairs, agreement_from, pairs_of, runs_of_points
from samklang.methods.statistics.kendall import kendall_w

Counts = tuple[int, ...]
TWO = ("safety", "work")


def splits(people: int, kinds: int) -> Iterator[Counts]:
    """Every way to spread people over kinds of ballot."""
    if kinds == 1:
        yield (people,)
        return
    for first in range(people + 1):
        yield from ((first, *rest) for rest in splits(people - first, kinds - 1))


def is_proved(alike: Sequence[Counts], inside: Sequence[int]) -> bool:
    """Whether an outsider, or one of the voters, knows that all others cast a ballot of the kinds inside."""
    cast = np.array(alike)
    others = [at for at in range(cast.shape[1]) if at not in inside]
    own = np.eye(cast.shape[1], dtype=int)
    seen = [cast, *(cast[cast[:, at] > 0] - own[at] for at in range(cast.shape[1]))]
    return any(len(left) > 0 and not left[:, others].any() for left in seen)


@pytest.mark.parametrize("partners", [[], votes(2, "work safety"), votes(3, "safety work"), votes(8, "work safety")])
@pytest.mark.parametrize("residents", [8, 9, 11, 14, 30])
def test_no_verdict_on_two_options_proves_a_ballot(residents: int, partners: list[Ballot]) -> None:
    told: dict[Hashable, list[Counts]] = defaultdict(list)
    for first, second in splits(residents, 2):
        cast = [*partners, *votes(first, "safety work", None), *votes(second, "work safety", None)]
        told[repr(ranking(cast, TWO, seed=1, draws=100))].append((first, second))
    assert [alike for alike in told.values() for kind in (0, 1) if is_proved(alike, [kind])] == []


@pytest.mark.parametrize("residents", range(8, 15))
def test_no_pairs_of_three_options_prove_anything_of_all_the_others(residents: int) -> None:
    assert proved_by_tables(Ballots(3, level=False), residents) == []


@pytest.mark.parametrize("residents", [8, *(pytest.param(n, marks=pytest.mark.long) for n in (9, 10))])
def test_nor_do_they_when_options_may_be_level(residents: int) -> None:
    assert proved_by_tables(Ballots(3, level=True), residents) == []


@pytest.mark.long
def test_no_pairs_of_four_options_prove_anything_of_all_the_others() -> None:
    assert proved_by_tables(Ballots(4, level=False), 8) == []


@pytest.mark.parametrize(("options", "level", "worlds"), [(4, False, 40), (4, True, 12), (5, False, 12)])
def test_no_voter_proves_of_more_options_what_all_the_others_said(options: int, level: bool, worlds: int) -> None:
    """Worlds in which all the others do agree, on a statement drawn anew each time."""
    ballots, rng = Ballots(options, level), np.random.default_rng(options)
    proved = []
    for _ in range(worlds):
        name = rng.choice(list(ballots.statements))
        true, own, n = ballots.statements[name], int(rng.integers(len(ballots.ranks))), rng.integers(8, 15)
        kinds = rng.choice(np.flatnonzero(true), 3)
        cast = [own, *rng.choice(kinds, n - 1, p=rng.dirichlet(np.ones(3)))]
        if most_others_outside(ballots, pairs_of(ballots.ranks[cast]), own, true) < 1:
            proved.append((name, cast))
    assert proved == []


def test_the_attack_finds_what_is_told_exactly() -> None:
    ballots = Ballots(3, level=False)
    before = ballots.statements["before"]
    alone = int(np.flatnonzero(~before)[0])
    told = [
        Pairs(9, 3, ((low, 18), (0, 18), (0, 18))) for low in (15, *[low for low, _ in runs_of_points(9, 3)][-1:])
    ]
    assert [most_others_outside(ballots, each, alone, before) for each in told] == [0, 1]


@given(st.integers(8, 400), st.integers(3, 5))
def test_runs_of_points_are_alike_from_both_ends_and_cover_each_number_once(n: int, width: int) -> None:
    n = max(n, 3 * width - 1)
    runs = runs_of_points(n, width)
    sizes = [high - low + 1 for low, high in runs]
    assert [points for low, high in runs for points in range(low, high + 1)] == list(range(2 * n + 1))
    assert (sizes, len(sizes) % 2, min(sizes[0], min(sizes) + 1) >= 2 * width) == (sizes[::-1], 1, True)


def test_an_option_gains_nothing_by_its_place_in_the_list() -> None:
    rng = np.random.default_rng(5)
    for n in (8, 9, 10, 11, 30):
        ranks = rng.permuted(np.tile(np.arange(1.0, 5.0), (n, 1)), axis=1)
        one, other = (
            agreement_from(each[:0], pairs_of(each), seed=1, draws=100).mean_ranks for each in (ranks, ranks[:, ::-1])
        )
        assert one.tolist() == other[::-1].tolist()


def test_the_pairs_kept_are_those_the_attacks_are_tried_on() -> None:
    ballots, rng = Ballots(4, level=True), np.random.default_rng(2)
    for n in (8, 13, 40):
        cast = rng.integers(len(ballots.ranks), size=n)
        runs = runs_of_points(n, 3)
        wanted = [runs[at] for at in places_in(ballots.points[cast].sum(axis=0), n)]
        assert pairs_of(ballots.ranks[cast]).runs == tuple(wanted)


def test_the_same_buckets_give_the_same_figures() -> None:
    told = [
        ranking(
            [*votes(6, "work"), *votes(yes, "safety work school", None), *votes(8 - yes, "work", None)],
            OPTIONS,
            seed=1,
        )
        for yes in (6, 7, 8, 5)
    ]
    assert (told[0] == told[1] == told[2], told[0] == told[3]) == (True, False)


def test_buckets_of_many_residents_tell_nearly_what_their_ballots_do() -> None:
    cast = [
        *votes(60, "safety work school", None),
        *votes(30, "work safety school", None),
        *votes(10, "school", None),
    ]
    ranks = ranks_of(cast, OPTIONS)
    exact = kendall_w(ranks, seed=1)
    found = agreement_from(ranks[:0], pairs_of(ranks), seed=1, draws=2000)
    assert np.abs(found.mean_ranks - exact.mean_ranks).max() < 0.02
    assert (abs(found.w - exact.w) < 0.03, found.places.tolist()) == (True, exact.places.tolist())


def test_residents_who_rank_others_first_are_named_beside_the_order_of_the_partners() -> None:
    made = ranking([*votes(30, "safety work school"), *votes(8, "work safety school", None)], OPTIONS, seed=1)
    assert [finding.where for finding in made.findings if finding.code == "AW07"] == ["groups.residents"]
