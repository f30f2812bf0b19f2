"""Residents' ballots as buckets of pairs, and what these tell: no figure is computed from the ballots themselves.

For each pair of options a voter gives two points: both to the one ranked higher, one to each when they are level. All
that is kept of n residents is, for each pair, in which run of 0 … 2n the points of its first option stand. With P the
middle of the run as a share of 2n, and 1 − P for the other option,

    mean rank = 1 + Σ (1 − P) over the others    W = 12·Σ(R − m(k+1)/2)²/(m²k(k² − 1))

where R are the rank sums of all m voters: the partners' own and n times the residents' mean ranks. Ties are not
corrected for, which can only lower W. Likely places: partners are resampled; a pair's points are drawn evenly from
their run, and then n residents: normal, where two pairs with an option in common are correlated by ± 1/3, as they
are when orders are drawn at random. The variance of a difference of rank sums is then n·k(k+1)/6 where all is even.
Source: docs/method/agreement-of-priorities.md; Kendall & Gibbons (1990), Rank Correlation Methods.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import combinations

import numpy as np
from scipy.stats import chi2

from samklang.methods.disclosure.plan import Plan
from samklang.methods.disclosure.release import Interval
from samklang.methods.statistics.kendall import Agreement, likely_places
from samklang.methods.statistics.sample import Numbers


@dataclass(frozen=True)
class Pairs:
    """What is kept of n residents' ballots. runs: of the points of a in the pair (a, b), in the order of `places`."""

    n: int
    options: int
    runs: tuple[Interval, ...]

    @property
    def places(self) -> list[tuple[int, int]]:
        """The options of each pair."""
        return list(combinations(range(self.options), 2))


def runs_of_points(n: int, width: int) -> tuple[Interval, ...]:
    """The runs of the points 0 … 2n of n voters, alike from both ends: no option gains by its place in the list.

    width: people in a run, two points each; the middle run takes what is left and may be a point short.
    """
    pieces = (n + 1) // width
    pieces -= pieces % 2 == 0
    low = [2 * width * at for at in range(pieces // 2 + 1)]
    starts = low + [2 * n + 1 - start for start in reversed(low[1:])]
    return tuple(zip(starts, [*(start - 1 for start in starts[1:]), 2 * n], strict=True))


def pairs_of(ranks: Numbers) -> Pairs:
    """The buckets of some ballots. ranks: (residents, options), 1 first, level options with their mean rank."""
    n, options = ranks.shape
    runs = runs_of_points(n, Plan().width)
    points = [int((1 + np.sign(ranks[:, b] - ranks[:, a])).sum()) for a, b in combinations(range(options), 2)]
    return Pairs(n, options, tuple(next(run for run in runs if run[0] <= held <= run[1]) for held in points))


def agreement_from(partners: Numbers, residents: Pairs, *, seed: int, draws: int) -> Agreement:
    """How far partners and residents agree. partners: (partners, options) ranks, which may hold none."""
    n, k = residents.n, residents.options
    m = len(partners) + n
    middles = np.array([[sum(run) / 2 for run in residents.runs]])
    sums = partners.sum(axis=0) + _rank_sums(residents, middles / 2)[0]
    apart = sums - m * (k + 1) / 2
    w = float(12 * (apart @ apart) / (m**2 * k * (k**2 - 1)))
    size = m * (k - 1) * w
    rng = np.random.default_rng(seed)
    drawn = _drawn_partners(partners, rng, draws) + _rank_sums(residents, _drawn(residents, rng, draws))
    return Agreement(w, size, float(chi2.sf(size, k - 1)), m, np.round(sums / m, 9), likely_places(drawn))


def _rank_sums(residents: Pairs, above: Numbers) -> Numbers:
    """Rank sums, (draws, options). above: how many put the first option of each pair higher, (draws, pairs)."""
    sums = np.full((len(above), residents.options), float(residents.n))
    for at, (a, b) in enumerate(residents.places):
        sums[:, a] += residents.n - above[:, at]
        sums[:, b] += above[:, at]
    return sums


def _drawn_partners(partners: Numbers, rng: np.random.Generator, draws: int) -> Numbers:
    """Rank sums of the partners, resampled, (draws, options)."""
    p = len(partners)
    return rng.multinomial(p, np.full(p, 1 / p), size=draws) @ partners if p else np.zeros((draws, partners.shape[1]))


def _drawn(residents: Pairs, rng: np.random.Generator, draws: int) -> Numbers:
    """How many put the first option of each pair higher, (draws, pairs)."""
    n = residents.n
    low, high = np.array(residents.runs).T
    share = rng.integers(low, high, size=(draws, len(low)), endpoint=True) / (2 * n)
    leaning = rng.standard_normal((draws, residents.options))
    first, second = np.array(residents.places).T
    apart = (leaning[:, first] - leaning[:, second] + rng.standard_normal(share.shape)) / np.sqrt(3)
    above: Numbers = np.clip(n * share + np.sqrt(n * share * (1 - share)) * apart, 0, n)
    return above
