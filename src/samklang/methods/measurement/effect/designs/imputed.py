"""Row 15. What is held equal and missing for over 5 per cent: filled in 20 times, and the adjusted differences
pooled.

Beside the main estimate, which keeps everybody by a column that says what is missing. Assumes that it is missing at
random given the rest. Rubin's rules with Barnard & Rubin's degrees of freedom (1999), 10.1093/biomet/86.4.948. The
seed is fixed, so that the same answers give the same figure.
"""

from __future__ import annotations

import numpy as np

from samklang.methods.measurement.effect.checks import SMALL_MISSING
from samklang.methods.measurement.effect.designs.held_equal import columns_of
from samklang.methods.measurement.effect.designs.weighted import equal_weights
from samklang.methods.measurement.effect.frame import Numbers
from samklang.methods.measurement.effect.linked import MISSING, Linked
from samklang.methods.measurement.effect.table import Table
from samklang.methods.statistics.imputation import SMALLEST_M, impute, rubin
from samklang.methods.statistics.intervals import Interval
from samklang.methods.statistics.refusals import CannotEstimate
from samklang.methods.statistics.regression import ols

SEED = 20_240_110
MOST_PEOPLE = 5_000


def imputed(people: Linked, table: Table) -> dict[str, Interval]:
    """ancova_imputed, where a number held equal is missing for over 5 per cent of up to 5 000 people."""
    flags = [name for name in people.adjusted if name.endswith(MISSING)]
    if not flags or table.n > MOST_PEOPLE or not equal_weights(table):
        return {}
    if max(table.mean(name) for name in flags) <= SMALL_MISSING:
        return {}
    try:
        return {"ancova_imputed": _pooled(people, table, flags)}
    except CannotEstimate:
        return {}


def _pooled(people: Linked, table: Table, flags: list[str]) -> Interval:
    """τ of y₂ = a + τD + b·y₁ + cX, pooled over the filled-in sets."""
    held = [name for name in people.adjusted if name not in flags]
    words, _called = columns_of(table, [name for name in held if name in people.categories], people.categories)
    numbers = [name for name in held if name not in people.categories]
    gaps = {name: table[name + MISSING] == 1 for name in numbers if name + MISSING in flags}
    filled = [np.where(gaps[name], np.nan, table[name]) if name in gaps else table[name] for name in numbers]
    every = np.column_stack([table["after"], table["arm"], table["before"], *words, *filled])
    rows: Numbers = np.repeat(every, table.counts, axis=0)
    sets = impute(rows, seed=SEED, m=SMALLEST_M)
    ones = np.ones(len(rows))
    return rubin([ols(each[:, 0], np.column_stack((ones, each[:, 1:]))).interval(1) for each in sets]).interval
