"""The picture of a panel: everybody's line drawn towards the common one, by a mixed model (REML).

y = β₀ + β₁t + u₀ + u₁t + e, (u₀, u₁) ~ N(0, σ²ΛΛ'), e ~ N(0, σ²). With S_i = Z_i'Z_i and K_i = I + Λ'S_iΛ, V_i⁻¹ is
I − Z_iΛK_i⁻¹Λ'Z_i', so that the criterion (n − 2)·log σ̂² + Σ log|K_i| + log|ΣX'V⁻¹X| needs three sums a person only.
Not for the claim: with few people its normal interval is too narrow and the fit often sits at the border; the mean of
people's own slopes (slopes.py) carries the claim. Source: Bates et al. (2015), 10.18637/jss.v067.i01.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import inf, log, sqrt

import numpy as np
from numpy.typing import ArrayLike, NDArray
from scipy.optimize import minimize

from samklang.methods.statistics.intervals import Interval, around
from samklang.methods.statistics.refusals import NotConverged, NoVariation, TooFew
from samklang.methods.statistics.sample import Numbers, finite, same_length, summed

SMALLEST_NUMBER = 15
BORDER = 1e-4
# Spread between people over that around their lines: beyond it there is no residual to speak of.
LARGEST_SPREAD = 1e4


@dataclass(frozen=True)
class MixedSlopes:
    """slope, start: of the common line, normal; lines: (n, 2) start and slope of each person, shrunken.

    sd_start, sd_slope, sd_answer: between people and around a person's line; correlation of start and slope, None
    where one does not vary. at_border: a spread that the fit could not tell from zero.
    """

    start: Interval
    slope: Interval
    lines: Numbers
    sd_start: float
    sd_slope: float
    sd_answer: float
    correlation: float | None
    at_border: bool


@dataclass(frozen=True)
class _Sums:
    """A person's Z'Z, (n, 2, 2), Z'y, (n, 2), and Σy² and answers over all people."""

    squares: Numbers
    products: Numbers
    total: float
    answers: int


def mixed_slopes(person: ArrayLike, time: ArrayLike, values: ArrayLike, level: float = 0.95) -> MixedSlopes:
    """Random start and slope. person: (m,) labels, time and values: (m,), one row an answer.

    Raises TooFew under 15 people or two answers a person on average, NoVariation, NotConverged, MissingValues.
    """
    y, t = finite(values, "values"), finite(time, "time")
    labels = np.asarray(person)
    same_length(len(y), time=t, person=labels)
    _people, who = np.unique(labels, return_inverse=True)
    n = int(who.max()) + 1
    if n < SMALLEST_NUMBER or len(y) <= 2 * n:
        text = f"{n} people with {len(y)} answers: {SMALLEST_NUMBER} people and over two answers each are needed"
        raise TooFew("person", text)
    middle, unit, centre = float(t.mean()), float(t.std()), float(y.mean())
    if unit == 0 or float(y.std()) == 0:
        raise NoVariation("time" if unit == 0 else "values", "all are equal: there is no line to draw")
    sums = _sums(who, (t - middle) / unit, y - centre, n)
    theta = _best(sums)
    line, spread, own, variance = _solved(theta, sums)
    # Back from centred and scaled time to the time given.
    back = np.array([[1.0, -middle / unit], [0.0, 1 / unit]])
    between = back @ _triangle(theta) @ _triangle(theta).T @ back.T * variance
    coefficients = back @ line + np.array([centre, 0.0])
    errors = np.sqrt(np.diag(back @ spread @ back.T) * variance)
    sd_start, sd_slope = np.sqrt(np.diag(between)).tolist()
    apart = sd_start > 0 and sd_slope > 0
    return MixedSlopes(
        start=around(float(coefficients[0]), float(errors[0]), inf, n, level),
        slope=around(float(coefficients[1]), float(errors[1]), inf, n, level),
        lines=coefficients + own @ back.T,
        sd_start=sd_start,
        sd_slope=sd_slope,
        sd_answer=sqrt(variance),
        correlation=float(between[0, 1]) / (sd_start * sd_slope) if apart else None,
        at_border=bool(min(abs(theta[0]), abs(theta[2])) < BORDER),
    )


def _sums(who: NDArray[np.intp], t: Numbers, y: Numbers, n: int) -> _Sums:
    one, first, second = (summed(who, t**power, n) for power in (0, 1, 2))
    squares = np.stack([np.stack([one, first], axis=1), np.stack([first, second], axis=1)], axis=1)
    products = np.stack([summed(who, y, n), summed(who, t * y, n)], axis=1)
    return _Sums(squares, products, float(y @ y), len(y))


def _triangle(theta: Numbers) -> Numbers:
    return np.array([[theta[0], 0.0], [theta[1], theta[2]]])


def _solved(theta: Numbers, sums: _Sums) -> tuple[Numbers, Numbers, Numbers, float]:
    """Common line (2,), its covariance (2, 2) over σ², people's departures (n, 2), and σ²."""
    root = _triangle(theta)
    inner = np.linalg.inv(np.eye(2) + root.T @ sums.squares @ root)
    pull = root @ inner @ root.T
    squares = (sums.squares - sums.squares @ pull @ sums.squares).sum(axis=0)
    shrunk = np.einsum("nij,nj->ni", pull, sums.products)
    products = (sums.products - np.einsum("nij,nj->ni", sums.squares, shrunk)).sum(axis=0)
    spread = np.linalg.inv(squares)
    line = spread @ products
    left = sums.total - float(np.einsum("ni,ni->", sums.products, shrunk)) - float(products @ line)
    own = np.einsum("nij,nj->ni", pull, sums.products - sums.squares @ line)
    return line, spread, own, left / (sums.answers - 2)


def _criterion(theta: Numbers, sums: _Sums) -> float:
    """The restricted likelihood's deviance, σ² profiled out, but for a constant."""
    if np.abs(theta).max() > LARGEST_SPREAD:
        return inf
    root = _triangle(theta)
    _line, spread, _own, variance = _solved(theta, sums)
    grown = np.linalg.det(np.eye(2) + root.T @ sums.squares @ root)
    if not variance > 0:
        return inf
    return (sums.answers - 2) * log(variance) + float(np.log(grown).sum()) - log(float(np.linalg.det(spread)))


def _best(sums: _Sums) -> Numbers:
    """θ of the least criterion."""
    start = np.array([1.0, 0.0, 1.0])
    options = {"maxiter": 4000, "maxfev": 4000, "xatol": 1e-8, "fatol": 1e-10}
    for _restart in range(3):
        found = minimize(_criterion, start, args=(sums,), method="Nelder-Mead", options=options)
        if not found.success or not np.isfinite(found.fun):
            raise NotConverged("values", "the lines never settled: show people's own slopes instead")
        start = found.x
    if np.abs(found.x).max() > LARGEST_SPREAD / 10:
        raise NoVariation("values", "everybody follows a straight line to the last digit: show their own slopes")
    best: Numbers = found.x
    return best
