"""Buckets of counts: the only form in which an answer-dependent number leaves a wave.

For a cell of n people the counts 0..n are cut into runs of at least ``width = coalition + 2`` that depend on n
only. The lowest run then has hi ≥ coalition + 1 and the highest lo ≤ n − coalition − 1, so a coalition that
subtracts its own answers can neither conclude "all the others" nor "none of the others".
A top-coded partition joins the last runs of the plain one: were it cut anew, a top-coded and a plain bucket of
neighbouring cuts could cross and leave fewer counts than the width.
Source: the project's own rule, docs/decisions/0001-buckets.md.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate

from samklang.methods.disclosure.plan import TOP_CODED_UNDER, TOP_SHARE


@dataclass(frozen=True, order=True)
class Bucket:
    """The counts lo..hi, both included, of n people."""

    lo: int
    hi: int
    n: int

    @property
    def middle(self) -> float:
        """Midpoint of the run, people."""
        return (self.lo + self.hi) / 2

    def __contains__(self, count: int) -> bool:
        return self.lo <= count <= self.hi


@lru_cache(maxsize=4096)
def runs(n: int, width: int, top_coded: bool = False) -> tuple[Bucket, ...]:
    """The fixed partition of the counts 0..n, lowest first.

    n: people in the cell; width: least counts in a run; top_coded: in cells under 50 the last run starts at 80 % of
    n or lower. Raises ValueError when n + 1 counts do not hold two runs.
    """
    pieces = (n + 1) // width
    if pieces < 2:
        raise ValueError(f"{n} people do not hold two runs of {width} counts")
    starts = [(n + 1) * index // pieces for index in range(pieces)]
    if top_coded and n < TOP_CODED_UNDER:
        starts = starts[: bisect_right(starts, TOP_SHARE * n)]
    ends = [start - 1 for start in starts[1:]] + [n]
    return tuple(Bucket(lo, hi, n) for lo, hi in zip(starts, ends, strict=True))


def bucket(count: int, n: int, width: int, top_coded: bool = False) -> Bucket:
    """The run that holds a count. Raises ValueError for a count outside 0..n."""
    if not 0 <= count <= n:
        raise ValueError(f"a count of {count} among {n} people is impossible")
    partition = runs(n, width, top_coded)
    return partition[bisect_right([run.lo for run in partition], count) - 1]


def staircase(counts_per_step: Sequence[int], width: int, sensitive_cuts: int = 0) -> tuple[Bucket, ...]:
    """Buckets of the cumulative counts of an ordered question, one for each cut, nested over the cuts.

    counts_per_step: people at each step, from the sensitive end of the scale; a skip is the step farthest from it.
    sensitive_cuts: how many of the first cuts lie inside the sensitive set and are top-coded. The cut after the last
    step is left out: it is n whatever was answered.
    """
    n = sum(counts_per_step)
    reached = 0
    steps: list[Bucket] = []
    for cut, people in enumerate(counts_per_step[:-1]):
        reached += people
        steps.append(bucket(reached, n, width, top_coded=cut < sensitive_cuts))
    return tuple(steps)


def within_staircase(stored: Sequence[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    """What all cuts of a question leave of the count at each: it never falls from one cut to the next.

    stored: the bucket of each cut. Only a top-coded bucket gets narrower so, down to the plain runs it joins.
    """
    least = accumulate((lo for lo, _ in stored), max)
    most = [*accumulate((hi for _, hi in reversed(stored)), min)][::-1]
    return tuple(zip(least, most, strict=True))
