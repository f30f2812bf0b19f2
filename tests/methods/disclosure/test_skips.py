"""How many skipped is told from buckets without claiming that somebody did in every cell."""

from __future__ import annotations

from random import Random

from pytest import approx
from scipy.integrate import quad
from scipy.stats import binom

from samklang.methods.disclosure.buckets import bucket
from samklang.methods.disclosure.skips import skipped


def told(cells: list[tuple[int, int]]) -> tuple[float, float]:
    """cells: people, and how many of them skipped."""
    held = [(bucket(n - skips, n, 3), n) for n, skips in cells]
    return skipped(tuple(((run.lo, run.hi), n) for run, n in held))


def test_where_nobody_skips_hardly_anybody_is_said_to() -> None:
    mean, variance = told([(24, 0)] * 10)
    assert (mean < 7, variance**0.5 > mean / 2) == (True, True)  # the middles of the buckets, 21–24 of 24, say 15


def test_many_skips_are_the_middle_of_their_bucket() -> None:
    held = bucket(200, 241, 3)
    mean, variance = told([(241, 41)])
    assert mean == approx(241 - held.middle, abs=0.02)
    assert variance == approx(((held.hi - held.lo + 1) ** 2 - 1) / 12, abs=0.02)


def test_the_mean_is_that_of_the_integral_over_jeffreys_prior() -> None:
    n, low = 30, 28

    def weight(share: float, power: int) -> float:
        prior = 1 / (share * (1 - share)) ** 0.5
        return float(prior * sum(s**power * binom.pmf(s, n, share) for s in range(n - low + 1)))

    whole, first, second = (quad(weight, 0, 1, args=(power,), limit=200)[0] for power in range(3))
    mean, variance = skipped((((low, n), n),))
    assert (mean, variance) == (
        approx(first / whole, abs=1e-3),
        approx(second / whole - (first / whole) ** 2, abs=1e-3),
    )


def test_what_is_told_of_skips_is_right_on_average() -> None:
    rng = Random(11)
    missed = []
    for _ in range(150):
        share = rng.choice((0.0, 0.02, 0.05, 0.2))
        cells = [(n, sum(rng.random() < share for _ in range(n))) for n in (95, 70, 41, 35)]
        mean, variance = told(cells)
        missed.append(abs(mean - sum(skips for _, skips in cells)) <= 2 * variance**0.5)
    assert sum(missed) >= 0.9 * len(missed)
