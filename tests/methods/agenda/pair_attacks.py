"""Everything voters could have cast, and what the kept buckets prove of it: by every table, or by a programme."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from itertools import combinations, permutations, product

import numpy as np
from scipy.optimize import LinearConstraint, milp
from scipy.stats import rankdata

from samklang.methods.agenda.resident_ranks import Pairs, runs_of_points
from samklang.methods.disclosure.plan import Plan

Table = np.ndarray
NOBODY = -1


@dataclass(frozen=True)
class Ballots:
    """The ballots there can be on some options. level: whether options may be level."""

    options: int
    level: bool

    @cached_property
    def ranks(self) -> Table:
        """Ranks, (ballots, options)."""
        rows = product(range(self.options), repeat=self.options) if self.level else permutations(range(self.options))
        return np.unique([rankdata(row) for row in rows], axis=0)

    @cached_property
    def points(self) -> Table:
        """What each ballot gives the first option of every pair: 2, 1 or 0, (ballots, pairs)."""
        pairs = combinations(range(self.options), 2)
        return np.array([1 + np.sign(self.ranks[:, b] - self.ranks[:, a]) for a, b in pairs]).T.astype(int)

    @cached_property
    def statements(self) -> dict[str, Table]:
        """What could be said of a ballot's first pair, and of where its first option stands, (ballots,) true or not.

        No option differs from another in what is kept, so this holds for them all.
        """
        first, second = self.ranks[:, 0], self.ranks[:, 1]
        found = {
            "before": first < second,
            "not before": first >= second,
            "after": first > second,
            "not after": first <= second,
            "level": first == second,
            "not level": first != second,
        }
        for place in np.unique(self.ranks):
            found |= {f"at {place}": first == place, f"not at {place}": first != place}
        return {name: true for name, true in found.items() if 0 < true.sum() < len(true)}


@cache
def tables(people: int, kinds: int) -> Table:
    """Every way to spread people over kinds of ballot, one a row."""
    if kinds == 1:
        return np.array([[people]], dtype=np.int8)
    rows = [(first, tables(people - first, kinds - 1)) for first in range(people + 1)]
    return np.vstack([np.column_stack((np.full(len(rest), first, dtype=np.int8), rest)) for first, rest in rows])


def places_in(points: Table, n: int) -> Table:
    """In which run each pair's points stand."""
    starts = [low for low, _high in runs_of_points(n, Plan().width)]
    return np.searchsorted(starts, points, side="right") - 1


def proved_by_tables(ballots: Ballots, n: int) -> list[str]:
    """What an outsider, or one of n voters, can prove of all the others."""
    cast = tables(n, len(ballots.ranks))
    places = places_in(cast @ ballots.points, n)
    codes = places @ (places.max() + 1) ** np.arange(places.shape[1])
    _kept, alike, people = np.unique(codes, return_inverse=True, return_counts=True)
    cast, starts = cast[np.argsort(alike)], np.cumsum(people) - people
    return [
        name
        for name, true in ballots.statements.items()
        if any((most == 0).any() for most in _most_outside(cast, starts, true))
    ]


def _most_outside(cast: Table, starts: Table, true: Table) -> Iterator[Table]:
    """For each kept release the most of the others of whom a statement is false, to an outsider and to each voter.

    starts: the first table of each release.
    """
    outside = cast[:, ~true].sum(axis=1)
    yield np.maximum.reduceat(outside, starts)
    for own in range(cast.shape[1]):
        others = np.where(cast[:, own] > 0, outside - (not true[own]), NOBODY)
        yield np.maximum.reduceat(others, starts)


def most_others_outside(ballots: Ballots, kept: Pairs, own: int, true: Table) -> int:
    """The most of the others of whom a statement can be false, to a voter who cast one of the ballots."""
    ends = np.array(kept.runs) - ballots.points[own][:, None]
    others = kept.n - 1
    found = milp(
        -(~true).astype(float),
        constraints=LinearConstraint(
            np.vstack([ballots.points.T, np.ones(len(true))]), [*ends[:, 0], others], [*ends[:, 1], others]
        ),
        integrality=np.ones(len(true)),
    )
    return round(-found.fun)
