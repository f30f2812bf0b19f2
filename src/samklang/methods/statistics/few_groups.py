"""When whole groups are the unit: t on group means, all rearrangements of them, and all signs of their residuals.

Permutation: p = share of the C(g₁+g₂, g₁) ways to deal the means whose |difference| reaches the one seen. Where there
are too many ways, 99 999 are drawn, and p = (reached + 1)/(drawn + 1), which is never too small.
Wild cluster: with the null imposed, y* = Xβ̃ + s_g·ẽ for each of the 2^G vectors of signs; p = share with |t*| ≥ |t|.
Sources: Fisher (1935); Phipson & Smyth (2010), 10.2202/1544-6115.1585; Cameron, Gelbach & Miller (2008),
10.1162/rest.90.3.414; MacKinnon & Webb, QED WP 1364.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from math import comb

import numpy as np
from numpy.typing import ArrayLike

from samklang.methods.statistics.count_table import moments
from samklang.methods.statistics.intervals import Interval, welch
from samklang.methods.statistics.refusals import BadArgument, NoVariation, TooFew
from samklang.methods.statistics.regression import as_design, cluster_sums, named, solve
from samklang.methods.statistics.sample import Numbers, finite, frequencies

LARGEST_WILD = 12
MOST_ARRANGEMENTS = 200_000
DEALINGS = 99_999
AT_ONCE = 10_000


@dataclass(frozen=True)
class ExactTest:
    """Two-sided p of a test by enumeration. smallest_p: what the same number of groups could reach at best;
    arrangements: how many there are, or were drawn."""

    p: float
    smallest_p: float
    arrangements: int
    groups: int


def group_means(group: ArrayLike, values: ArrayLike, counts: ArrayLike | None = None) -> Numbers:
    """Mean a group, (g,), in the order of the sorted labels. group: (m,) labels of any kind."""
    _labels, place = np.unique(np.asarray(group), return_inverse=True)
    return moments(place, values, counts, least=1).mean


def group_mean_interval(first: ArrayLike, second: ArrayLike, level: float = 0.95) -> Interval:
    """Second minus first by Welch's t on group means, (g₁,) and (g₂,), from 6 an arm: n counts groups, not people."""
    return welch(first, second, level=level)


def permutation_p(first: ArrayLike, second: ArrayLike, *, seed: int = 0) -> ExactTest:
    """Test of two sets of group means, (g₁,) and (g₂,), by all dealings: the way for 2–5 an arm.

    Exact up to 200 000 dealings; above, as many as DEALINGS are drawn from the seed. Raises TooFew under two an arm.
    """
    means = [finite(first, "first"), finite(second, "second")]
    for where, arm in zip(("first", "second"), means, strict=True):
        if len(arm) < 2:
            raise TooFew(where, f"{len(arm)} group can't be dealt: compare one area with other areas instead")
    every, small = np.concatenate(means), len(means[1])
    seen = abs(float(means[1].mean() - means[0].mean())) - 1e-9 * float(np.abs(every).max())
    arrangements = comb(len(every), small)
    if arrangements > MOST_ARRANGEMENTS:
        reached = 1 + sum(int((np.abs(each) >= seen).sum()) for each in _dealings(every, small, seed))
        return ExactTest(reached / (DEALINGS + 1), 1 / (DEALINGS + 1), DEALINGS, len(every))
    chosen = np.array(list(combinations(range(len(every)), small)))
    differences = _difference(every, every[chosen].sum(axis=1), small)
    ends = 2 if len(every) == 2 * small else 1
    p = float((np.abs(differences) >= seen).mean())
    return ExactTest(p, ends / arrangements, arrangements, len(every))


def _dealings(every: Numbers, small: int, seed: int) -> Iterator[Numbers]:
    """Differences of dealings drawn at random, some at a time."""
    rng = np.random.default_rng(seed)
    for begun in range(0, DEALINGS, AT_ONCE):
        keys = rng.random((min(AT_ONCE, DEALINGS - begun), len(every)))
        yield _difference(every, every[np.argpartition(keys, small, axis=1)[:, :small]].sum(axis=1), small)


def _difference(every: Numbers, sums: Numbers, size: int) -> Numbers:
    difference: Numbers = sums / size - (every.sum() - sums) / (len(every) - size)
    return difference


def wild_cluster_p(
    y: ArrayLike,
    design: ArrayLike,
    cluster: ArrayLike,
    j: int,
    null: float = 0.0,
    counts: ArrayLike | None = None,
    names: Sequence[str] | None = None,
) -> ExactTest:
    """Wild cluster p that coefficient j equals the null. Arguments as cluster_ols, at most 12 clusters.

    Raises as ols; TooFew under two clusters, BadArgument above 12 (use CR2), NoVariation without residuals.
    """
    x = as_design(design)
    full = solve(y, x, counts, names)
    restricted = _restricted(y, x, counts, j, null)
    sums = cluster_sums(x, full.people, restricted, cluster)
    g = len(sums.scores)
    if not 2 <= g <= LARGEST_WILD:
        kind, text = (TooFew, "nothing to compare with") if g < 2 else (BadArgument, "use the CR2 interval")
        raise kind("cluster", f"{g} clusters where 2 to {LARGEST_WILD} can be enumerated: {text}")
    signs = 1.0 - 2.0 * ((np.arange(2**g)[None, :] >> np.arange(g)[:, None]) & 1)
    shift = full.inverse @ (sums.scores.T @ signs)
    row = full.inverse[j]
    each = (sums.scores @ row)[:, None] * signs - (sums.squares @ row) @ shift
    error = np.sqrt((each**2).sum(axis=0))
    if not error[0] > 0:
        raise NoVariation(named([j], names), "the clusters leave no residual: no error can be estimated")
    with np.errstate(divide="ignore", invalid="ignore"):
        size = np.where(error > 0, np.abs(shift[j]) / error, np.where(np.abs(shift[j]) > 0, np.inf, 0.0))
    return ExactTest(float((size >= size[0] * (1 - 1e-9)).mean()), 2 / 2**g, 2**g, g)


def _restricted(y: ArrayLike, x: Numbers, counts: ArrayLike | None, j: int, null: float) -> Numbers:
    """Residuals (m,) of the fit in which coefficient j is the null."""
    outcome = finite(y, "y") - null * x[:, j]
    others = np.delete(x, j, axis=1)
    if others.shape[1] == 0:
        return outcome
    frequencies(counts, len(outcome))
    return solve(outcome, others, counts, None).residuals
