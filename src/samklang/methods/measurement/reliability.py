"""How far a scale's score can be trusted: α with interval, ω, item-rest, standard error, floor and ceiling."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import sqrt
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray
from scipy.optimize import minimize
from scipy.stats import f

from samklang.methods.kernel.findings import Finding, UnreadableInput
from samklang.methods.measurement.scoring.answers import columns_of

Numbers = NDArray[np.float64]
Column = NDArray[Any]

BLOCK = 65_536

# Under five people nothing is shown; under thirty there is no claim and no alarm, since noise turns signs.
FEWEST = 5
SMALLEST_N = 30
MARKED_END_SHARE = 0.15


@dataclass(frozen=True)
class Reliability:
    """One scale's reliability in n people who answered everything; None where it can't be computed or shown.

    sem: standard error of measurement, mdc95: smallest change that is no error, both in points of the score.
    item_rest: item → correlation with the sum of the others; alpha_without: item → α of the others.
    floor_share, ceiling_share: 0–1 at either end.
    """

    n: int
    alpha: float | None
    alpha_interval: tuple[float, float] | None
    omega: float | None
    item_rest: Mapping[str, float | None]
    alpha_without: Mapping[str, float | None]
    sem: float | None
    mdc95: float | None
    floor_share: float | None
    ceiling_share: float | None
    findings: tuple[Finding, ...]


def reliability(items: Mapping[str, ArrayLike], possible: tuple[float, float]) -> Reliability:
    """Reliability of a sum; no figures with fewer than five people.

    items: item → (n,) codes, keyed one way, no NaN; possible: least and greatest sum. Raises UnreadableInput when
    there are no items, or they hold no numbers or NaN, or differ in length.
    """
    moments = gather(list(_columns(items).values()), possible)
    n, covariance = moments.n, moments.covariance
    _refuse_gaps(items, covariance)
    if n < FEWEST:
        none = dict.fromkeys(items)
        text = f"{n} whole answers: no figures under {FEWEST}; wait until more people have answered everything"
        few = Finding("RW01", "warning", "n", text)
        return Reliability(n, None, None, None, none, none, None, None, None, None, (few,))
    alpha = cronbach_alpha(covariance)
    rest = dict(zip(items, item_rest(covariance), strict=True))
    sem = None if alpha is None else sqrt(float(covariance.sum())) * sqrt(max(0.0, 1 - alpha))
    floor, ceiling = (count / n if n else None for count in moments.at_ends)
    return Reliability(
        n=n,
        alpha=alpha,
        alpha_interval=None if alpha is None else feldt_interval(alpha, n, len(items)),
        omega=omega_total(covariance, n),
        item_rest=rest,
        alpha_without=dict(zip(items, alpha_without(covariance), strict=True)),
        sem=sem,
        mdc95=None if sem is None else 1.96 * sqrt(2) * sem,
        floor_share=floor,
        ceiling_share=ceiling,
        findings=_findings(n, rest, floor, ceiling),
    )


def _columns(items: Mapping[str, ArrayLike]) -> dict[str, Column]:
    if not len(items):
        raise UnreadableInput(["items: there are none; give each item's answers by its id"])
    columns = columns_of(items)
    lengths = {name: len(column) for name, column in columns.items()}
    if len(set(lengths.values())) > 1:
        told = ", ".join(f"{name} {length}" for name, length in lengths.items())
        raise UnreadableInput([f"the items differ in length ({told}); give every item one answer a person"])
    return columns


def _refuse_gaps(items: Mapping[str, ArrayLike], covariance: Numbers) -> None:
    gaps = [name for name, own in zip(items, np.diag(covariance), strict=True) if not np.isfinite(own)]
    if gaps:
        text = "has answers missing; keep only the people who answered every item"
        raise UnreadableInput([f"item '{name}' {text}" for name in gaps])


@dataclass(frozen=True)
class Moments:
    """What everything here is worked out from. covariance: (k, k), zero with fewer than two people;

    at_ends: people with the least and with the greatest sum there can be.
    """

    n: int
    covariance: Numbers
    at_ends: tuple[int, int]


def gather(columns: Sequence[Column], possible: tuple[float, float]) -> Moments:
    """One pass over the answers, in blocks that stay in the cache. columns: one (n,) an item."""
    n, k = len(columns[0]), len(columns)
    # Counted from the first person's answers: whole codes then add up exactly, and a constant item has no variance.
    origin: Numbers = np.array([float(column[0]) if n else 0.0 for column in columns])
    sums, products = np.zeros(k), np.zeros((k, k))
    ends = [0, 0]
    buffer = np.empty((k, min(BLOCK, n)))
    for start in range(0, n, BLOCK):
        block = buffer[:, : min(BLOCK, n - start)]
        for row, column, zero in zip(block, columns, origin, strict=True):
            np.subtract(column[start : start + BLOCK], zero, out=row)
        total = block.sum(axis=0)
        for place, end in enumerate(possible):
            ends[place] += int(np.count_nonzero(np.abs(total - (end - origin.sum())) < 1e-9))
        sums += block.sum(axis=1)
        products += block @ block.T
    covariance = (products - np.outer(sums, sums) / max(n, 1)) / (n - 1) if n > 1 else np.zeros((k, k))
    return Moments(n, covariance, (ends[0], ends[1]))


def cronbach_alpha(covariance: Numbers) -> float | None:
    """α = k/(k−1)·(1 − Σs²ᵢ/s²_X). covariance: (k, k). None when k is under 2 or the sum is constant.

    Cronbach (1951), 10.1007/BF02310555.
    """
    k, variance = len(covariance), float(covariance.sum())
    if k < 2 or variance <= 0:
        return None
    return k / (k - 1) * (1 - float(np.trace(covariance)) / variance)


def alpha_without(covariance: Numbers) -> list[float | None]:
    """α of the others when each item is left out; None where fewer than two are left. covariance: (k, k)."""
    kept = [np.delete(np.delete(covariance, place, 0), place, 1) for place in range(len(covariance))]
    return [cronbach_alpha(each) for each in kept]


def feldt_interval(alpha: float, n: int, k: int, level: float = 0.95) -> tuple[float, float]:
    """1 − (1−α)·F at the upper and the lower tail, with n−1 and (n−1)(k−1) degrees of freedom.

    Feldt, Woodruff & Salih (1987), 10.1177/014662168701100107.
    """
    tail = (1 - level) / 2
    first, second = n - 1, (n - 1) * (k - 1)
    low, high = (1 - (1 - alpha) * float(f.ppf(p, first, second)) for p in (1 - tail, tail))
    return low, high


def item_rest(covariance: Numbers) -> list[float | None]:
    """Correlation of each item with the sum of the others; None where either is constant. covariance: (k, k)."""
    own, shared = np.diag(covariance), covariance.sum(axis=1)
    rest = covariance.sum() - 2 * shared + own
    together = own * rest
    return [
        float((shared[i] - own[i]) / sqrt(together[i])) if own[i] > 0 and together[i] > 0 else None
        for i in range(len(own))
    ]


def omega_total(covariance: Numbers, n: int) -> float | None:
    """ω = (Σλ)²/[(Σλ)²+Σθ] of the sum, one factor by maximum likelihood. covariance: (k, k) of n people.

    None with fewer than three items, too few people, a constant item or a singular correlation matrix.
    McDonald (1999), Test Theory.
    """
    k, spread = len(covariance), np.sqrt(np.diag(covariance))
    if k < 3 or n <= k or not np.all(spread > 0):
        return None
    correlation: Numbers = covariance / np.outer(spread, spread)
    if np.linalg.eigvalsh(correlation)[0] < 1e-10:
        return None
    unique = _uniqueness(correlation)
    common = float((_loadings(correlation, unique) * spread).sum()) ** 2
    return common / (common + float((unique * spread**2).sum()))


def _uniqueness(correlation: Numbers) -> Numbers:
    """Unique variances, (k,), that maximise the likelihood of one factor (Jöreskog 1967)."""
    start = 0.5 / np.diag(np.linalg.inv(correlation))
    bounds = [(0.005, 1.0)] * len(start)
    found = minimize(_misfit, start, args=(correlation,), jac=True, method="L-BFGS-B", bounds=bounds, tol=1e-12)
    unique: Numbers = found.x
    return unique


def _misfit(unique: Numbers, correlation: Numbers) -> tuple[float, Numbers]:
    """The misfit Σ(λ − ln λ − 1) over all eigenvalues but the largest, and its slope for each unique variance."""
    values, vectors = _scaled(unique, correlation)
    loadings = _loadings_of(unique, values, vectors)
    slope = (loadings**2 + unique - np.diag(correlation)) / unique**2
    return float((values[:-1] - np.log(values[:-1]) - 1).sum()), slope


def _scaled(unique: Numbers, correlation: Numbers) -> tuple[Numbers, Numbers]:
    """Eigenvalues, rising, and vectors of Ψ^−½·R·Ψ^−½."""
    scale = 1 / np.sqrt(unique)
    values, vectors = np.linalg.eigh(scale[:, None] * correlation * scale)
    return values, vectors


def _loadings(correlation: Numbers, unique: Numbers) -> Numbers:
    return _loadings_of(unique, *_scaled(unique, correlation))


def _loadings_of(unique: Numbers, values: Numbers, vectors: Numbers) -> Numbers:
    loadings: Numbers = np.sqrt(unique) * vectors[:, -1] * sqrt(max(0.0, float(values[-1]) - 1))
    return loadings


def _turned(n: int, item: str, value: float) -> Finding:
    """A negative item-rest: an alarm, or only a word about it where few people make it uncertain."""
    if n < SMALLEST_N:
        text = f"item-rest is {value:.2f}, in {n} people perhaps by chance: check how the item is keyed"
        return Finding("RW04", "warning", item, text)
    return Finding("RE01", "error", item, f"item-rest is {value:.2f}: is the item keyed the right way? Don't publish")


def _findings(
    n: int, rest: Mapping[str, float | None], floor: float | None, ceiling: float | None
) -> tuple[Finding, ...]:
    found = [_turned(n, item, value) for item, value in rest.items() if value is not None and value < 0]
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
