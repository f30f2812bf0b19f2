"""Columns for what is held equal: numbers as they are, categories as one column each beside the largest."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from samklang.methods.measurement.effect.frame import Numbers
from samklang.methods.measurement.effect.linked import X
from samklang.methods.measurement.effect.table import Table

SMALLEST_CATEGORY = 5


def columns_of(table: Table, names: Sequence[str], categories: frozenset[str]) -> tuple[list[Numbers], list[str]]:
    """The columns, each (m,), and what they are called. Categories with under five people join the largest one,
    and what doesn't vary, or repeats another, is left out: a person alone in a box would decide its coefficient."""
    columns: list[Numbers] = []
    called: list[str] = []
    for name in names:
        values, plain = table[name], name.removeprefix(X)
        if name not in categories:
            # Two columns with gaps for the same people say so twice; the second would give nothing new.
            if len(values) and np.ptp(values) > 0 and not any(np.array_equal(values, other) for other in columns):
                columns.append(values)
                called.append(plain)
            continue
        codes, place = np.unique(values, return_inverse=True)
        people = np.bincount(place.ravel(), weights=table.counts, minlength=len(codes))
        largest = int(np.argmax(people))
        for index, code in enumerate(codes):
            if index != largest and people[index] >= SMALLEST_CATEGORY:
                columns.append((values == code).astype(np.float64))
                called.append(plain)
    return columns, called


def design_of(
    leading: Sequence[tuple[str, Numbers]], table: Table, adjusted: Sequence[str], categories: frozenset[str]
) -> tuple[Numbers, list[str]]:
    """Ones, the leading columns in order, then what is held equal: (m, p), and their names."""
    columns, called = columns_of(table, adjusted, categories)
    rows = len(table.counts)
    every = [np.ones(rows), *(column for _, column in leading), *columns]
    return np.column_stack(every), ["constant", *(name for name, _ in leading), *called]
