"""Stated preferences (what people say it is worth) and revealed preferences (what they have paid)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from statistics import median

import numpy as np

from samklang.methods.kernel.findings import UnreadableInput
from samklang.methods.value.map.quantity import Quantity

RESAMPLES = 2000


@dataclass(frozen=True)
class Stated:
    """Amounts people stated. median: the centre, unmoved by a few huge answers; low, high: 95 % bootstrap interval of
    the median; mean: for comparison; n: amounts; zero_share: who said 0; protest_share: of all asked, who refused
    to put a price on it."""

    median: Fraction
    low: Fraction
    high: Fraction
    mean: Fraction
    n: int
    zero_share: Fraction
    protest_share: Fraction

    def quantity(self, source: str) -> Quantity:
        """The unit value as a number of a value map."""
        return Quantity(self.median, low=self.low, high=self.high, source=source)


def stated(amounts: Sequence[Fraction], protests: int, seed: int) -> Stated:
    """Sum up stated amounts (currency, 0 or more), one per person; protests: people who refused to price it.

    Raises UnreadableInput without amounts, with a negative one or with fewer than no protests.
    """
    if not amounts or min(amounts) < 0 or protests < 0:
        raise UnreadableInput(["stated values: give at least one amount, none below 0, and protests of 0 or more"])
    ordered = np.sort(np.array([float(amount) for amount in amounts]))
    picks = np.random.default_rng(seed).integers(0, len(ordered), (RESAMPLES, len(ordered)))
    low, high = np.percentile(np.median(ordered[picks], axis=1), (2.5, 97.5), method="inverted_cdf")
    centre = Fraction(median(amounts))
    return Stated(
        median=centre,
        low=min(centre, Fraction(float(low))),
        high=max(centre, Fraction(float(high))),
        mean=sum(amounts, start=Fraction(0)) / len(amounts),
        n=len(amounts),
        zero_share=Fraction(sum(1 for amount in amounts if amount == 0), len(amounts)),
        protest_share=Fraction(protests, len(amounts) + protests),
    )


@dataclass(frozen=True)
class Purchase:
    """Something people have paid for that brings a like change. price: currency per unit; change_share: how much of
    the change it stands for, 0–1, the rest being other things the price buys."""

    what: str
    price: Fraction
    change_share: Fraction
    source: str


def revealed(purchases: Sequence[Purchase]) -> Quantity:
    """The unit value seen in what people pay: price × share of each; lowest, median and highest.

    Raises UnreadableInput without purchases, without a source, or with a share outside 0–1.
    """
    if not purchases:
        raise UnreadableInput(["revealed values: give at least one purchase"])
    wrong = [row.what for row in purchases if not 0 <= row.change_share <= 1 or row.price < 0 or not row.source]
    if wrong:
        raise UnreadableInput([f"revealed values, {what}: needs a price, a share 0–1 and a source" for what in wrong])
    worths = sorted(row.price * row.change_share for row in purchases)
    source = "; ".join(f"{row.what}: {row.source}" for row in purchases)
    return Quantity(Fraction(median(worths)), low=worths[0], high=worths[-1], source=source)
