"""Weights that make those who did not take part look like those who did, and how far apart the two still are.

Entropy balancing: w ∝ c·exp(z'λ), z = (x − target)/s, λ the minimum of log Σ c·exp(z'λ), by Newton with halved steps;
its gradient Σwz = 0 is the balance itself. Overlap weights: 1 − e for participants, e for the others.
SMD = (x̄₁ − x̄₀)/√((s₁² + s₀²)/2), s unweighted so that weighting can't hide a gap. Kish: ESS = (Σw)²/Σw².
Sources: Hainmueller (2012), 10.1093/pan/mpr025; Li, Morgan & Zaslavsky (2018), 10.1080/01621459.2016.1260466;
Austin (2009), 10.1002/sim.3697; Kish (1965), Survey Sampling.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from samklang.methods.statistics.refusals import BadArgument, NotConverged, TooFew
from samklang.methods.statistics.regression import as_design, named
from samklang.methods.statistics.sample import Numbers, finite, frequencies, same_length

MOST_ROUNDS = 200
CLOSE_ENOUGH = 1e-9


@dataclass(frozen=True)
class Balance:
    """weights: (m,) a person of each row, Σ counts·weights = 1; ess: Kish's effective number; n: people."""

    weights: Numbers
    ess: float
    n: int


def entropy_balance(
    controls: ArrayLike,
    targets: ArrayLike,
    counts: ArrayLike | None = None,
    names: Sequence[str] | None = None,
) -> Balance:
    """Weights of the controls whose means equal the targets. controls: (m, p); targets: (p,) means of participants.

    Raises NotConverged naming the columns when no weighting of these people reaches the targets, TooFew.
    """
    x = as_design(controls)
    people = frequencies(counts, len(x))
    goal = finite(targets, "targets")
    if goal.shape != (x.shape[1],):
        raise BadArgument("targets", f"{goal.size} targets for {x.shape[1]} columns: give one mean a column")
    if people.sum() < 2:
        raise TooFew("controls", f"{people.sum():.0f} person can't be weighted to look like others")
    there = people > 0
    used = x[there]
    _refuse_outside(used, goal, names)
    spread = np.ptp(used, axis=0)
    varying = spread > 0
    z = (used[:, varying] - goal[varying]) / spread[varying]
    weights = np.zeros(len(x))
    weights[there] = _balanced(z, people[there])
    left = np.abs(z.T @ (people * weights)[there])
    if left.size and left.max() > 100 * CLOSE_ENOUGH:
        far = np.flatnonzero(varying)[left > 100 * CLOSE_ENOUGH]
        text = "no weighting of these people reaches the mean of the participants: they are too unlike; take it out"
        raise NotConverged(named(far.tolist(), names), text)
    return Balance(weights, kish_ess(weights, people), int(people.sum()))


def _refuse_outside(x: Numbers, goal: Numbers, names: Sequence[str] | None) -> None:
    slack = 1e-9 * np.maximum(1.0, np.abs(goal))
    outside = np.flatnonzero((goal < x.min(axis=0) - slack) | (goal > x.max(axis=0) + slack))
    if outside.size:
        text = "the participants' mean lies outside all values of the others: the two can't be compared on it"
        raise NotConverged(named(outside.tolist(), names), text)


def _balanced(z: Numbers, people: Numbers) -> Numbers:
    """The weights at the minimum of the dual, or where it stopped getting better."""
    dual = np.zeros(z.shape[1])
    value, weights = _dual(z, people, dual)
    for _round in range(MOST_ROUNDS):
        gradient = z.T @ (people * weights)
        if gradient.size == 0 or np.abs(gradient).max() < CLOSE_ENOUGH:
            break
        curve = (z * (people * weights)[:, None]).T @ z - np.outer(gradient, gradient)
        step, *_rest = np.linalg.lstsq(curve, -gradient, rcond=1e-12)
        length = 1.0
        while True:
            tried, new = _dual(z, people, dual + length * step)
            if tried <= value + 1e-4 * length * float(gradient @ step) or length < 1e-10:
                break
            length /= 2
        dual, value, weights = dual + length * step, tried, new
    return weights


def _dual(z: Numbers, people: Numbers, dual: Numbers) -> tuple[float, Numbers]:
    power = z @ dual
    top = float(power.max()) if power.size else 0.0
    raised = np.exp(power - top)
    total = float(people @ raised)
    return top + float(np.log(total)), raised / total


def overlap_weights(chance: ArrayLike, treated: ArrayLike) -> Numbers:
    """1 − e for participants, e for the others. chance: (m,) of taking part, 0–1; treated: (m,) of 0 and 1."""
    e, took = finite(chance, "chance"), as_arms(treated)
    same_length(len(e), treated=took)
    if e.min() < 0 or e.max() > 1:
        raise BadArgument("chance", "a chance of taking part lies between 0 and 1")
    return np.where(took == 1, 1 - e, e)


def as_arms(treated: ArrayLike) -> Numbers:
    """Who took part, (m,) of 0 and 1. Raises BadArgument for another code."""
    took = finite(treated, "treated")
    if not np.all((took == 0) | (took == 1)):
        raise BadArgument("treated", "1 for who took part and 0 for who did not; leave out those who were not asked")
    return took


def standardised_differences(
    participants: ArrayLike,
    others: ArrayLike,
    weights_participants: ArrayLike | None = None,
    weights_others: ArrayLike | None = None,
    counts_participants: ArrayLike | None = None,
    counts_others: ArrayLike | None = None,
) -> tuple[float | None, ...]:
    """SMD a column of two (m, p) arrays, participants − others; None where neither varies but the means differ."""
    mean1, variance1 = _moments(participants, weights_participants, counts_participants, "participants")
    mean0, variance0 = _moments(others, weights_others, counts_others, "others")
    gaps = mean1 - mean0
    spreads = np.sqrt((variance1 + variance0) / 2)
    return tuple(
        0.0 if gap == 0 else None if spread == 0 else float(gap / spread)
        for gap, spread in zip(gaps, spreads, strict=True)
    )


def _moments(
    values: ArrayLike, weights: ArrayLike | None, counts: ArrayLike | None, where: str
) -> tuple[Numbers, Numbers]:
    x = as_design(values)
    people = frequencies(counts, len(x))
    n = float(people.sum())
    if n < 2:
        raise TooFew(where, f"{n:.0f} person has no spread: balance needs two or more in each arm")
    away = x - people @ x / n
    variance: Numbers = people @ away**2 / (n - 1)
    share = people if weights is None else people * finite(weights, "weights")
    return share @ x / share.sum(), variance


def kish_ess(weights: ArrayLike, counts: ArrayLike | None = None) -> float:
    """How many equally weighted people carry as much. weights: (m,) a person of each row."""
    w = finite(weights, "weights")
    people = frequencies(counts, len(w))
    if w.min() < 0 or not people @ w > 0:
        raise BadArgument("weights", "weights are not negative and not all zero")
    return float((people @ w) ** 2 / (people @ w**2))
