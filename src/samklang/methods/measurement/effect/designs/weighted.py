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
from samklang.methods.statistics.regression import ClusterFit, Fit, cluster_ols, ols


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


def fit_groups(values: Numbers, design: Numbers, table: Table, names: Sequence[str]) -> ClusterFit:
    """The same where whole groups were chosen, CR2. table: with the column group."""
    outcome, columns = scaled(values, design, table)
    return cluster_ols(outcome, columns, table["group"], counts=table.counts, names=names)


def scaled(values: Numbers, design: Numbers, table: Table) -> tuple[Numbers, Numbers]:
    """Rows times √w, with the weights' mean taken as 1; as they are where everybody counts the same."""
    if equal_weights(table):
        return values, design
    root = np.sqrt(table["weight"] / table["weight"].mean())
    return values * root, design * root[:, None]
