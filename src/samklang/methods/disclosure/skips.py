"""How many skipped a question, as far as the buckets of those who answered tell.

The middle of a bucket won't do here. Few skip, so most cells stand in the highest run, and its middle would say that
some skipped in every one, whether anybody did or not; over many cells that adds up. So one share of skips r is taken
for all the cells, with Jeffreys' prior (r = sin²θ, θ even over 0 … π/2), and s of a cell's n skip as Binomial(n, r),
within its bucket. Told are the posterior mean and variance of Σ s. They rest on the buckets alone.
Source: Jeffreys (1946), An invariant form for the prior probability in estimation problems.
"""

from __future__ import annotations

from functools import lru_cache

import numpy as np
from scipy.special import gammaln, logsumexp

Interval = tuple[int, int]
ANGLES = 400


@lru_cache(maxsize=4096)
def skipped(answered: tuple[tuple[Interval, int], ...]) -> tuple[float, float]:
    """Mean and variance of how many skipped. answered: each cell's bucket of those who answered, and its people."""
    angles = (np.arange(ANGLES) + 0.5) * np.pi / (2 * ANGLES)
    logs, means, variances = np.zeros(ANGLES), np.zeros(ANGLES), np.zeros(ANGLES)
    for (low, high), n in answered:
        s = np.arange(n - high, n - low + 1)[:, None]
        ways = gammaln(n + 1) - gammaln(s + 1) - gammaln(n - s + 1)
        each = ways + 2 * s * np.log(np.sin(angles)) + 2 * (n - s) * np.log(np.cos(angles))
        whole = logsumexp(each, axis=0)
        inside = np.exp(each - whole)
        mean = (s * inside).sum(axis=0)
        logs, means = logs + whole, means + mean
        variances = variances + ((s - mean) ** 2 * inside).sum(axis=0)
    weights = np.exp(logs - logsumexp(logs))
    mean_of_all = float(weights @ means)
    return mean_of_all, float(weights @ (variances + (means - mean_of_all) ** 2))
