"""A number of a value map: its centre, its range or counts when it is uncertain, and where it comes from."""

from __future__ import annotations

from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray
from scipy.special import betaincinv

PERT_WEIGHT = 4  # how much heavier the mode counts than the ends, as PERT has always had it


@dataclass(frozen=True)
class Quantity:
    """One number.

    centre: the declared central value (the mode of a range, k/n of counts); low, high: ends of a PERT range;
    k, n: counts of a sample, drawn as Beta(k + ½, n − k + ½); census: everyone was asked and answered, so nothing is
    drawn; sample: equally likely values, such as the means of a bootstrap; source, decision: where the number was
    read and who decided on it; stream: numbers of one stream are drawn together, because they rest on the same
    respondents or the same source.
    """

    centre: Fraction
    low: Fraction | None = None
    high: Fraction | None = None
    k: Fraction | None = None
    n: Fraction | None = None
    census: bool = False
    sample: tuple[float, ...] = ()
    source: str = ""
    decision: str = ""
    stream: str = ""

    @property
    def uncertain(self) -> bool:
        """Whether there is something to draw."""
        if self.sample:
            return len(set(self.sample)) > 1
        if self.low is not None and self.high is not None:
            return self.low < self.high
        return self.n is not None and not self.census

    @property
    def ends(self) -> tuple[Fraction, ...]:
        """Every number that was written: the centre, or low, centre and high."""
        return (self.centre,) if self.low is None or self.high is None else (self.low, self.centre, self.high)

    def quantile(self, probability: ArrayLike) -> NDArray[np.float64]:
        """Values below which the number lies with these probabilities (shares 0–1; any shape, same shape out).

        PERT: low + (high − low) × Beta(1 + 4 (mode − low)/(high − low), 1 + 4 (high − mode)/(high − low)).
        Source: Malcolm et al. 1959, Operations Research 7(5); Jeffreys' prior for the counts.
        """
        share = np.asarray(probability, dtype=np.float64)
        if not self.uncertain:
            return np.full(share.shape, float(self.centre))
        if self.sample:
            return np.asarray(np.quantile(self.sample, share, method="inverted_cdf"), dtype=np.float64)
        a, b, low, high = self._beta()
        return np.asarray(low + (high - low) * betaincinv(a, b, share), dtype=np.float64)

    def _beta(self) -> tuple[float, float, float, float]:
        if self.k is not None and self.n is not None:
            return float(self.k) + 0.5, float(self.n - self.k) + 0.5, 0.0, 1.0
        low, mode, high = (float(end) for end in self.ends)
        rise = (mode - low) / (high - low)
        return 1 + PERT_WEIGHT * rise, 1 + PERT_WEIGHT * (1 - rise), low, high


def as_range(low: float, high: float, mode: float | None = None) -> dict[str, Any]:
    """A range as a value map writes it; without a mode the middle is taken, as for a released bucket of counts."""
    return {"low": low, "mode": (low + high) / 2 if mode is None else mode, "high": high}


def exactly(number: float) -> Fraction:
    """A number as it was written: 0.1 becomes 1/10, not the nearest binary fraction."""
    return Fraction(str(number))


def scaled(quantity: Quantity, factor: Fraction) -> Quantity:
    """A number and its range times a factor."""
    return replace(
        quantity,
        centre=quantity.centre * factor,
        low=None if quantity.low is None else quantity.low * factor,
        high=None if quantity.high is None else quantity.high * factor,
        sample=tuple(value * float(factor) for value in quantity.sample),
    )
