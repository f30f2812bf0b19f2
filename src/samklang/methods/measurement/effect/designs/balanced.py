"""Row 6. Balancing, as sensitivity only: entropy weights and AIPW for those who took part.

Entropy: the others weighted until their means equal those of the participants, then the difference of y₂ by weight.
AIPW: [Σ_D (y − m₀) − Σ_C e/(1−e)·(y − m₀)]/n₁. Assumes that all that drove joining is among the columns. Shown from
40 an arm, |SMD| < 0.1 after and an effective n of 30. Sources: Hainmueller (2012), 10.1093/pan/mpr025; Robins,
Rotnitzky & Zhao (1994), 10.1080/01621459.1994.10476818.
"""

from __future__ import annotations

import numpy as np

from samklang.methods.measurement.effect.designs.arms import driving, sizes
from samklang.methods.measurement.effect.designs.weighted import equal_weights
from samklang.methods.measurement.effect.linked import Linked
from samklang.methods.measurement.effect.table import Table
from samklang.methods.statistics.balancing import entropy_balance, kish_ess, overlap_weights
from samklang.methods.statistics.causal import aipw
from samklang.methods.statistics.intervals import Interval
from samklang.methods.statistics.logit import logit
from samklang.methods.statistics.refusals import CannotEstimate
from samklang.methods.statistics.regression import ols

LEAST = 40
LEAST_EFFECTIVE = 30


def balanced(people: Linked, table: Table) -> dict[str, Interval]:
    """entropy, overlap and aipw, those of them that these people carry."""
    if min(sizes(table)) < LEAST or not equal_weights(table):
        return {}
    made = {}
    for name, estimate in (("entropy", _entropy), ("overlap", _overlap), ("aipw", _aipw)):
        try:
            found = estimate(people, table)
        except CannotEstimate:
            continue
        if found is not None:
            made[name] = found
    return made


def _entropy(people: Linked, table: Table) -> Interval | None:
    drivers, names = driving(people, table)
    one, other = table["arm"] == 1, table["arm"] == 0
    targets = np.average(drivers[one][:, 1:], axis=0, weights=table.counts[one])
    balance = entropy_balance(drivers[other][:, 1:], targets, table.counts[other], names[1:])
    if balance.ess < LEAST_EFFECTIVE:
        return None
    weights = np.ones(len(table.counts))
    weights[other] = balance.weights * table.counts[other].sum()
    return _weighted_difference(table, weights)


def _overlap(people: Linked, table: Table) -> Interval | None:
    chance = logit(table["arm"], driving(people, table)[0], table.counts).probability
    weights = overlap_weights(chance, table["arm"])
    arms = [table["arm"] == arm for arm in (0, 1)]
    if min(kish_ess(weights[arm], table.counts[arm]) for arm in arms) < LEAST_EFFECTIVE:
        return None
    return _weighted_difference(table, weights)


def _weighted_difference(table: Table, weights: np.ndarray) -> Interval:
    root = np.sqrt(weights)
    design = np.column_stack((np.ones(len(root)), table["arm"])) * root[:, None]
    return ols(table["after"] * root, design, table.counts, names=["constant", "took_part"]).interval(1)


def _aipw(people: Linked, table: Table) -> Interval | None:
    drivers, names = driving(people, table)
    found = aipw(table["after"], table["arm"], drivers, target="ATT", counts=table.counts, names=names)
    return found.effect if found.ess >= LEAST_EFFECTIVE else None
