"""The population's margins that answers are weighted to: names, boxes, totals, and small boxes merged."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import ArrayLike

from samklang.methods.kernel.findings import Finding
from samklang.methods.statistics.refusals import BadArgument, TooFew
from samklang.methods.statistics.sample import Integers, Numbers, frequencies

# A statistics office may add noise to each cell, so that tables of the same people differ by a few.
SAME_TOTAL = 1e-9


@dataclass(frozen=True)
class Margin:
    """One margin: people (or shares) in each of its boxes. ordered: neighbours may be merged (age bands, not sex)."""

    name: str
    totals: tuple[float, ...]
    labels: tuple[str, ...] = ()
    ordered: bool = False

    def label(self, index: int) -> str:
        """What box is called."""
        return self.labels[index] if self.labels else str(index)


def checked_codes(codes: ArrayLike, margins: Sequence[Margin]) -> Integers:
    """Boxes as (m, p) integers. Raises BadArgument naming the margin for a code without a total, or bad totals."""
    given = np.asarray(codes)
    if given.size == 0:
        raise TooFew("codes", "there is not one answer to weight")
    boxes = given.reshape(len(given), -1)
    if len(margins) == 0 or boxes.shape[1] != len(margins):
        raise BadArgument("codes", f"{boxes.shape} codes for {len(margins)} margins: give one column a margin")
    whole: Integers = boxes.astype(np.int64, copy=False)
    if not np.issubdtype(boxes.dtype, np.integer) and np.any(whole != boxes):
        raise BadArgument("codes", "a code is no whole number: boxes are numbered from 0")
    for column, margin in zip(whole.T, margins, strict=True):
        if column.min() < 0 or column.max() >= len(margin.totals):
            raise BadArgument(margin.name, f"a code outside 0 to {len(margin.totals) - 1}: each needs its total")
        totals = np.asarray(margin.totals, dtype=np.float64)
        if not np.all(np.isfinite(totals)) or totals.min() < 0 or not totals.sum() > 0:
            raise BadArgument(margin.name, "totals are numbers of people: finite, not negative, not all zero")
    return whole


def common_total(margins: Sequence[Margin]) -> tuple[list[Numbers], list[Finding]]:
    """Each margin as shares of 1, and a finding for each whose total is not the first's."""
    sums = [float(np.sum(margin.totals)) for margin in margins]
    shares = [
        np.asarray(margin.totals, dtype=np.float64) / total for margin, total in zip(margins, sums, strict=True)
    ]
    text = "is not the first margin's {:g}: rescaled to it. Are they of the same people and year?"
    said = [
        Finding("SW02", "warning", margin.name, f"total {total:g} " + text.format(sums[0]))
        for margin, total in zip(margins, sums, strict=True)
        if abs(total - sums[0]) > SAME_TOTAL * sums[0]
    ]
    return shares, said


def merge_small(
    codes: ArrayLike, margin: Margin, counts: ArrayLike | None = None, least: int = 5
) -> tuple[Integers, Margin, Finding | None]:
    """Joins boxes of one ordered margin with under `least` answers to the smaller neighbour, until none is left.

    codes: (m,). Gives the new codes, the new margin, and a finding that says what was joined (None when nothing was).
    Raises BadArgument for a margin whose boxes have no order.
    """
    boxes = checked_codes(codes, [margin])[:, 0]
    answers = np.bincount(boxes, weights=frequencies(counts, len(boxes)), minlength=len(margin.totals)).tolist()
    runs = [[index] for index in range(len(answers))]
    sizes = list(answers)
    while len(sizes) > 1 and min(sizes) < least:
        if not margin.ordered:
            text = f"under {least} answers, and boxes without an order have no neighbour: join two by hand"
            raise BadArgument(f"{margin.name} {margin.label(runs[int(np.argmin(sizes))][0])}", text)
        at = int(np.argmin(sizes))
        beside = [index for index in (at - 1, at + 1) if 0 <= index < len(sizes)]
        other = min(beside, key=lambda index: sizes[index])
        low = min(at, other)
        runs[low : low + 2] = [runs[low] + runs[low + 1]]
        sizes[low : low + 2] = [sizes[low] + sizes[low + 1]]
    if len(runs) == len(answers):
        return boxes, margin, None
    labels = tuple("+".join(margin.label(index) for index in run) for run in runs)
    totals = tuple(sum(margin.totals[index] for index in run) for run in runs)
    joined = ", ".join(label for label, run in zip(labels, runs, strict=True) if len(run) > 1)
    new = np.empty(len(answers), dtype=np.int64)
    for index, run in enumerate(runs):
        new[run] = index
    finding = Finding("SW01", "warning", margin.name, f"boxes with under {least} answers were joined: {joined}")
    return new[boxes], replace(margin, totals=totals, labels=labels), finding
