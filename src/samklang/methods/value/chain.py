"""The value creation chain as arithmetic: retained share, impact, flows over the years and their present value.

Written once for three kinds of number: Fraction (the point value, exact), float, and NumPy arrays over draws.
So no constant here may be a Fraction: beside an array it would make slow Python objects of it.
Source of the formulas: The SROI Network, A guide to Social Return on Investment (2012), stages 4 and 5.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from itertools import accumulate
from math import prod
from typing import Any, TypeAlias

import numpy as np

Amount: TypeAlias = Any  # Fraction, float or array over draws: the operators are the same


def retained(*shares: Amount) -> Amount:
    """What is left after the deductions: Π (1 − share). shares: 0–1, in any order."""
    return prod(1 - share for share in shares)


def impact(quantity: Amount, unit_value: Amount, retained_share: Amount) -> Amount:
    """Impact of a whole first year: quantity × unit value × retained share, in currency."""
    return quantity * unit_value * retained_share


def flows(first_year: Amount, duration: Amount, drop_off: Amount, horizon: int, delay: int = 0) -> list[Amount]:
    """Undiscounted value of each year: impact × (1 − drop-off)^(t−1) × part of year t within the duration.

    duration: years, a part year comes last; drop_off: share 0–1 lost per year, from the second; horizon: whole years
    that hold the longest duration; delay: empty years before the first.
    """
    fading = accumulate(range(horizon - 1), lambda left, _: left * (1 - drop_off), initial=1)
    years = [first_year * left * part_of_year(duration, t) for t, left in enumerate(fading, start=1)]
    return [first_year * 0] * delay + years[:horizon]


def part_of_year(duration: Amount, year: int) -> Amount:
    """How much of a year (1, 2 …) lies within a duration: 0–1."""
    rest = duration - (year - 1)
    if isinstance(rest, Fraction):
        return min(max(rest, Fraction(0)), Fraction(1))
    return np.clip(rest, 0.0, 1.0)


def discount_factors(rates: Sequence[tuple[int, Amount]], timing: str, years: int) -> list[Amount]:
    """The weight of each year t: Π 1/(1 + r) over t years (`end`) or over t − 1 years (`start`).

    rates: (years, rate) in order, each rate for so many years, the last onward.
    """
    yearly = [rate for length, rate in rates for _ in range(min(length, years))][:years]
    yearly += [rates[-1][1]] * (years - len(yearly))
    factors = list(accumulate(yearly, lambda factor, rate: factor / (1 + rate), initial=1))
    chosen = factors[1:] if timing == "end" else factors
    return chosen[:years]


def present_value(yearly: Sequence[Amount], factors: Sequence[Amount]) -> Amount:
    """Σ value of year t × its discount factor."""
    return sum((value * factor for value, factor in zip(yearly, factors, strict=False)), start=0)


def pv_closed(first_year: Amount, duration: Amount, drop_off: Amount, rate: Amount, timing: str = "end") -> Amount:
    """Present value without a sum over years: impact × v × ((1 − q^n)/(1 − q) + q^n × part), q = (1 − d)/(1 + r).

    n: whole years of the duration, part: the rest; v: 1/(1 + r) at the end of the year, 1 at its start. One rate.
    """
    growth = (1 - drop_off) / (1 + rate)
    whole = int(duration)
    full = whole if growth == 1 else (1 - growth**whole) / (1 - growth)
    first = first_year / (1 + rate) if timing == "end" else first_year
    return first * (full + growth**whole * (duration - whole))
