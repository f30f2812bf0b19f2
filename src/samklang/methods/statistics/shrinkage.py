"""Small groups drawn towards each other by how little they know: empirical Bayes.

λ_g = τ²/(τ² + v_g), θ_g = λ_g·x̄_g + (1 − λ_g)·μ, error √(λ_g·v_g + (1 − λ_g)²·se(μ)²); v_g = σ²/n_g with σ² pooled
within the groups. τ² by Paule–Mandel: the τ² at which Σ (x̄_g − μ)²/(τ² + v_g) = G − 1, 0 when it is below already.
Paule–Mandel and not DerSimonian–Laird, because it stays right when the groups' sizes differ much.
Sources: Morris (1983), 10.1080/01621459.1983.10477920; Paule & Mandel (1982), 10.6028/jres.087.022;
Veroniki et al. (2016), 10.1002/jrsm.1164.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from math import inf, sqrt

import numpy as np
from numpy.typing import ArrayLike
from scipy.optimize import brentq

from samklang.methods.statistics.count_table import GroupMoments
from samklang.methods.statistics.intervals import Interval, around
from samklang.methods.statistics.refusals import BadArgument, NoVariation, TooFew
from samklang.methods.statistics.sample import Numbers, finite

SMALLEST_NUMBER = 5


@dataclass(frozen=True)
class Shrunken:
    """groups: shrunken estimates; overall: their common mean; between: τ²; trust: λ_g, 0–1, in a group's own mean."""

    groups: tuple[Interval, ...]
    overall: Interval
    between: float
    trust: tuple[float, ...]

    @property
    def may_rank(self) -> bool:
        """False when nothing but chance separates the groups, or any two neighbours' intervals overlap."""
        if self.between == 0:
            return False
        ordered = sorted(self.groups, key=lambda group: group.estimate)
        return all(one.high < other.low for one, other in pairwise(ordered))

    @property
    def apart(self) -> tuple[bool, ...]:
        """For each group, whether its shrunken interval excludes the overall mean."""
        return tuple(group.excludes(self.overall.estimate) for group in self.groups)


def shrink_groups(groups: GroupMoments, level: float = 0.95) -> Shrunken:
    """Shrunken means of groups with n, mean and variance (g,). Raises TooFew under 5 groups, NoVariation."""
    spare = groups.n - 1
    if spare.sum() < 1:
        raise TooFew("groups", "one person a group has no spread within: join groups")
    pooled = float(spare @ np.where(spare > 0, groups.variance, 0.0)) / float(spare.sum())
    if not pooled > 0:
        raise NoVariation("groups", "nobody differs from the others of the same group: no error can be estimated")
    return shrink(groups.mean, np.sqrt(pooled / groups.n), groups.n, level)


def shrink(estimates: ArrayLike, errors: ArrayLike, n: ArrayLike, level: float = 0.95) -> Shrunken:
    """Shrunken estimates of any kind. estimates, errors (> 0), n (people): (g,). Raises TooFew under 5 groups."""
    x, v, people = finite(estimates, "estimates"), finite(errors, "errors") ** 2, finite(n, "n")
    if not len(x) == len(v) == len(people):
        raise BadArgument("errors", f"{len(v)} errors and {len(people)} sizes for {len(x)} groups: give one a group")
    if len(x) < SMALLEST_NUMBER:
        raise TooFew("estimates", f"{len(x)} groups tell too little of how groups differ: five or more are needed")
    if v.min() <= 0:
        raise NoVariation("errors", "an error of 0 would outweigh all other groups: leave that group out")
    between = paule_mandel(x, v)
    overall, error = _common_mean(x, v, between)
    trust = between / (between + v)
    middle = trust * x + (1 - trust) * overall
    widths = np.sqrt(trust * v + (1 - trust) ** 2 * error**2)
    groups = tuple(
        around(float(m), float(w), inf, int(k), level) for m, w, k in zip(middle, widths, people, strict=True)
    )
    return Shrunken(groups, around(overall, error, inf, int(people.sum()), level), between, tuple(trust.tolist()))


def paule_mandel(x: Numbers, v: Numbers) -> float:
    """τ² ≥ 0 from estimates and their variances, (g,)."""

    def excess(between: float) -> float:
        mean, _error = _common_mean(x, v, between)
        return float(((x - mean) ** 2 / (v + between)).sum()) - (len(x) - 1)

    if excess(0.0) <= 0:
        return 0.0
    high = float(np.ptp(x)) ** 2 + float(v.max())
    return float(brentq(excess, 0.0, high, xtol=1e-14 * high, rtol=1e-13))


def _common_mean(x: Numbers, v: Numbers, between: float) -> tuple[float, float]:
    weight = 1 / (v + between)
    return float(weight @ x / weight.sum()), sqrt(1 / float(weight.sum()))
