"""What two waves' figures and a three-way change prove together, for people linked between the waves.

A wave is W1, a later one W2; r1 and r2 people stand only in one of them and `linked` in both. Low: inside the
sensitive set. With LL, LF, FL, FF the linked people by where they stood and stand (low, fine):

    LL + LF + low(R1) in A    LL + FL + low(R2) in B    LF = better in P    FL = worse in Q

For fixed better and worse the only unknown left among the linked is LL, and it runs over one interval; so the least
number of low (or fine) people in each of the three sets of people is found by going over better × worse, without a
programme. A coalition is taken out of the problem: its members' answers are subtracted from every interval.
Source: the project's own rule, docs/method/what-may-be-shown.md.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import combinations_with_replacement, product

import numpy as np

from samklang.methods.disclosure.plan import CONFIDENT_SHARE, CONFIDENT_UNDER

Interval = tuple[int, int]
# What one insider takes away: people (linked, r1, r2), the low counts of A and B, better and worse.
Kind = tuple[tuple[int, int, int], tuple[int, int], tuple[int, int]]
KINDS: tuple[Kind, ...] = (
    ((1, 0, 0), (1, 1), (0, 0)),
    ((1, 0, 0), (1, 0), (1, 0)),
    ((1, 0, 0), (0, 1), (0, 1)),
    ((1, 0, 0), (0, 0), (0, 0)),
    ((0, 1, 0), (1, 0), (0, 0)),
    ((0, 1, 0), (0, 0), (0, 0)),
    ((0, 0, 1), (0, 1), (0, 0)),
    ((0, 0, 1), (0, 0), (0, 0)),
)


@dataclass(frozen=True)
class Pair:
    """Counts of people, and what is published: low in the first wave, low in the second, better, worse."""

    linked: int
    r1: int
    r2: int
    first: Interval
    second: Interval
    better: Interval
    worse: Interval


@dataclass(frozen=True)
class _Least:
    """The least number of people of a set of so many who must have what is named. sensitive: it is low."""

    least: int
    size: int
    sensitive: bool


def possible(pair: Pair) -> bool:
    """Whether any database agrees with what is published."""
    return bool(_leasts(pair))


@lru_cache(maxsize=65536)
def proves(pair: Pair, coalition: int) -> bool:
    """Whether a coalition, of whatever answers, can prove something about a person outside it.

    Also true when nearly all (90 %) of a set under 30 must be low, or when fewer than coalition + 1 people of a set
    stay undetermined. False when nothing agrees with what is published: then it is never published.
    """
    if any(_too_narrow(each, coalition) for each in _leasts(pair)):
        return True
    return any(
        each.size > 0 and each.least == each.size
        for size in range(1, coalition + 1)
        for members in combinations_with_replacement(KINDS, size)
        for rest in _without(pair, members)
        for each in _leasts(rest)
    )


def _too_narrow(each: _Least, coalition: int) -> bool:
    if each.sensitive and each.size < CONFIDENT_UNDER and 0 < CONFIDENT_SHARE * each.size <= each.least:
        return True
    return each.size - each.least < min(coalition + 1, each.size)


def _without(pair: Pair, members: tuple[Kind, ...]) -> Iterator[Pair]:
    """The problem as the coalition sees it.

    A member may stand between two cuts of the scale that share a bucket. Then the others' low count can't be at that
    end of its interval, so each member may also leave the lower end, or lower the upper one.
    """
    people = [sum(member[0][place] for member in members) for place in range(3)]
    if people[0] > pair.linked or people[1] > pair.r1 or people[2] > pair.r2:
        return
    moved = [sum(member[2][place] for member in members) for place in range(2)]
    sides = [[_seen(member, wave) for member in members] for wave in range(2)]
    rest = replace(
        pair,
        linked=pair.linked - people[0],
        r1=pair.r1 - people[1],
        r2=pair.r2 - people[2],
        better=(pair.better[0] - moved[0], pair.better[1] - moved[0]),
        worse=(pair.worse[0] - moved[1], pair.worse[1] - moved[1]),
    )
    firsts = {_shifted(pair.first, each) for each in product(*sides[0])}
    seconds = {_shifted(pair.second, each) for each in product(*sides[1])}
    for first, second in product(sorted(firsts), sorted(seconds)):
        yield replace(rest, first=first, second=second)


def _seen(member: Kind, wave: int) -> tuple[Interval, ...]:
    """What a member may take from the lower and the upper end of a wave's interval."""
    if not member[0][0] and not member[0][1 + wave]:
        return ((0, 0),)
    return ((1, 1), (0, 1)) if member[1][wave] else ((0, 0), (0, 1))


def _shifted(interval: Interval, taken: tuple[Interval, ...]) -> Interval:
    return interval[0] - sum(low for low, _ in taken), interval[1] - sum(high for _, high in taken)


@lru_cache(maxsize=65536)
def _leasts(pair: Pair) -> tuple[_Least, ...]:
    """The least low and the least fine people of the linked, of R1 and of R2; empty when nothing agrees."""
    better = np.arange(max(0, pair.better[0]), min(pair.linked, pair.better[1]) + 1)[:, None]
    worse = np.arange(max(0, pair.worse[0]), min(pair.linked, pair.worse[1]) + 1)[None, :]
    lows = (0, pair.first[0] - pair.r1 - better, pair.second[0] - pair.r2 - worse)
    highs = (pair.linked - better - worse, pair.first[1] - better, pair.second[1] - worse)
    low = np.maximum(np.maximum(lows[0], lows[1]), lows[2])
    high = np.minimum(np.minimum(highs[0], highs[1]), highs[2])
    agree = low <= high
    if not agree.any():
        return ()
    found: list[_Least] = []
    for moved, told, alone in ((better, pair.first, pair.r1), (worse, pair.second, pair.r2)):
        least, most = int((moved + low)[agree].min()), int((moved + high)[agree].max())
        outside = alone - max(0, min(alone, told[1] - least))
        found += [
            _Least(least, pair.linked, True),
            _Least(pair.linked - most, pair.linked, False),
            _Least(max(0, told[0] - most), alone, True),
            _Least(outside, alone, False),
        ]
    moved_all = (
        int(np.broadcast_to(better, agree.shape)[agree].min()),
        int(np.broadcast_to(worse, agree.shape)[agree].min()),
    )
    return (*found, *(_Least(each, pair.linked, False) for each in moved_all))
