"""Residents' ballots as buckets, and what these tell: no figure is computed from the ballots themselves.

An option's rank is an ordered question of 2k − 1 steps (1, 1½, 2 … k, since level options share their mean rank). Its
staircase of buckets is all that is kept of n residents; C is the middle of the bucket of those who rank it so or
higher. Then

    mean rank = 1 + Σ (1 − C/n)/2 over the cuts    W = 12·Σ(R − m(k+1)/2)²/(m²k(k² − 1))

with R the rank sums of all m voters: the partners' own and n times the residents' mean ranks. Ties are not corrected
for, which can only lower W. Likely places: partners are resampled; a bucket's count is drawn evenly from the bucket,
and then n residents from the shares it gives.
Source: docs/method/what-may-be-shown.md; Kendall & Gibbons (1990), Rank Correlation Methods.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from scipy.stats import chi2

from samklang.methods.disclosure.buckets import Bucket, staircase
from samklang.methods.disclosure.plan import Plan
from samklang.methods.statistics.kendall import Agreement, likely_places
from samklang.methods.statistics.sample import Numbers

Stairs = tuple[Bucket, ...]
HALF = 0.5


def stairs_of(ranks: Numbers) -> tuple[Stairs, ...]:
    """One staircase for each option. ranks: (residents, options), 1 first, level options with their mean rank."""
    steps = _steps(ranks.shape[1])
    return tuple(
        staircase([int((column == step).sum()) for step in steps], Plan().width) for column in np.asarray(ranks).T
    )


def agreement_from(partners: Numbers, residents: Sequence[Stairs], *, seed: int, draws: int) -> Agreement:
    """How far partners and residents agree. partners: (partners, options) ranks, which may hold none."""
    n, k = residents[0][0].n, len(residents)
    m = len(partners) + n
    means = np.array([1 + sum(HALF * (1 - cut.middle / n) for cut in stairs) for stairs in residents])
    # The buckets of one option know nothing of the others', so that the ranks need not add up: the rest is shared.
    sums = partners.sum(axis=0) + n * (means + (k + 1) / 2 - means.mean())
    apart = sums - m * (k + 1) / 2
    w = float(12 * (apart @ apart) / (m**2 * k * (k**2 - 1)))
    size = m * (k - 1) * w
    rng = np.random.default_rng(seed)
    drawn = _drawn_partners(partners, rng, draws) + np.stack([_drawn(each, rng, draws) for each in residents], axis=1)
    return Agreement(w, size, float(chi2.sf(size, k - 1)), m, np.round(sums / m, 9), likely_places(drawn))


def _steps(options: int) -> Numbers:
    return np.arange(1.0, options + HALF, HALF)


def _drawn_partners(partners: Numbers, rng: np.random.Generator, draws: int) -> Numbers:
    """Rank sums of the partners, resampled, (draws, options)."""
    p = len(partners)
    return rng.multinomial(p, np.full(p, 1 / p), size=draws) @ partners if p else np.zeros((draws, partners.shape[1]))


def _drawn(stairs: Stairs, rng: np.random.Generator, draws: int) -> Numbers:
    """Rank sums of the residents for one option, (draws,)."""
    n = stairs[0].n
    reached = rng.integers(
        [cut.lo for cut in stairs], [cut.hi for cut in stairs], size=(draws, len(stairs)), endpoint=True
    )
    whole = np.column_stack((np.zeros(draws), np.maximum.accumulate(reached, axis=1), np.full(draws, n)))
    sums: Numbers = rng.multinomial(n, np.diff(whole, axis=1) / n) @ _steps(len(stairs) // 2 + 1)
    return sums
