"""How one group ranked, told as far as its size and its voters allow."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np

from samklang.methods.agenda.ballots import places_of, ranks_of
from samklang.methods.agenda.groups import Group
from samklang.methods.agenda.resident_ranks import agreement_from, pairs_of
from samklang.methods.disclosure.telling import band_of
from samklang.methods.statistics.kendall import SMALLEST_NUMBER, Agreement, kendall_w
from samklang.methods.statistics.refusals import NoVariation

Strength = Literal["none", "weak", "moderate", "strong"]
# Schmidt (1997), Managing Delphi surveys using nonparametric statistical techniques, Decision Sciences 28(3).
STEPS: tuple[tuple[float, Strength], ...] = ((0.7, "strong"), (0.5, "moderate"), (0.3, "weak"))


@dataclass(frozen=True)
class GroupRanking:
    """A group's ranking. Under 8 voters only its counts; with residents in it only strength, order and places.

    voters: least and most, equal when told exactly. counts: option → how many put it first, second, …, and last how
    many left it out. strength: None under 8 voters. w: 0 (none) … 1 (all alike), None when all options are level;
    p: of no agreement. order: best first, level options together. mean_ranks: 1 first; places: the likely ones.
    """

    sectors: tuple[str, ...]
    residents: bool
    voters: tuple[int, int]
    counts: Mapping[str, tuple[int, ...]] | None
    strength: Strength | None = None
    w: float | None = None
    p: float | None = None
    order: tuple[tuple[str, ...], ...] = ()
    mean_ranks: Mapping[str, float] | None = None
    places: Mapping[str, tuple[int, int]] | None = None


def agreement_in(group: Group, options: Sequence[str], *, seed: int, draws: int) -> Agreement | None:
    """Kendall's W in a group; None under 8 voters, or when every voter puts all options level.

    Of residents only the buckets of their pairs are used.
    """
    if len(group.ballots) < SMALLEST_NUMBER:
        return None
    partners, residents = (
        ranks_of([one for one in group.ballots if (one.sector is None) is resident], options)
        for resident in (False, True)
    )
    # Distinct ballots in a fixed order: who voted first must not move the draws.
    if len(residents):
        return agreement_from(partners[np.lexsort(partners.T)], pairs_of(residents), seed=seed, draws=draws)
    patterns, people = np.unique(partners, axis=0, return_counts=True)
    try:
        return kendall_w(patterns, people, seed=seed, draws=draws)
    except NoVariation:
        return None


def tell(group: Group, options: Sequence[str], found: Agreement | None) -> GroupRanking:
    """What may be told of a group of three partners or more, or with eight residents or more in it."""
    n = len(group.ballots)
    voters = (band_of(n) if group.residents else None) or (n, n)
    counts = None if group.residents else _counts(group, options)
    if found is None:
        strength: Strength | None = None if n < SMALLEST_NUMBER else "none"
        return GroupRanking(group.sectors, group.residents, voters, counts, strength)
    means = dict(zip(options, found.mean_ranks.tolist(), strict=True))
    return GroupRanking(
        group.sectors,
        group.residents,
        voters,
        counts,
        next((name for least, name in STEPS if found.w >= least), "none"),
        None if group.residents else found.w,
        None if group.residents else found.p,
        tuple(tuple(each for each in options if means[each] == rank) for rank in sorted(set(means.values()))),
        None if group.residents else means,
        {option: (low, high) for option, (low, high) in zip(options, found.places.tolist(), strict=True)},
    )


def _counts(group: Group, options: Sequence[str]) -> dict[str, tuple[int, ...]]:
    named = np.array([[option in one.places for option in options] for one in group.ballots])
    columns = np.where(named, places_of(ranks_of(group.ballots, options)), len(options) + 1)
    many = [np.bincount(column, minlength=len(options) + 2)[1:].tolist() for column in columns.T]
    return {option: tuple(row) for option, row in zip(options, many, strict=True)}
