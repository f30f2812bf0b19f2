"""Rounding for people: points, bands, outward intervals, the ratio and per cents; only at display, always half up."""

from __future__ import annotations

from fractions import Fraction
from math import ceil, floor
from typing import TypeAlias

Exact: TypeAlias = Fraction | int
MILLION = 10**6


def leading_power(number: Exact) -> Fraction:
    """10^⌊log10 |x|⌋, exactly. number: not 0. Raises ValueError for 0."""
    if number == 0:
        raise ValueError("0 has no leading figure")
    size, power = abs(Fraction(number)), Fraction(1)
    while power > size:
        power /= 10
    while power * 10 <= size:
        power *= 10
    return power


def half_up(number: Exact, step: Exact = 1) -> Fraction:
    """The nearest multiple of a step; a half goes away from 0."""
    size = floor(abs(Fraction(number)) / step + Fraction(1, 2)) * Fraction(step)
    return size if number >= 0 else -size


def figures(number: Exact, count: int) -> Fraction:
    """A number to so many significant figures."""
    return Fraction(0) if number == 0 else half_up(number, leading_power(number) / 10 ** (count - 1))


def point(number: Exact) -> Fraction:
    """An amount as a point: three figures under a million, two above (574 560 → 575 000; 7 830 000 → 7 800 000)."""
    return figures(number, 3 if abs(Fraction(number)) < MILLION else 2)


def band(number: Exact) -> tuple[Fraction, Fraction]:
    """The step of half the leading power of ten that holds an amount; on the grid, one step to each side.

    574 560 → 550 000–600 000; 600 000 → 550 000–650 000; 0 → 0–0.
    """
    if number == 0:
        return Fraction(0), Fraction(0)
    step = _step(number)
    if Fraction(number) % step == 0:
        return number - step, number + step
    low = floor(number / step) * step
    return low, low + step


def outward(low: Exact, high: Exact) -> tuple[Fraction, Fraction]:
    """An interval with each end moved outward to half its leading power of ten; never narrower."""
    return floor(low / _step(low)) * _step(low), ceil(high / _step(high)) * _step(high)


def ratio(number: Exact) -> Fraction:
    """A ratio to two figures (1.4364 → 1.4; 12.6 → 13)."""
    return figures(number, 2)


def per_cent(share: Exact) -> int:
    """A share 0–1 as whole per cents, half up (19/29 → 66)."""
    return int(half_up(Fraction(share) * 100))


def _step(number: Exact) -> Fraction:
    return leading_power(number) / 2 if number else Fraction(1)
