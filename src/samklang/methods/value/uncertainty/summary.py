"""Sums up the draws: percentiles of the total value and the ratio, and how likely the value reaches the inputs."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

import numpy as np

from samklang.methods.kernel.findings import Finding
from samklang.methods.value.evaluate import Result
from samklang.methods.value.guards.finding import warn
from samklang.methods.value.uncertainty.draws import Draw, Draws

PERCENTILES = (10, 50, 90)


@dataclass(frozen=True)
class Uncertainty:
    """What the draws say. p10, p50, p90, p25, p75: of the total value, in currency; ratio: its three percentiles, or
    nothing without inputs; probability_ratio_at_least_1: share 0–1 of the draws, or nothing without inputs."""

    draws: int
    seed: int
    drawn: tuple[str, ...]
    p10: Fraction
    p25: Fraction
    p50: Fraction
    p75: Fraction
    p90: Fraction
    ratio: tuple[Fraction, Fraction, Fraction] | None
    probability_ratio_at_least_1: Fraction | None

    def as_row(self) -> dict[str, Any]:
        """The summary as plain data, for JSON."""
        ratios = None if self.ratio is None else dict(zip(("p10", "p50", "p90"), map(float, self.ratio), strict=True))
        probability = self.probability_ratio_at_least_1
        return {
            "p10": float(self.p10),
            "p50": float(self.p50),
            "p90": float(self.p90),
            "probability_ratio_at_least_1": None if probability is None else float(probability),
            "ratio": ratios,
            "draws": self.draws,
            "seed": self.seed,
            "drawn": list(self.drawn),
        }


def summarise(draws: Draws, result: Result) -> Uncertainty:
    """Sum up the draws of a map with unit values; where nothing is drawn, all percentiles are the point value."""
    point = result.total_value or Fraction(0)
    inputs = result.total_inputs
    if not draws.uncertain:
        ratio = (point / inputs,) * 3 if inputs else None
        reached = Fraction(int(point >= inputs)) if inputs else None
        return Uncertainty(draws.n, draws.seed, (), point, point, point, point, point, ratio, reached)
    p10, p25, p50, p75, p90 = _percentiles(draws.total_value, (10, 25, 50, 75, 90))
    with_inputs = bool(np.all(draws.total_inputs > 0))
    low, middle, high = (
        _percentiles(draws.total_value / draws.total_inputs, PERCENTILES) if with_inputs else (p10,) * 3
    )
    return Uncertainty(
        draws.n,
        draws.seed,
        tuple(draws.uncertain),
        p10,
        p25,
        p50,
        p75,
        p90,
        (low, middle, high) if with_inputs else None,
        Fraction(int(np.count_nonzero(draws.net >= 0)), draws.n) if with_inputs else None,
    )


def uncertainty_findings(result: Result, summary: Uncertainty) -> Iterator[Finding]:
    """VW12 the ratio may be on either side of 1, VW14 the point is off the draws' middle, VW18 nothing drawn."""
    if not summary.drawn:
        yield warn("VW18", "uncertainty", "no number is given as a range or as counts: nothing could be drawn")
    if summary.ratio is not None and summary.ratio[0] < 1 < summary.ratio[2]:
        yield warn("VW12", "uncertainty", "the value may be below or above what was put in: the interval crosses 1")
    if result.total_value is not None and not summary.p25 <= result.total_value <= summary.p75:
        yield warn("VW14", "total_value", "the point value is outside the middle half of the draws")


def _percentiles(values: Draw, wanted: tuple[int, ...]) -> tuple[Fraction, ...]:
    return tuple(Fraction(float(value)) for value in np.percentile(values, wanted))
