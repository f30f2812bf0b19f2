"""Answers counted in one pass: a person's answers to a scale become one whole number, its *cell*.

A cell holds the points above the least, how many answered and how many answers are none of the codes. Cells are few
and people many, so that a score is worked out once a cell and then looked up: 388 and 10⁷ people take the same code.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from samklang.methods.measurement.instrument import ResponseSet
from samklang.methods.measurement.scoring.answers import Codes, Flags

Lookup = NDArray[np.int32]
Cells = NDArray[np.int32]
Counts = NDArray[np.int64]

# Blocks that stay in the processor's cache matter more than the engine.
BLOCK = 65_536

BYTES = 256


@dataclass(frozen=True)
class Tally:
    """Cells of n people. cell: (n,); span: how many sums of points there are; size: number of items."""

    cell: Cells
    span: int
    size: int

    @property
    def _whole(self) -> int:
        return self.span * (self.size + 1)

    def grid(self) -> tuple[Counts, Counts, Flags]:
        """Points, answers and whether something is invalid, for every cell there can be: three arrays (cells,)."""
        cells = np.arange(self._whole * (self.size + 1))
        return cells % self.span, cells // self.span % (self.size + 1), cells >= self._whole


def tally(columns: Sequence[Codes], responses: Sequence[ResponseSet], points: Callable[[int, int], int]) -> Tally:
    """Count everybody's answers. columns: one (n,) an item; points(place, code): whole points ≥ 0 of one answer."""
    highest = [max(points(place, code) for code in each.codes) for place, each in enumerate(responses)]
    span = sum(highest) + 1
    lookups = [_lookup(place, each, points, span, len(columns)) for place, each in enumerate(responses)]
    return Tally(looked_up(columns, lookups), span, len(columns))


def _lookup(place: int, responses: ResponseSet, points: Callable[[int, int], int], span: int, size: int) -> Lookup:
    """What each byte adds to the cell: a code its points and one answer, a non-answer nothing, the rest one fault."""
    made: Lookup = np.full(BYTES, span * (size + 1), dtype=np.int32)
    made[[code % BYTES for code in (*responses.non_answers, -128)]] = 0
    for code in responses.codes:
        made[code % BYTES] = span + points(place, code)
    return made


def looked_up(columns: Sequence[Codes], lookups: Sequence[Lookup]) -> Cells:
    """Σ of the columns' answers in their lookups, (n,). columns: (n,) codes; lookups: (256,) by a code's byte."""
    n = len(columns[0])
    total: Cells = np.zeros(n, dtype=np.int32)
    step: Cells = np.empty(min(BLOCK, n), dtype=np.int32)
    for start in range(0, n, BLOCK):
        block = total[start : start + BLOCK]
        for column, lookup in zip(columns, lookups, strict=True):
            found = step[: len(block)]
            # "clip" spares NumPy a bounds check: a byte is never outside 256 places.
            np.take(lookup, column[start : start + BLOCK].view(np.uint8), out=found, mode="clip")
            block += found
    return total
