"""How far voters agree on an order: Kendall's W with ties, mean ranks and how sure each place is.

W = (12·ΣR² − 3m²k(k+1)²)/(m²k(k²−1) − m·ΣT), R rank sums of k items by m voters, T = Σ(t³ − t) over a voter's ties.
χ² = m(k−1)·W with k − 1 degrees of freedom: the same as Friedman's. Source: Kendall & Gibbons (1990), Rank
Correlation Methods; rank intervals by resampling voters, percentile.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike
from scipy.stats import chi2, rankdata

from samklang.methods.statistics.refusals import BadArgument, NoVariation, TooFew
from samklang.methods.statistics.regression import as_design
from samklang.methods.statistics.sample import Integers, Numbers, checked_level, frequencies

SMALLEST_NUMBER = 8


@dataclass(frozen=True)
class Agreement:
    """w: 0 (none) … 1 (all alike); p of "no agreement"; mean_ranks (k,), 1 first; places (k, 2) the likely places."""

    w: float
    chi_square: float
    p: float
    voters: int
    mean_ranks: Numbers
    places: Integers

    @property
    def enough(self) -> bool:
        """Whether there are voters enough (8) to tell more than the raw ranks."""
        return self.voters >= SMALLEST_NUMBER


def kendall_w(
    ranks: ArrayLike,
    counts: ArrayLike | None = None,
    *,
    seed: int,
    draws: int = 2000,
    level: float = 0.95,
) -> Agreement:
    """Agreement of m voters on k items. ranks: (m, k), 1 = first (any scores that rise with the place); counts: (m,).

    Raises TooFew under 2 voters or items, NoVariation when every voter ties everything, MissingValues.
    """
    given = as_design(ranks)
    people = frequencies(counts, len(given))
    m, k = float(people.sum()), given.shape[1]
    if m < 2 or k < 2:
        raise TooFew("ranks", f"{m:.0f} voters on {k} items: agreement needs two of each")
    if draws < 100:
        raise BadArgument("draws", f"{draws} draws tell no interval: 2000 do")
    placed: Numbers = np.asarray(rankdata(given, axis=1), dtype=np.float64)
    sums = people @ placed
    room = m**2 * k * (k**2 - 1) - m * float(people @ _ties(placed))
    if not room > 0:
        raise NoVariation("ranks", "every voter puts all items level: there is no order to agree on")
    w = (12 * float(sums @ sums) - 3 * m**2 * k * (k + 1) ** 2) / room
    size = m * (k - 1) * w
    drawn = np.random.default_rng(seed).multinomial(int(m), people / m, size=draws) @ placed
    places = likely_places(drawn, level)
    return Agreement(w, size, float(chi2.sf(size, k - 1)), int(m), sums / m, places)


def _ties(placed: Numbers) -> Numbers:
    """Σ(t³ − t) a voter, (m,): the t that share a place each count t² − 1."""
    alike = (placed[:, :, None] == placed[:, None, :]).sum(axis=2).astype(np.float64)
    ties: Numbers = (alike**2 - 1).sum(axis=1)
    return ties


def likely_places(drawn: Numbers, level: float = 0.95) -> Integers:
    """Least and greatest likely place of each item, (k, 2). drawn: rank sums or mean ranks, (draws, k)."""
    ranks = rankdata(drawn, method="average", axis=1)
    tail = (1 - checked_level(level)) / 2
    low = np.floor(np.quantile(ranks, tail, axis=0, method="lower"))
    high = np.ceil(np.quantile(ranks, 1 - tail, axis=0, method="higher"))
    return np.column_stack((low, high)).astype(np.int64)
