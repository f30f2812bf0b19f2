"""The full scale of an axis: values to shares of the width, with a few round ticks."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True)
class Scale:
    """From ``low`` to ``high``, in the values' own unit. Raises ValueError if that is no length."""

    low: float
    high: float

    def __post_init__(self) -> None:
        if not self.high > self.low:
            raise ValueError(f"A scale needs a length, not {self.low} to {self.high}")

    def at(self, value: float) -> float:
        """The share of the width where a value stands. Raises ValueError for a value off the scale."""
        share = (value - self.low) / (self.high - self.low)
        if not -1e-9 <= share <= 1 + 1e-9:
            raise ValueError(f"{value} is off the scale {self.low} to {self.high}")
        return min(max(share, 0.0), 1.0)

    def ticks(self, about: int = 4) -> list[float]:
        """Round values on the scale, its round ends among them."""
        step = nice_step((self.high - self.low) / about)
        first, last = math.ceil(self.low / step - 1e-9), math.floor(self.high / step + 1e-9)
        return [round(place * step, 10) for place in range(first, last + 1)]


def around(values: Iterable[float], about: int = 4) -> Scale:
    """A scale with round ends around the values and zero."""
    known = [*values, 0.0]
    low, high = min(known), max(known)
    step = nice_step((high - low) / about or 1)
    return Scale(math.floor(low / step + 1e-9) * step, max(math.ceil(high / step - 1e-9) * step, step))


def nice_step(step: float) -> float:
    """The nearest step of 1, 2, 2.5 or 5 times a power of ten that isn't smaller."""
    power = 10.0 ** math.floor(math.log10(step))
    return next(power * factor for factor in (1, 2, 2.5, 5, 10) if power * factor >= step * (1 - 1e-9))
