"""What it would be worth to know better before deciding: EVPI for everything, EVPPI for one number or a few.

The decision is to go on (net value) or not (0). Perfect information about φ is worth
E_φ[max(E[net | φ], 0)] − max(E[net], 0). E[net | φ] is the mean of the draws in bins of equally likely values of φ,
so that EVPI ≥ EVPPI ≥ 0 holds for every set of draws.
Source: Briggs, Claxton & Sculpher 2006, Decision Modelling for Health Economic Evaluation, ch. 7.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import cbrt

import numpy as np

from samklang.methods.value.uncertainty.draws import Draw, Draws
from samklang.methods.value.uncertainty.slices import SLICES


@dataclass(frozen=True)
class Information:
    """Worth of perfect information, in currency; parameter: about which number; standard_error: of the estimate."""

    parameter: str
    worth: float
    standard_error: float


def evpi(draws: Draws) -> Information:
    """Worth of knowing everything: E[max(net, 0)] − max(E[net], 0)."""
    return _worth("", draws.net, draws.net)


def evppi(draws: Draws, parameter: str) -> Information:
    """Worth of knowing one number perfectly. Raises KeyError for a number that isn't drawn."""
    count = bins(draws.n)
    place = (draws.picks(parameter).astype(np.int64) * count) // SLICES
    people = np.bincount(place, minlength=count)
    means = np.bincount(place, weights=draws.net, minlength=count) / np.maximum(people, 1)
    return _worth(parameter, means[place], draws.net)


def worth_measuring(draws: Draws) -> tuple[Information, ...]:
    """Every drawn number by the worth of measuring it better, highest first: what the next survey should ask."""
    return tuple(sorted((evppi(draws, name) for name in draws.uncertain), key=lambda row: -row.worth))


def bins(n: int) -> int:
    """Bins for n draws: the cube root, so that both bins and draws in a bin grow with n."""
    return max(1, round(cbrt(n)))


def _worth(parameter: str, expected: Draw, net: Draw) -> Information:
    chosen = np.maximum(expected, 0) - (expected if net.mean() > 0 else 0)
    error = float(chosen.std(ddof=1) / np.sqrt(len(net))) if len(net) > 1 else 0.0
    return Information(parameter, max(0.0, float(chosen.mean())), error)
