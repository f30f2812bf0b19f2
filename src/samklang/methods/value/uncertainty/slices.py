"""Draws as slices: a number's distribution is cut into 16 384 equally likely slices, and a draw is one of them.

A draw costs a quarter of a 64-bit random number and one look-up, however the number is distributed. The slices'
values are quantiles at their middles, read off the exact inverse at few knots by cubic interpolation. The knots lie
close together in the tails: p = sin²(πs/2) with s evenly spaced, from the middle of the first slice to that of the
last. A percentile is off by at most one slice, 0.006 per cent of the probability: a fifth of the chance error at a
million draws.
"""

from __future__ import annotations

import hashlib
from functools import cache

import numpy as np
from numpy.typing import NDArray

from samklang.methods.value.map.quantity import Quantity

SLICES = 2**14
KNOTS = 257
PICKS_A_WORD = 4  # one 64-bit random number holds four of 16 bits
SPARE_BITS = np.uint16(2)  # of 16, above the 14 that a slice needs
WORD, QUARTER = np.dtype("<u8"), np.dtype("<u2")

Values = NDArray[np.float64]
Picks = NDArray[np.uint16]


def slice_values(quantity: Quantity) -> Values:
    """The value of each slice of an uncertain number, lowest first, shape (16 384,)."""
    if quantity.sample:
        ordered = np.sort(np.asarray(quantity.sample, dtype=np.float64))
        return ordered[(np.arange(SLICES) * len(ordered)) // SLICES]
    knots, cells, weights = _interpolation()
    exact = quantity.quantile(knots)
    values = weights[0] * exact.take(cells)
    for place in (1, 2, 3):
        values += weights[place] * exact.take(cells + place)
    clipped: Values = np.clip(values, exact[0], exact[-1], out=values)
    return clipped


class Stream:
    """A source of random slices that belongs to a name under a seed, whatever else is drawn."""

    def __init__(self, name: str, seed: int) -> None:
        digest = hashlib.sha256(name.encode()).digest()
        words = [int.from_bytes(digest[start : start + 4], "big") for start in range(0, 16, 4)]
        self._bits = np.random.PCG64(np.random.SeedSequence([seed, *words]))

    def picks(self, count: int) -> Picks:
        """The next so many slices, 0 … 16 383. A count that isn't a multiple of four ends the stream."""
        raw = self._bits.random_raw(-(-count // PICKS_A_WORD))
        words: Picks = np.asarray(raw).astype(WORD, copy=False).view(QUARTER)
        return np.right_shift(words[:count], SPARE_BITS)


@cache
def _interpolation() -> tuple[Values, NDArray[np.intp], Values]:
    """Probabilities of the knots; the first of the four knots around each slice's middle; the four weights there."""
    middles = (np.arange(SLICES) + 0.5) / SLICES
    first, span = middles[0], middles[-1] - middles[0]
    knots = first + span * np.sin(np.linspace(0, np.pi / 2, KNOTS)) ** 2
    place = np.arcsin(np.sqrt(np.clip((middles - first) / span, 0, 1))) * (2 / np.pi) * (KNOTS - 1)
    cells = np.clip(np.floor(place).astype(np.intp) - 1, 0, KNOTS - 4)
    t = place - cells  # 0 … 3 between the four knots
    weights = np.stack(
        [
            -(t - 1) * (t - 2) * (t - 3) / 6,
            t * (t - 2) * (t - 3) / 2,
            -t * (t - 1) * (t - 3) / 2,
            t * (t - 1) * (t - 2) / 6,
        ]
    )
    return knots, cells, weights
