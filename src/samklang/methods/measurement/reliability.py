"""How far a scale's score can be trusted: α with interval, ω, item-rest, standard error, floor and ceiling."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from math import sqrt

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize
from scipy.stats import f

from samklang.methods.kernel.findings import Finding

Numbers = NDArray[np.float64]

SMALLEST_N = 30
MARKED_END_SHARE = 0.15


@dataclass(frozen=True)
class Reliability:
    """One scale's reliability in n people who answered everything; None where it can't be computed.

    sem: standard error of measurement, mdc95: smallest change that is no error, both in points of the score.
    item_rest: item → correlation with the sum of the others. floor_share, ceiling_share: 0–1 at either end.
    """

    n: int
    alpha: float | None
    alpha_interval: tuple[float, float] | None
    omega: float | None
    item_rest: Mapping[str, float | None]
    sem: float | None
    mdc95: float | None
    floor_share: float | None
    ceiling_share: float | None
    findings: tuple[Finding, ...]


def reliability(items: Mapping[str, Numbers], possible: tuple[float, float]) -> Reliability:
    """Reliability of a sum. items: item → (n,) codes, keyed one way, no NaN; possible: least and greatest sum."""
    answers = np.column_stack(list(items.values()))
    n = len(answers)
    total = answers.sum(axis=1)
    alpha = cronbach_alpha(answers)
    rest = dict(zip(items, item_rest(answers), strict=True))
    sem = None if alpha is None else float(total.std(ddof=1)) * sqrt(max(0.0, 1 - alpha))
    floor, ceiling = (float((total == end).mean()) if n else None for end in possible)
    return Reliability(
        n=n,
        alpha=alpha,
        alpha_interval=None if alpha is None else feldt_interval(alpha, n, answers.shape[1]),
        omega=omega_total(answers),
        item_rest=rest,
        sem=sem,
        mdc95=None if sem is None else 1.96 * sqrt(2) * sem,
        floor_share=floor,
        ceiling_share=ceiling,
        findings=_findings(n, rest, floor, ceiling),
    )


def cronbach_alpha(answers: Numbers) -> float | None:
    """α = k/(k−1)·(1 − Σs²ᵢ/s²_X). answers: (n, k). None when k or n is under 2 or the sum is constant.

    Cronbach (1951), 10.1007/BF02310555.
    """
    n, k = answers.shape
    if n < 2 or k < 2:
        return None
    variance = float(answers.sum(axis=1).var(ddof=1))
    return None if variance == 0 else k / (k - 1) * (1 - float(answers.var(axis=0, ddof=1).sum()) / variance)


def feldt_interval(alpha: float, n: int, k: int, level: float = 0.95) -> tuple[float, float]:
    """1 − (1−α)·F at the upper and the lower tail, with n−1 and (n−1)(k−1) degrees of freedom.

    Feldt, Woodruff & Salih (1987), 10.1177/014662168701100107.
    """
    tail = (1 - level) / 2
    first, second = n - 1, (n - 1) * (k - 1)
    low, high = (1 - (1 - alpha) * float(f.ppf(p, first, second)) for p in (1 - tail, tail))
    return low, high


def item_rest(answers: Numbers) -> list[float | None]:
    """Correlation of each item with the sum of the others; None where either is constant. answers: (n, k)."""
    rest = answers.sum(axis=1, keepdims=True) - answers
    return [_correlation(item, others) for item, others in zip(answers.T, rest.T, strict=True)]


def _correlation(one: Numbers, other: Numbers) -> float | None:
    if len(one) < 2 or np.ptp(one) == 0 or np.ptp(other) == 0:
        return None
    return float(np.corrcoef(one, other)[0, 1])


def omega_total(answers: Numbers) -> float | None:
    """ω = (Σλ)²/[(Σλ)²+Σθ] of the sum, one factor by maximum likelihood. answers: (n, k).

    None with fewer than three items, too few people, a constant item or a singular correlation matrix.
    McDonald (1999), Test Theory.
    """
    n, k = answers.shape
    if k < 3 or n <= k or not np.all(np.ptp(answers, axis=0) > 0):
        return None
    correlation: Numbers = np.asarray(np.corrcoef(answers, rowvar=False))
    if np.linalg.eigvalsh(correlation)[0] < 1e-10:
        return None
    unique = _uniqueness(correlation)
    spread = answers.std(axis=0, ddof=1)
    common = float((_loadings(correlation, unique) * spread).sum()) ** 2
    return common / (common + float((unique * spread**2).sum()))


def _uniqueness(correlation: Numbers) -> Numbers:
    """Unique variances, (k,), that maximise the likelihood of one factor (Jöreskog 1967)."""
    start = 0.5 / np.diag(np.linalg.inv(correlation))
    found = minimize(_misfit, start, args=(correlation,), method="L-BFGS-B", bounds=[(0.005, 1.0)] * len(start))
    unique: Numbers = found.x
    return unique


def _misfit(unique: Numbers, correlation: Numbers) -> float:
    scale = 1 / np.sqrt(unique)
    rest = np.linalg.eigvalsh(scale[:, None] * correlation * scale)[:-1]
    return float((rest - np.log(rest) - 1).sum())


def _loadings(correlation: Numbers, unique: Numbers) -> Numbers:
    scale = 1 / np.sqrt(unique)
    values, vectors = np.linalg.eigh(scale[:, None] * correlation * scale)
    loadings: Numbers = np.sqrt(unique) * vectors[:, -1] * sqrt(max(0.0, float(values[-1]) - 1))
    return loadings


def _findings(
    n: int, rest: Mapping[str, float | None], floor: float | None, ceiling: float | None
) -> tuple[Finding, ...]:
    found = [
        Finding("RE01", "error", item, f"item-rest is {value:.2f}: is the item keyed the right way? Don't publish")
        for item, value in rest.items()
        if value is not None and value < 0
    ]
    if n < SMALLEST_N:
        found.append(Finding("RW01", "warning", "n", f"{n} whole answers: too few to claim reliability (30)"))
    found += [
        Finding("RW02", "warning", item, "nobody differs on this item, or on all the others")
        for item, value in rest.items()
        if value is None and len(rest) > 1 and n > 1
    ]
    for where, share in (("floor", floor), ("ceiling", ceiling)):
        if n > 1 and share is not None and share >= MARKED_END_SHARE:
            text = "of the people stand at this end: change beyond it can't be seen"
            found.append(Finding("RW03", "warning", where, f"{100 * share:.0f} per cent {text}"))
    return tuple(found)
