"""Intervals of means, shares and their differences.

mean: x̄ ± t(n−1)·s/√n. Welch: x̄₂ − x̄₁ ± t(ν)·√(s₁²/n₁ + s₂²/n₂), ν = (a+b)²/(a²/(n₁−1) + b²/(n₂−1)).
Wilson: (p̂ + z²/2n ± z·√(p̂q̂/n + z²/4n²))/(1 + z²/n).
Sources: Welch (1947), 10.1093/biomet/34.1-2.28; Wilson (1927), 10.1080/01621459.1927.10502953.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache
from math import inf, isinf, sqrt

import numpy as np
from numpy.typing import ArrayLike
from scipy.stats import norm, t

from samklang.methods.statistics.refusals import BadArgument, TooFew
from samklang.methods.statistics.sample import (
    checked_level,
    column,
    is_nothing,
    mean_and_variance,
    refuse_no_spread,
)

LARGEST_SIGN_FLIP = 20


@dataclass(frozen=True)
class Interval:
    """An estimate with its bounds. error: standard error; df: degrees of freedom (inf = normal); n: people."""

    estimate: float
    low: float
    high: float
    error: float
    df: float
    n: int

    def excludes(self, null: float = 0.0) -> bool:
        """Whether the null lies outside."""
        return not self.low <= null <= self.high

    def moved(self, by: float) -> Interval:
        """The same interval, shifted."""
        return replace(self, estimate=self.estimate + by, low=self.low + by, high=self.high + by)

    def times(self, factor: float) -> Interval:
        """The same interval in another unit; a negative factor swaps the bounds."""
        ends = sorted((self.low * factor, self.high * factor))
        return replace(
            self, estimate=self.estimate * factor, low=ends[0], high=ends[1], error=self.error * abs(factor)
        )


def around(estimate: float, error: float, df: float, n: int, level: float = 0.95) -> Interval:
    """estimate ± t(df)·error; the normal quantile when df is inf."""
    half = quantile(df, level) * error
    return Interval(estimate, estimate - half, estimate + half, error, df, n)


@lru_cache(maxsize=1024)
def quantile(df: float, level: float) -> float:
    """Two-sided critical value of t with df degrees of freedom (inf = normal)."""
    tail = (1 - checked_level(level)) / 2
    return float(norm.isf(tail) if isinf(df) else t.isf(tail, df))


def mean_interval(values: ArrayLike, counts: ArrayLike | None = None, level: float = 0.95) -> Interval:
    """t-interval of a mean. values: (m,); counts: (m,) people a value.

    Raises TooFew under two people, NoVariation when all are equal, MissingValues.
    """
    n, mean, variance = mean_and_variance(values, counts, "values")
    error = sqrt(variance / n)
    if is_nothing(error, mean):
        raise refuse_no_spread("values", n, mean)
    return around(mean, error, n - 1, n, level)


def welch(
    first: ArrayLike,
    second: ArrayLike,
    counts_first: ArrayLike | None = None,
    counts_second: ArrayLike | None = None,
    level: float = 0.95,
) -> Interval:
    """Second minus first, unequal variances. Raises as mean_interval; NoVariation only if neither group varies."""
    n1, mean1, variance1 = mean_and_variance(first, counts_first, "first")
    n2, mean2, variance2 = mean_and_variance(second, counts_second, "second")
    a, b = variance1 / n1, variance2 / n2
    if is_nothing(sqrt(a + b), max(abs(mean1), abs(mean2))):
        raise refuse_no_spread("first and second", n1 + n2, mean1)
    df = (a + b) ** 2 / (a**2 / (n1 - 1) + b**2 / (n2 - 1))
    return around(mean2 - mean1, sqrt(a + b), df, n1 + n2, level)


def wilson(successes: float, n: float, level: float = 0.95) -> tuple[float, float]:
    """Low and high of a share, 0–1. Raises TooFew for n < 1, BadArgument for successes outside 0..n."""
    if n < 1:
        raise TooFew("n", "a share of nobody is no share: say that nobody answered")
    if not 0 <= successes <= n:
        raise BadArgument("successes", f"{successes:g} of {n:g} is impossible")
    z = quantile(inf, level)
    share = successes / n
    centre = share + z**2 / (2 * n)
    half = z * sqrt(share * (1 - share) / n + z**2 / (4 * n**2))
    low, high = ((centre + side * half) / (1 + z**2 / n) for side in (-1, 1))
    return 0.0 if successes == 0 else low, 1.0 if successes == n else high


def difference_of(first: Interval, second: Interval, level: float = 0.95) -> Interval:
    """Second minus first of two independent estimates: error √(e₁²+e₂²), Welch–Satterthwaite df."""
    a, b = first.error**2, second.error**2
    if a + b == 0:
        raise refuse_no_spread("first and second", first.n + second.n, first.estimate)
    df = (a + b) ** 2 / (a**2 / first.df + b**2 / second.df) if not isinf(min(first.df, second.df)) else inf
    return around(second.estimate - first.estimate, sqrt(a + b), df, first.n + second.n, level)


def p_value(interval: Interval, null: float = 0.0) -> float:
    """Two-sided p of the null from an interval's own error and degrees of freedom. Raises NoVariation at error 0."""
    if interval.error == 0:
        raise refuse_no_spread("interval", interval.n, interval.estimate)
    size = abs(interval.estimate - null) / interval.error
    return float(2 * (norm.sf(size) if isinf(interval.df) else t.sf(size, interval.df)))


def sign_flip_p(values: ArrayLike, counts: ArrayLike | None = None) -> float | None:
    """Exact two-sided p that changes are as likely up as down, from all 2ⁿ signs; None above 20 people.

    values: (m,) changes. Fisher (1935), The Design of Experiments, §21.
    """
    changes, people = column(values, counts, "values")
    if people.sum() > LARGEST_SIGN_FLIP:
        return None
    every = np.repeat(changes, people.astype(np.int64))
    # The first sign is fixed: flipping all of them gives the same size.
    sums = every[:1]
    for change in every[1:]:
        sums = np.concatenate((sums + change, sums - change))
    slack = 1e-9 * float(np.abs(every).sum())
    return float((np.abs(sums) >= abs(float(every.sum())) - slack).mean())
