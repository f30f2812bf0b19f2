"""Model estimates: the only answer-dependent numbers that leave without being computed from stored buckets.

An adjusted difference, its interval and its standardised size are safe statistics in the sense of output checking:
each rests on every person of two arms of at least 30. They are not covered by the proof of the buckets, and the page
says so. One for each outcome and pair of waves, as the plan fixed it; a second one could be held against the first.
Source: Handbook on Statistical Disclosure Control for Outputs (Griffiths et al. 2019), regression outputs.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from math import floor, isfinite, log10

from samklang.methods.disclosure.plan import DISTRIBUTION_FROM
from samklang.methods.disclosure.release import Release, StoredEstimate

FIGURES = 2


class NotReleased(ValueError):
    """An estimate may not leave: an arm is too small, or one for the same outcome and waves has left."""


def two_figures(number: float) -> float:
    """A number rounded to two significant figures, halves away from zero. Raises ValueError unless it is finite."""
    if not isfinite(number):
        raise ValueError(f"an estimate of {number} can't be told")
    if number == 0:
        return 0.0
    places = FIGURES - 1 - floor(log10(abs(number)))
    # One more place than is kept, so that 0.145 is not rounded down because of how it is held in binary.
    scaled = round(abs(number) * 10.0**places, 6)
    return round((1 if number > 0 else -1) * floor(scaled + 0.5) / 10.0**places, max(places, 0))


def release_estimate(release: Release, estimate: StoredEstimate, arms: Iterable[int]) -> Release:
    """The release with one more model estimate, rounded. arms: people in each arm, as used by the model.

    Raises NotReleased under 30 in an arm, for a question the wave didn't ask, or for a second estimate of it.
    """
    sizes = tuple(arms)
    if not sizes or min(sizes) < DISTRIBUTION_FROM:
        raise NotReleased(
            f"{estimate.question}: an arm has fewer than {DISTRIBUTION_FROM} people, so the estimate stays inside"
        )
    if estimate.question not in {asked.id for asked in release.questions}:
        raise NotReleased(f"{estimate.question}: the wave did not ask it")
    if any(told.question == estimate.question for told in release.estimates):
        raise NotReleased(f"{estimate.question}: one estimate has already left; the plan allows one")
    size = estimate.standardised
    rounded = replace(
        estimate,
        value=two_figures(estimate.value),
        low=two_figures(estimate.low),
        high=two_figures(estimate.high),
        standardised=None if size is None else two_figures(size),
        derived=True,
    )
    return replace(release, estimates=(*release.estimates, rounded))
