"""What those who stopped answering could do to a number: reweighted, bounded, or assumed worse.

Hájek: Σ w·y/Σ w over the seen, w = 1/P(seen | x). Manski: (1−m)·ȳ + m·{least, greatest}, m the missing share.
Lee: the arm that answers more is trimmed by p = (q₁ − q₀)/q₁, from the top for the lower bound and from the bottom
for the upper. With ȳ, s² and k the mean, variance and people kept, and c the value at the cut, a bound's error is
  SE² = s²/k + (c − ȳ)²·[p/k + (1 − q₁)/(n₁q₁) + (1 − q₀)/(n₀q₀)] + s₀²/(n₀q₀)
Manski's bound is the mean of all who started, the missing set to an end of the scale, with that mean's error.
Imbens–Manski: [low − C·SE_low, high + C·SE_high], Φ(C + (high − low)/greatest SE) − Φ(−C) = level, holds the value.
Tipping: all who started have the mean of the seen less m·k·SD; the k at which the interval reaches 0.
Sources: Horvitz & Thompson (1952), 10.1080/01621459.1952.10483446; Manski (1990); Lee (2009), Proposition 3,
10.1111/j.1467-937X.2009.00536.x; Imbens & Manski (2004), 10.1111/j.1468-0262.2004.00555.x; the tipping rule is the
project's own, docs/method/dropout.md.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import hypot, inf, sqrt

import numpy as np
from numpy.typing import ArrayLike
from scipy.optimize import brentq
from scipy.stats import norm

from samklang.methods.statistics.intervals import Interval, around
from samklang.methods.statistics.logit import logit
from samklang.methods.statistics.refusals import BadArgument, MissingValues, TooFew
from samklang.methods.statistics.regression import as_design
from samklang.methods.statistics.sample import Numbers, as_floats, checked_level, column, frequencies, same_length

TIPPING_STEPS = (0.25, 0.5)


@dataclass(frozen=True)
class Bounds:
    """Least and greatest value the data allow, in the outcome's unit. trimmed_share: 0–1 of the fuller arm (Lee).

    errors: of low and of high, from drawing people; None where an arm has one answer only. interval: holds the value
    itself at the level asked, wherever it lies between the bounds (narrower than one that holds both bounds).
    """

    low: float
    high: float
    trimmed_share: float | None = None
    trimmed_arm: str | None = None
    errors: tuple[float, float] | None = None
    level: float = 0.95

    def __post_init__(self) -> None:
        checked_level(self.level)

    @property
    def interval(self) -> tuple[float, float] | None:
        """Imbens and Manski's interval of the value; None without errors."""
        return None if self.errors is None else _around_bounds(self.low, self.high, self.errors, self.level)


def _around_bounds(low: float, high: float, errors: tuple[float, float], level: float) -> tuple[float, float]:
    """[low − C·SE_low, high + C·SE_high], C between the one- and the two-sided normal quantile."""
    widest = max(errors)
    if widest == 0:
        return low, high
    gap, tail = (high - low) / widest, 1 - level
    one_sided, two_sided = (float(norm.isf(share)) for share in (tail, tail / 2))
    critical = float(brentq(lambda c: tail - norm.sf(c + gap) - norm.sf(c), one_sided - 1, two_sided + 1, xtol=1e-13))
    return low - critical * errors[0], high + critical * errors[1]


def manski_bounds(
    values: ArrayLike,
    started: int,
    least: float,
    greatest: float,
    counts: ArrayLike | None = None,
    level: float = 0.95,
) -> Bounds:
    """Bounds of the mean of all who started. values: (m,) of the seen; least, greatest: ends of the scale.

    Raises BadArgument when more answered than started or a value lies outside the scale, TooFew when nobody answered.
    """
    seen, people = column(values, counts, "values")
    if seen.min() < least or seen.max() > greatest:
        raise BadArgument("values", f"a value outside the scale {least:g} to {greatest:g}: check the scale's ends")
    missing = _missing(float(people.sum()), started, "started")
    n = float(people.sum())
    mean = float(people @ seen) / n
    within, ends = float(people @ (seen - mean) ** 2), (least, greatest)
    low, high = ((1 - missing) * mean + missing * end for end in ends)
    # Squares of all who started, the missing at an end: within the seen, and between them and that end.
    squares = [within + n * missing * (mean - end) ** 2 for end in ends]
    if started < 2:
        return Bounds(low, high, level=level)
    errors = sqrt(squares[0] / (started - 1) / started), sqrt(squares[1] / (started - 1) / started)
    return Bounds(low, high, errors=errors, level=level)


