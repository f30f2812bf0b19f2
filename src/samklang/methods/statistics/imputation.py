"""Missing covariates filled in m times from people like them, and the m answers made one.

Predictive mean matching, chained: column by column, β is drawn from its posterior on those seen, and each missing
value is taken from one of the 5 people whose prediction lies nearest. Rubin: Q̄ = ΣQ/m, T = Ū + (1 + 1/m)·B, with
Barnard–Rubin df 1/(1/ν_m + 1/ν_obs), ν_m = (m−1)/γ², ν_obs = (ν+1)/(ν+3)·ν·(1−γ), γ = (1+1/m)·B/T.
Sources: Rubin (1987), Multiple Imputation for Nonresponse in Surveys; Barnard & Rubin (1999),
10.1093/biomet/86.4.948; Little (1988), 10.1080/07350015.1988.10509663.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import isinf, sqrt

import numpy as np
from numpy.typing import ArrayLike, NDArray

from samklang.methods.statistics.intervals import Interval, around
from samklang.methods.statistics.refusals import BadArgument, MissingValues, TooFew
from samklang.methods.statistics.regression import named, solve
from samklang.methods.statistics.sample import Integers, Numbers, as_floats, finite

SMALLEST_M = 20
DONORS = 5
ROUNDS = 10


@dataclass(frozen=True)
class Pooled:
    """interval: of the pooled estimate; lost_share: γ, 0–1 of its variance that the missing answers add; m: sets."""

    interval: Interval
    lost_share: float
    m: int

    @property
    def missing_information(self) -> float:
        """Rubin's fraction of missing information, 0–1: γ + (1 − γ)·2/(df + 3), more than γ when sets are few."""
        return self.lost_share + (1 - self.lost_share) * 2 / (self.interval.df + 3) if self.lost_share > 0 else 0.0


def rubin(estimates: Sequence[Interval], level: float = 0.95) -> Pooled:
    """Pools one estimate from each of m filled-in sets; its df is that of the complete data.

    Raises TooFew under two sets, BadArgument when the sets differ in people.
    """
    m = len(estimates)
    if m < 2:
        raise TooFew("estimates", f"{m} filled-in set can't tell what the missing answers cost: take {SMALLEST_M}")
    if len({(estimate.n, estimate.df) for estimate in estimates}) > 1:
        raise BadArgument("estimates", "the sets differ in people or degrees of freedom: fill in the same rows")
    values = finite([estimate.estimate for estimate in estimates], "estimates")
    within = float(np.mean([estimate.error**2 for estimate in estimates]))
    between = (1 + 1 / m) * float((values - values[0]).var(ddof=1))
    total, df = within + between, estimates[0].df
    lost = between / total
    if lost > 0:
        seen = (df + 1) / (df + 3) * df * (1 - lost) if not isinf(df) else df
        by_sets = (m - 1) / lost**2
        df = by_sets if isinf(seen) else 1 / (1 / by_sets + 1 / seen)
    return Pooled(around(float(values.mean()), sqrt(total), df, estimates[0].n, level), lost, m)


def impute(
    columns: ArrayLike, *, seed: int, m: int = SMALLEST_M, rounds: int = ROUNDS, names: Sequence[str] | None = None
) -> Numbers:
    """m filled-in copies, (m, n, p). columns: (n, p) with NaN where missing; put the outcome among them.

    Raises TooFew when a column has fewer seen than columns + 5 or m is under 20, MissingValues when a person has no
    value at all, BadArgument for an infinite value, Unidentified when columns repeat each other.
    """
    rows = as_floats(columns, "columns").copy()
    if rows.ndim != 2 or np.isinf(rows).any():
        raise BadArgument("columns", "one row a person, one column a variable, NaN where missing, nothing infinite")
    missing = np.isnan(rows)
    _refuse(missing, m, names)
    rng = np.random.default_rng(seed)
    order = [int(j) for j in np.argsort(missing.sum(axis=0), kind="stable") if missing[:, j].any()]
    return np.stack([_filled(rows, missing, order, rng, rounds) for _set in range(m)])


def _refuse(missing: NDArray[np.bool_], m: int, names: Sequence[str] | None) -> None:
    n, p = missing.shape
    if m < SMALLEST_M:
        raise TooFew("m", f"{m} sets: take {SMALLEST_M} or more, so that another seed gives the same answer")
    blank = int(missing.all(axis=1).sum())
    if blank:
        raise MissingValues("columns", f"{blank} people have no value at all: leave them out and report how many")
    short = np.flatnonzero((~missing).sum(axis=0) < p + DONORS)
    if short.size:
        raise TooFew(named(short.tolist(), names), f"fewer than {p + DONORS} of {n} people answered: leave it out")


def _filled(
    rows: Numbers,
    missing: NDArray[np.bool_],
    order: Sequence[int],
    rng: np.random.Generator,
    rounds: int,
) -> Numbers:
    """One filled-in copy, started from values drawn among the seen."""
    filled = rows.copy()
    for j in order:
        gaps = missing[:, j]
        filled[gaps, j] = rng.choice(rows[~gaps, j], size=int(gaps.sum()))
    # With one column missing the others never change: one round is all of them.
    for _round in range(rounds if len(order) > 1 else 1):
        for j in order:
            gaps = missing[:, j]
            filled[gaps, j] = _matched(filled, j, gaps, rng)
    return filled


def _matched(filled: Numbers, j: int, gaps: NDArray[np.bool_], rng: np.random.Generator) -> Numbers:
    """Values for the gaps of column j, each from one of the nearest people by prediction."""
    design = np.column_stack((np.ones(len(filled)), np.delete(filled, j, axis=1)))
    design = design[:, np.insert(np.ptp(design[~gaps, 1:], axis=0) > 0, 0, True)]
    seen = filled[~gaps, j]
    solved = solve(seen, design[~gaps], None, None)
    df = len(seen) - design.shape[1]
    scale = sqrt(float(solved.residuals @ solved.residuals) / float(rng.chisquare(df)))
    drawn = solved.coefficients + scale * solved.half @ rng.normal(size=design.shape[1])
    chosen: Numbers = seen[_donors(design[~gaps] @ solved.coefficients, design[gaps] @ drawn, rng)]
    return chosen


def _donors(seen: Numbers, wanted: Numbers, rng: np.random.Generator) -> Integers:
    """For each wanted prediction, one of the 5 seen people nearest to it."""
    order = np.argsort(seen, kind="stable")
    ordered = seen[order]
    at = np.clip(np.searchsorted(ordered, wanted)[:, None] + np.arange(-DONORS, DONORS), 0, len(seen) - 1)
    # The ends repeat the outermost person; a repeat is put last, so that five different people are left to draw from.
    distance = np.abs(ordered[at] - wanted[:, None])
    distance[:, 1:][at[:, 1:] == at[:, :-1]] = np.inf
    nearest = np.argsort(distance, axis=1, kind="stable")[:, :DONORS]
    pick = nearest[np.arange(len(wanted)), rng.integers(DONORS, size=len(wanted))]
    nearby = ordered[at[np.arange(len(wanted)), pick]]
    # Answers on a few steps give many the same prediction: each of those is as near, so any of them is drawn.
    slack = 1e-9 * float(np.ptp(ordered))
    first, past = np.searchsorted(ordered, nearby - slack, "left"), np.searchsorted(ordered, nearby + slack, "right")
    chosen: Integers = order[rng.integers(first, past)]
    return chosen
