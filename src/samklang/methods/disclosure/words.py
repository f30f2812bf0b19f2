"""The words a bucket is told in: few, about half, most; and for the public two neighbouring runs as one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from samklang.methods.disclosure.buckets import runs

Word = Literal["few", "half", "most", "few_or_half", "half_or_most"]
_WIDE: dict[tuple[str, str], Word] = {("few", "half"): "few_or_half", ("half", "most"): "half_or_most"}


def word_of(share: float) -> Word:
    """The word for the middle of a bucket, a share: by which third of the whole it is in."""
    if share < 1 / 3:
        return "few"
    return "half" if share <= 2 / 3 else "most"


def wide_word(low: float, high: float) -> Word | None:
    """The word for two runs told as one. low, high: the shares at their middles; None when they span all three."""
    lower, upper = word_of(low), word_of(high)
    return lower if lower == upper else _WIDE.get((lower, upper))


def pair_of_runs(held: tuple[int, int], n: int, width: int, top_coded: bool) -> tuple[float, float]:
    """The middles of the lower and upper of the pair of runs a stored run stands in.

    The runs of 0..n pair off from the lowest: 1-2, 3-4 …; a last one without a fellow stands alone. A pair is a union
    of stored runs, so nothing is told that the stored run doesn't tell. Raises ValueError for another interval.
    """
    partition = runs(n, width, top_coded)
    place = [(run.lo, run.hi) for run in partition].index(held)
    pair = partition[place - place % 2 : place - place % 2 + 2]
    return pair[0].middle, pair[-1].middle


def public_word(held: Sequence[tuple[tuple[int, int], int]], width: int, top_coded: bool) -> Word | None:
    """The word the public reads of fewer than 20 people. held: for each cell its stored run and its people."""
    pairs = [pair_of_runs(run, n, width, top_coded) for run, n in held]
    people = sum(n for _, n in held)
    return wide_word(sum(low for low, _ in pairs) / people, sum(high for _, high in pairs) / people)
