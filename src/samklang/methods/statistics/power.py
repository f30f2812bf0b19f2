"""The smallest difference a number of people can show, before anything is collected.

The δ, in SD, at which P(|T| > t_crit) = power, T noncentral t with shift δ·√n (paired) or δ/√(1/n₁ + 1/n₂) (groups).
One share p₀: |p − p₀| = z_α·√(p₀q₀/n) + z_β·√(pq/n), either way.
Sources: Cohen (1988); Fleiss, Levin & Paik (2003), Statistical Methods for Rates and Proportions, ch. 4.
"""

from __future__ import annotations

from math import sqrt

from scipy.optimize import brentq
from scipy.stats import nct, norm, t

from samklang.methods.statistics.refusals import BadArgument, TooFew
from samklang.methods.statistics.sample import checked_level

POWER = 0.8


def smallest_paired(n: int, power: float = POWER, level: float = 0.95, sd: float = 1.0) -> float:
    """Change of n people who answer twice, in units of sd (of the change). Raises TooFew under 2."""
    if n < 2:
        raise TooFew("n", f"{n} person can't show a change: two or more are needed")
    return sd * _smallest(n - 1, sqrt(n), power, level)


def smallest_two_groups(
    n_first: int, n_second: int, power: float = POWER, level: float = 0.95, sd: float = 1.0
) -> float:
    """Difference of two groups, in units of sd (within a group). Raises TooFew when one is empty or 2 in all."""
    if min(n_first, n_second) < 1 or n_first + n_second < 3:
        raise TooFew("n", f"{n_first} and {n_second} people can't show a difference: two or more in each are needed")
    return sd * _smallest(n_first + n_second - 2, 1 / sqrt(1 / n_first + 1 / n_second), power, level)


def smallest_share(
    n: int, share: float, power: float = POWER, level: float = 0.95
) -> tuple[float | None, float | None]:
    """Drop and rise from a known share (0–1) that n people can show; None where 0 or 1 is reached first.

    Raises BadArgument for a share of exactly 0 or 1: one answer to the contrary would disprove it.
    """
    if n < 1:
        raise TooFew("n", "nobody can't show a share: one or more are needed")
    if not 0 < share < 1:
        raise BadArgument("share", f"{share:g} is no share between 0 and 1: write 0.20 for 20 per cent")
    at_null, at_other = float(norm.isf((1 - checked_level(level)) / 2)), float(norm.ppf(_checked_power(power, level)))

    def short(other: float) -> float:
        needed = at_null * sqrt(share * (1 - share) / n) + at_other * sqrt(other * (1 - other) / n)
        return abs(other - share) - needed

    drop = share - float(brentq(short, 0.0, share)) if short(0.0) > 0 else None
    rise = float(brentq(short, share, 1.0)) - share if short(1.0) > 0 else None
    return drop, rise


def _smallest(df: float, precision: float, power: float, level: float) -> float:
    """δ with P(|T(df, δ·precision)| > t_crit) = power."""
    bound = float(t.isf((1 - checked_level(level)) / 2, df))
    aim = _checked_power(power, level)

    def short(shift: float) -> float:
        # Beyond 5 the wrong tail holds under 1e-6, and scipy's value there is sometimes NaN.
        wrong_way = float(nct.cdf(-bound, df, shift)) if shift < 5 else 0.0
        return float(nct.sf(bound, df, shift)) + wrong_way - aim

    high = 1.0
    while short(high) < 0:
        high *= 2
    return float(brentq(short, 1e-9, high, xtol=1e-10)) / precision


def _checked_power(power: float, level: float) -> float:
    if not 1 - level < power < 1:
        raise BadArgument("power", f"{power} is no chance between {1 - level:.2f} and 1: write 0.8 for 80 per cent")
    return power
