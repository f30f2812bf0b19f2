"""What it would be worth to know better before deciding: EVPI for everything, EVPPI for one number or a few.

The decision is to go on (net value) or not (0). Perfect information about φ is worth
E_φ[max(E[net | φ], 0)] − max(E[net], 0). E[net | φ] is the mean of the draws in bins of equal size along φ, so that
EVPI ≥ EVPPI ≥ 0 holds for every set of draws.
Source: Briggs, Claxton & Sculpher 2006, Decision Modelling for Health Economic Evaluation, ch. 7.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import cbrt

import numpy as np

from samklang.methods.value.uncertainty.draws import Draw, Draws


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
    order = np.argsort(draws.parameter(parameter), kind="stable")
    sizes = [len(part) for part in np.array_split(order, bins(draws.n))]
    starts = np.cumsum([0, *sizes[:-1]])
    means = np.add.reduceat(draws.net[order], starts) / sizes
    return _worth(parameter, np.repeat(means, sizes), draws.net[order])


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
