"""Yes or no from covariates: logistic (or probit) regression by iteratively reweighted least squares, with counts.

β ← β + (X'CWX)⁻¹X'C·s, W = G'²/(G(1−G)), s = (y − G)·G'/(G(1−G)), G(x'β) the probability. Covariance (X'CWX)⁻¹.
Separation is proved, not guessed: a direction β with (2y−1)·x'β ≥ 0 for all and > 0 for some (linear program).
Sources: McCullagh & Nelder (1989); Albert & Anderson (1984), 10.1093/biomet/71.1.1; Konis (2007).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import inf
from typing import Literal

import numpy as np
from numpy.typing import ArrayLike
from scipy.optimize import linprog
from scipy.special import expit, ndtr

from samklang.methods.statistics.intervals import Interval, around
from samklang.methods.statistics.refusals import BadArgument, NotConverged, NoVariation, Separation, TooFew
from samklang.methods.statistics.regression import as_design, named, solve, triangle_inverse
from samklang.methods.statistics.sample import Numbers, column

Link = Literal["logit", "probit"]
MOST_ROUNDS = 60
FARTHEST_SURE = 15.0


@dataclass(frozen=True)
class Chances:
    """A fitted yes-or-no model. coefficients (p,), covariance (p, p), probability (m,) 0–1, people.

    slope: dG/d(x'β) a row, (m,); residual: what a row adds to the score beside x, (m,).
    """

    coefficients: Numbers
    covariance: Numbers
    probability: Numbers
    slope: Numbers
    residual: Numbers
    n: int

    def interval(self, j: int, level: float = 0.95) -> Interval:
        """Coefficient j, normal."""
        return around(float(self.coefficients[j]), float(self.covariance[j, j]) ** 0.5, inf, self.n, level)


def logit(
    y: ArrayLike,
    design: ArrayLike,
    counts: ArrayLike | None = None,
    names: Sequence[str] | None = None,
    link: Link = "logit",
) -> Chances:
    """Chance of y = 1. y: (m,) of 0 and 1; design: (m, p) with its own column of ones; counts: (m,).

    Raises NoVariation when all answer alike, Separation naming the columns, Unidentified, NotConverged, TooFew.
    """
    x = as_design(design)
    answer, people = _checked(y, x, counts)
    solve(answer, x, counts, names)
    scale = np.sqrt(people @ x**2 / people.sum())
    beta, settled = _climbed(answer, x / scale, people, link)
    # A coefficient without bound seems to settle once its chances round to 0 and 1.
    if not settled or np.abs(x @ (beta / scale)).max() > FARTHEST_SURE:
        apart = separating(answer, x / scale, people)
        if apart:
            text = "tells yes from no without a fault, so its coefficient has no bound: take it out or join its boxes"
            raise Separation(named(apart, names), text)
    if not settled:
        raise NotConverged("design", "the coefficients never settled: rescale the columns, or take some out")
    return _finished(x, answer, people, beta / scale, names, link)


def _climbed(answer: Numbers, x: Numbers, people: Numbers, link: Link) -> tuple[Numbers, bool]:
    """Coefficients by Newton's steps, halved where the likelihood would fall, and whether they settled."""
    beta, height = np.zeros(x.shape[1]), -np.inf
    for _round in range(MOST_ROUNDS):
        probability, slope, variance = _curve(x @ beta, link)
        information = (x * (people * slope**2 / variance)[:, None]).T @ x
        gradient = x.T @ (people * (answer - probability) * slope / variance)
        step, *_rest = np.linalg.lstsq(information, gradient, rcond=None)
        for _half in range(20):
            likelihood = _likelihood(answer, x @ (beta + step), people, link)
            if likelihood >= height - 1e-9 * abs(likelihood):
                break
            step = step / 2
        beta, height = beta + step, likelihood
        if np.abs(x @ step).max() < 1e-10:
            return beta, True
    return beta, False


def _likelihood(answer: Numbers, linear: Numbers, people: Numbers, link: Link) -> float:
    chance, _slope, _variance = _curve(linear, link)
    return float(people @ np.log(np.where(answer == 1, chance, 1 - chance)))


def _checked(y: ArrayLike, x: Numbers, counts: ArrayLike | None) -> tuple[Numbers, Numbers]:
    answer, people = column(y, counts, "y")
    if len(answer) != len(x):
        raise BadArgument("design", f"{len(x)} rows where the answer has {len(answer)}: give one a row")
    if not np.all((answer == 0) | (answer == 1)):
        raise BadArgument("y", "only 0 and 1 are answers here: recode the others first")
    yes, n = float(people @ answer), float(people.sum())
    if yes in (0.0, n):
        raise NoVariation("y", f"all {n:.0f} answers are {int(yes > 0)}: there is nothing to tell apart")
    if n <= x.shape[1]:
        raise TooFew("y", f"{n:.0f} people can't carry {x.shape[1]} coefficients: take columns out")
    return answer, people


def _curve(linear: Numbers, link: Link) -> tuple[Numbers, Numbers, Numbers]:
    """Probability, its slope, and its variance p(1−p), all (m,), kept off 0 and 1."""
    chance = np.clip(expit(linear) if link == "logit" else ndtr(linear), 1e-14, 1 - 1e-14)
    variance = chance * (1 - chance)
    slope = variance if link == "logit" else np.exp(-0.5 * linear**2) / np.sqrt(2 * np.pi)
    return chance, slope, variance


def _finished(
    x: Numbers, answer: Numbers, people: Numbers, beta: Numbers, names: Sequence[str] | None, link: Link
) -> Chances:
    probability, slope, variance = _curve(x @ beta, link)
    half = triangle_inverse(x, people * slope**2 / variance, names)
    residual = (answer - probability) * slope / variance
    return Chances(beta, half @ half.T, probability, slope, residual, int(people.sum()))


def separating(answer: Numbers, x: Numbers, people: Numbers) -> list[int]:
    """The fewest columns that together separate yes from no; empty when none do."""
    if not _separates(answer, x, people):
        return []
    kept = list(range(x.shape[1]))
    # The column of ones goes last, so that the blame falls on what varies.
    for j in sorted(kept, key=lambda j: np.ptp(x[:, j]) == 0):
        without = [other for other in kept if other != j]
        if without and _separates(answer, x[:, without], people):
            kept = without
    varying = [j for j in kept if np.ptp(x[:, j]) > 0]
    return varying or kept


def _separates(answer: Numbers, x: Numbers, people: Numbers) -> bool:
    """Whether some sum of the columns is never negative for yes, never positive for no, and not always zero."""
    signed = np.unique((x * (2 * answer - 1)[:, None])[people > 0], axis=0)
    found = linprog(-signed.sum(axis=0), A_ub=-signed, b_ub=np.zeros(len(signed)), bounds=(-1, 1), method="highs")
    return bool(found.success and -found.fun > 1e-7)
