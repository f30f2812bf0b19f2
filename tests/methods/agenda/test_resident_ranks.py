"""Nobody can prove how a resident ranked: their ballots reach every figure as buckets only."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterator, Sequence
from itertools import permutations

import numpy as np
import pytest
from tests.methods.agenda.samples import OPTIONS, votes

from samklang.methods.agenda.ballots import Ballot, ranks_of
from samklang.methods.agenda.ranking import ranking
from samklang.methods.agenda.resident_ranks import agreement_from, stairs_of
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


@pytest.mark.parametrize("residents", [8, 9, 10])
def test_no_buckets_of_three_options_prove_a_ballot_or_a_place(residents: int) -> None:
    orders = list(permutations((1, 2, 3)))
    kept: dict[Hashable, list[Counts]] = defaultdict(list)
    for counts in splits(residents, len(orders)):
        kept[stairs_of(np.repeat(np.array(orders, dtype=float), counts, axis=0))].append(counts)
    targets = [[at] for at in range(len(orders))]
    targets += [
        [at for at, order in enumerate(orders) if order[option] == place]
        for option in range(3)
        for place in (1, 2, 3)
    ]
    assert [alike for alike in kept.values() for inside in targets if is_proved(alike, inside)] == []


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
    found = agreement_from(ranks[:0], stairs_of(ranks), seed=1, draws=2000)
    assert np.abs(found.mean_ranks - exact.mean_ranks).max() < 0.02
    assert (abs(found.w - exact.w) < 0.03, found.places.tolist()) == (True, exact.places.tolist())


def test_residents_who_rank_others_first_are_named_beside_the_order_of_the_partners() -> None:
    made = ranking([*votes(30, "safety work school"), *votes(8, "work safety school", None)], OPTIONS, seed=1)
    assert [finding.where for finding in made.findings if finding.code == "AW07"] == ["groups.residents"]
