"""The value creation chain as arithmetic: retained share, impact, flows over the years and their present value.

Written once for three kinds of number: Fraction (the point value, exact), float, and NumPy arrays over draws.
No constant here is a Fraction: beside an array it would make slow Python objects of it.
Source of the formulas: The SROI Network, A guide to Social Return on Investment (2012), stages 4 and 5.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import reduce
from itertools import accumulate
from operator import mul
from typing import Any, TypeAlias

import numpy as np

Amount: TypeAlias = Any  # Fraction, float or array over draws: the operators are the same


def retained(*shares: Amount) -> Amount:
    """What is left after the deductions: Π (1 − share). shares: 0–1, in any order."""
    return reduce(mul, [1 - share for share in shares]) if shares else 1


def impact(quantity: Amount, unit_value: Amount, retained_share: Amount) -> Amount:
    """Impact of a whole first year: quantity × unit value × retained share, in currency."""
    return quantity * unit_value * retained_share


def flows(first_year: Amount, duration: Amount, drop_off: Amount, horizon: int, delay: int = 0) -> list[Amount]:
    """Undiscounted value of each year: impact × (1 − drop-off)^(t−1) × part of year t within the duration.

    duration: years, a part year comes last; drop_off: share 0–1 lost per year, from the second; horizon: whole years
    that hold the longest duration; delay: empty years before the first.
    """
    fading = accumulate(range(horizon - 1), lambda left, _: left * (1 - drop_off), initial=1)
    years = [first_year * left * part_of_year(duration, t) for t, left in _numbered(fading, horizon)]
    return [first_year * 0] * delay + years


def _numbered(values: Iterable[Amount], count: int) -> Iterator[tuple[int, Amount]]:
    return zip(range(1, count + 1), values, strict=False)


def part_of_year(duration: Amount, year: int) -> Amount:
    """How much of a year (1, 2 …) lies within a duration: 0–1."""
    rest = duration - (year - 1)
    if isinstance(rest, np.ndarray):
        return np.clip(rest, 0.0, 1.0)
    return min(max(rest, rest * 0), rest * 0 + 1)


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


def pv_closed(
    first_year: Amount, duration: Amount, drop_off: Amount, rate: Amount, timing: str = "end", delay: int = 0
) -> Amount:
    """Present value without a year axis: impact × first factor × (1 + q + … + q^(n−1) + q^n × part).

    q: (1 − drop-off)/(1 + rate); n: whole years of the duration, part: the rest; first factor: 1/(1 + rate) at the
    end of the year, 1 at its start, once more 1/(1 + rate) for each year of delay. duration: one number, no array;
    rate: one for all years. Equal to `present_value(flows(…), discount_factors(…))`, exactly so with fractions.
    """
    growth = (1 - drop_off) * (1 / (1 + rate))
    whole = int(duration)
    weight = geometric(growth, whole)
    if duration != whole:
        weight = weight + growth**whole * (duration - whole)
    empty_years = delay + (1 if timing == "end" else 0)
    return first_year * (weight * (1 / (1 + rate) ** empty_years))


def geometric(growth: Amount, terms: int) -> Amount:
    """1 + q + … + q^(n−1) as (1 + q) × the half of it in q²: few products for any n, no division that fails at 1."""
    if terms <= 2:
        return 1 + growth if terms == 2 else terms
    if terms % 2:
        return 1 + growth * geometric(growth, terms - 1)
    return (1 + growth) * geometric(growth * growth, terms // 2)
