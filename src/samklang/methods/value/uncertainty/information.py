"""What it would be worth to know better before deciding: EVPI for everything, EVPPI for one number or a few.

The decision is to go on (net value) or not (0). Perfect information about φ is worth
E_φ[max(E[net | φ], 0)] − max(E[net], 0). E[net | φ] is a cubic in φ fitted to all draws by least squares: exact where
the net value is a straight line in φ, as it is in every number but years, drop-off and rate. EVPI ≥ EVPPI ≥ 0 for
every set of draws.
Sources: Briggs, Claxton & Sculpher 2006, Decision Modelling for Health Economic Evaluation, ch. 7; Strong, Oakley &
Brennan 2014, Medical Decision Making 34(3) (EVPPI by regression).
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from samklang.methods.value.uncertainty.draws import Draw, Draws
from samklang.methods.value.uncertainty.slices import SLICES, slice_values

DEGREE = 3


@dataclass(frozen=True)
class Information:
    """Worth of perfect information, in currency; parameter: about which number; standard_error: of the estimate."""

    parameter: str
    worth: float
    standard_error: float


def evpi(draws: Draws) -> Information:
    """Worth of knowing everything: E[max(net, 0)] − max(E[net], 0)."""
    chosen = _better(draws.net, draws.net.mean())
    return Information("", float(chosen.mean()), float(np.sqrt(_variance(chosen) / draws.n)))


def evppi(draws: Draws, parameter: str) -> Information:
    """Worth of knowing one number perfectly. Raises KeyError for a number that isn't drawn.

    Draws of one slice have the same φ, so the fit needs only how many they are and what they come to, slice by slice.
    Its standard error has two parts: that of a mean over the draws, and that of the fitted cubic (delta method).
    """
    picks, net = draws.picks(parameter), draws.net
    many = np.bincount(picks, minlength=SLICES)
    sums = np.bincount(picks, weights=net, minlength=SLICES)
    powers = _powers(slice_values(draws.uncertain[parameter]))
    gram = np.linalg.pinv((powers * many[:, None]).T @ powers)
    expected = powers @ (gram @ (powers.T @ sums))
    chosen = _better(expected, net.mean())
    worth = float(many @ chosen) / draws.n
    slope = powers.T @ (many * np.where(chosen > 0, np.sign(expected), 0)) / draws.n
    unexplained = max(0.0, _variance(net) - float(many @ (expected - net.mean()) ** 2) / draws.n)
    spread = float(many @ (chosen - worth) ** 2) / draws.n / draws.n
    error = np.sqrt(spread + unexplained * float(slope @ gram @ slope))
    return Information(parameter, min(worth, evpi(draws).worth), float(error))


def worth_measuring(draws: Draws) -> tuple[Information, ...]:
    """Every drawn number by the worth of measuring it better, highest first: what the next survey should ask."""
    return tuple(sorted((evppi(draws, name) for name in draws.uncertain), key=lambda row: -row.worth))


def _better(expected: Draw, mean: float) -> Draw:
    """How much better than the decision on the mean it is to decide on what is expected: never below 0."""
    return np.asarray(np.maximum(expected, 0) - (expected if mean > 0 else 0), dtype=np.float64)


def _powers(values: Draw) -> NDArray[np.float64]:
    """1, x, x² and x³ of each slice, with x between −1 and 1."""
    middle, half = (values[0] + values[-1]) / 2, (values[-1] - values[0]) / 2 or 1.0
    return np.vander((values - middle) / half, DEGREE + 1, increasing=True)


def _variance(values: Draw) -> float:
    return float(values.var())
