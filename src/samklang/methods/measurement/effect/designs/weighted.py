"""Means and fits of a table whose people may carry weights; equal weights give the plain estimators.

Weighted least squares is plain least squares after each row is multiplied by √w, HC3 included, so that doubling all
weights changes nothing.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from samklang.methods.measurement.effect.frame import Numbers
from samklang.methods.measurement.effect.table import Table
from samklang.methods.statistics.intervals import Interval, mean_interval, welch
from samklang.methods.statistics.refusals import NoVariation
from samklang.methods.statistics.regression import Fit, cluster_ols, ols
from samklang.methods.statistics.sample import is_nothing

# The error of a fit sums many roundings, so that it is taken for nothing at some more than a single one.
LEAST_OF_ROUNDING = 100


def equal_weights(table: Table) -> bool:
    """Whether everybody counts the same."""
    weight = table["weight"]
    return bool(len(weight) == 0 or np.ptp(weight) == 0)


def mean_of(values: Numbers, table: Table) -> Interval:
    """Mean of a column computed from the table, (m,). Raises as mean_interval and ols."""
    if equal_weights(table):
        return mean_interval(values, table.counts)
    return fit(values, np.ones((len(values), 1)), table, ["mean"]).interval(0)


def difference(values: Numbers, arm: Numbers, table: Table) -> Interval:
    """Mean of arm 1 minus mean of arm 0, unequal variances. values, arm: (m,)."""
    if equal_weights(table):
        one, other = arm == 1, arm == 0
        return welch(values[other], values[one], table.counts[other], table.counts[one])
    return fit(values, np.column_stack((np.ones(len(values)), arm)), table, ["constant", "arm"]).interval(1)


def fit(values: Numbers, design: Numbers, table: Table, names: Sequence[str]) -> Fit:
    """Least squares by weight, HC3. design: (m, p) with ones; names: of its columns."""
    outcome, columns = scaled(values, design, table)
    return ols(outcome, columns, table.counts, names=names)


def fit_groups(values: Numbers, design: Numbers, table: Table, names: Sequence[str]) -> Interval:
    """The second column's coefficient where whole groups were chosen, CR2. table: with the column group.

    Raises as cluster_ols, and NoVariation where the groups differ by rounding alone.
    """
    outcome, columns = scaled(values, design, table)
    found = cluster_ols(outcome, columns, table["group"], counts=table.counts, names=names).interval(1)
    if is_nothing(found.error / LEAST_OF_ROUNDING, float(np.abs(outcome).max())):
        raise NoVariation("group", "the groups do not differ at all: no error can be estimated")
    return found


def scaled(values: Numbers, design: Numbers, table: Table) -> tuple[Numbers, Numbers]:
    """Rows times √w, with the weights' mean taken as 1; as they are where everybody counts the same."""
    if equal_weights(table):
        return values, design
    root = np.sqrt(table["weight"] / table["weight"].mean())
    return values * root, design * root[:, None]
