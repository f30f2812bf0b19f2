"""Rows by pattern: what a design is estimated from, and its fingerprint."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from samklang.methods.measurement.effect.frame import Flags, Integers, Numbers
from samklang.methods.statistics.count_table import count_table


@dataclass(frozen=True)
class Table:
    """Distinct rows. columns: name → (m,), no missing values; counts: people a row, (m,)."""

    columns: Mapping[str, Numbers]
    counts: Integers

    def __getitem__(self, name: str) -> Numbers:
        return self.columns[name]

    @property
    def n(self) -> int:
        """People."""
        return int(self.counts.sum())

    def where(self, keep: Flags) -> Table:
        """Only some rows."""
        return Table({name: column[keep] for name, column in self.columns.items()}, self.counts[keep])

    def mean(self, name: str) -> float:
        """Mean of a column over people, NaN for nobody."""
        return float(self.counts @ self.columns[name]) / self.n if self.n else float("nan")

    def variance(self, name: str) -> float:
        """Variance of a column over people, by n − 1; NaN under two people."""
        if self.n < 2:
            return float("nan")
        away = self.columns[name] - self.mean(name)
        return float(self.counts @ (away * away)) / (self.n - 1)

    @property
    def fingerprint(self) -> str:
        """SHA-256 of names, values and counts: the same for every order of rows and every naming of people."""
        made = hashlib.sha256()
        for name in sorted(self.columns):
            made.update(name.encode() + b"\0" + np.ascontiguousarray(self.columns[name], dtype="<f8").tobytes())
        made.update(np.ascontiguousarray(self.counts, dtype="<i8").tobytes())
        return made.hexdigest()


def tabulate(columns: Mapping[str, Numbers]) -> Table:
    """Rows counted by pattern, in the order of their values. columns: name → (n,), no missing values."""
    names = sorted(columns)
    if not names or not len(columns[names[0]]):
        return Table({name: np.zeros(0) for name in names}, np.zeros(0, dtype=np.int64))
    rows, counts = count_table(np.column_stack([columns[name] for name in names]))
    return Table({name: rows[:, place] for place, name in enumerate(names)}, counts)