def manski_difference(first: Bounds, second: Bounds) -> Bounds:
    """Second minus first of two means that are each only known within bounds; the level is the first's."""
    low, high = second.low - first.high, second.high - first.low
    if first.errors is None or second.errors is None:
        return Bounds(low, high, level=first.level)
    errors = hypot(second.errors[0], first.errors[1]), hypot(second.errors[1], first.errors[0])
    return Bounds(low, high, errors=errors, level=first.level)


def lee_bounds(
    first: ArrayLike,
    second: ArrayLike,
    started_first: int,
    started_second: int,
    counts_first: ArrayLike | None = None,
    counts_second: ArrayLike | None = None,
    level: float = 0.95,
) -> Bounds:
    """Second minus first for those who answer either way, if joining only ever raises answering (or only lowers it).

    first, second: (m,) outcomes of the seen. Ties at the cut are trimmed by a part, so that ordinal answers work; the
    error then holds too, unless the cut falls just between two answers, where it is only nearly right.
    Raises TooFew when an arm has no answer, BadArgument when more answered than started.
    """
    arms = [column(first, counts_first, "first"), column(second, counts_second, "second")]
    started = (started_first, started_second)
    seen = [
        1 - _missing(float(people.sum()), begun, where)
        for (_values, people), begun, where in zip(arms, started, ("started_first", "started_second"), strict=True)
    ]
    fuller = int(seen[1] >= seen[0])
    share = (seen[fuller] - seen[1 - fuller]) / seen[fuller]
    values, people = arms[1 - fuller]
    n = float(people.sum())
    fixed = float(people @ values) / n
    low, high = (_kept(*arms[fuller], share, top) for top in (True, False))
    if not fuller:
        low, high = high.turned(), low.turned()
    side = 1 if fuller else -1
    trimmed = ("first", "second")[fuller] if share > 0 else None
    bounds = low.mean - side * fixed, high.mean - side * fixed
    if n < 2 or float(arms[fuller][1].sum()) < 2:
        return Bounds(*bounds, share, trimmed, level=level)
    chance = sum((1 - q) / (q * begun) for q, begun in zip(seen, started, strict=True))
    other = float(people @ (values - fixed) ** 2) / (n - 1) / n
    errors = low.error(share, chance, other), high.error(share, chance, other)
    return Bounds(*bounds, share, trimmed, errors, level)


def _missing(answered: float, started: int, where: str) -> float:
    if answered > started:
        raise BadArgument(where, f"{answered:.0f} answered but {started} started: count all who started")
    return 1 - answered / started


@dataclass(frozen=True)
class _Kept:
    """Who is kept of the fuller arm: how many (a part of the last), their mean and variance (by n), and the value at
    the cut."""

    people: float
    mean: float
    variance: float
    cut: float

    def turned(self) -> _Kept:
        """The same with every answer's sign turned."""
        return replace(self, mean=-self.mean, cut=-self.cut)

    def error(self, share: float, chance: float, other: float) -> float:
        """SE of a bound. share: trimmed; chance: Σ (1 − q)/(n·q) of both arms; other: SE² of the other mean."""
        away = (self.cut - self.mean) ** 2
        return sqrt((self.variance + away * share) / self.people + away * chance + other)


def _kept(values: Numbers, people: Numbers, share: float, top: bool) -> _Kept:
    """The arm without its share at the top, or at the bottom."""
    order = np.argsort(values if top else -values, kind="stable")
    ordered, number = values[order], people[order]
    kept = float(number.sum()) * (1 - share)
    part = np.clip(kept - np.concatenate(([0.0], np.cumsum(number)[:-1])), 0, number)
    mean = float(part @ ordered) / kept
    # Where whole answers are trimmed, rounding must not move the cut to the next one.
    cut = float(ordered[np.flatnonzero(part > 1e-9)[-1]])
    return _Kept(kept, mean, float(part @ (ordered - mean) ** 2) / kept, cut)


def hajek_ipw(
    values: ArrayLike,
    answered: ArrayLike,
    design: ArrayLike,
    counts: ArrayLike | None = None,
    names: Sequence[str] | None = None,
    level: float = 0.95,
) -> Interval:
    """Mean of all who started, if leaving depends only on what the design holds. n counts the seen.

    values: (m,), anything where not answered; answered: (m,) of 0 and 1; design: (m, p) with ones, known for all.
    The error counts in that the chances are estimated. With nobody missing it is the plain mean.
    Raises Separation, TooFew, MissingValues (a value missing where answered says 1).
    """
    x = as_design(design)
    y, seen = _outcome(values, answered, len(x))
    people = frequencies(counts, len(x))
    n, used = float(people.sum()), float(people @ seen)
    if used < 2:
        raise TooFew("answered", f"{used:.0f} of {n:.0f} answered: an interval needs two or more")
    if used == n:
        mean = float(people @ y) / n
        return around(mean, sqrt(float(people @ (y - mean) ** 2)) / n, inf, int(used), level)
    chance = logit(seen, x, counts, names)
    weight = seen / chance.probability
    total = float(people @ weight)
    mean = float(people @ (weight * y)) / total
    slope = -weight * (1 - chance.probability) * (y - mean)
    by_chance = n * (x * chance.residual[:, None]) @ (chance.covariance @ ((people * slope) @ x / total))
    influence = n * weight * (y - mean) / total + by_chance
    return around(mean, sqrt(float(people @ influence**2)) / n, inf, int(used), level)


def _outcome(values: ArrayLike, answered: ArrayLike, rows: int) -> tuple[Numbers, Numbers]:
    y, seen = as_floats(values, "values"), as_floats(answered, "answered")
    same_length(rows, values=y, answered=seen)
    if not np.all((seen == 0) | (seen == 1)):
        raise BadArgument("answered", "1 for who answered and 0 for who did not")
    if not np.all(np.isfinite(y[seen == 1])):
        raise MissingValues("values", "a value is missing where answered says 1: set it to 0 there")
    return np.where(seen == 1, y, 0.0), seen


@dataclass(frozen=True)
class Tipping:
    """How much worse the leavers must be, in SD, before the answer changes.

    to_zero: k at which the interval first holds 0 (0 when it already does); flips: k at which the estimate is 0;
    both None when nobody is missing, so that nothing can flip. at: interval under each k of 0.25 and 0.5 SD.
    """

    to_zero: float | None
    flips: float | None
    at: tuple[tuple[float, Interval], ...]

    def holds_at(self, k: float) -> bool:
        """Whether the interval still excludes 0 when the leavers are k SD worse off."""
        return self.to_zero is None or self.to_zero > k


def tipping_point(
    estimate: Interval,
    sd: float,
    missing_share: float,
    missing_share_others: float = 0.0,
    steps: Sequence[float] = TIPPING_STEPS,
) -> Tipping:
    """Shifts an estimate towards 0 by k·SD·(missing + missing of the others).

    sd: of the outcome in the unit of the estimate, > 0; missing_share: 0–1 of the participants who left;
    missing_share_others: give the other arm's only when its leavers are to be assumed better off as well (the hardest
    test). An estimate below 0 is shifted up: leavers who did better would hide a harm in the same way.
    """
    if not sd > 0:
        raise BadArgument("sd", f"{sd:g} is no spread: give the outcome's standard deviation")
    for where, share in (("missing_share", missing_share), ("missing_share_others", missing_share_others)):
        if not 0 <= share < 1:
            raise BadArgument(where, f"{share:g} is no share from 0 to under 1: write 0.20 for 20 per cent")
    unit = sd * (missing_share + missing_share_others)
    sign = -1.0 if estimate.estimate > 0 else 1.0
    at = tuple((k, estimate.moved(sign * k * unit)) for k in steps)
    near = max(0.0, estimate.low if sign < 0 else -estimate.high)
    excludes = estimate.excludes()
    if unit == 0:
        return Tipping(None if excludes else 0.0, None, at)
    return Tipping(near / unit if excludes else 0.0, abs(estimate.estimate) / unit, at)
