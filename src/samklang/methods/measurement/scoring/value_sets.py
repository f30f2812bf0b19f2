"""Value sets: what a population says a state of health is worth, from 1 (full health) over 0 (as dead) downwards."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray

from samklang.methods.kernel import facts
from samklang.methods.kernel.findings import UnreadableInput

Numbers = NDArray[np.float64]


@dataclass(frozen=True)
class ValueSet:
    """index = base − any_problem·[some level > 1] − any_worst·[some level is the worst] − Σ decrement of each level.

    decrements: item id → one number for each level from 1, in index points.
    """

    id: str
    instrument: str
    base: float
    any_problem: float
    any_worst: float
    decrements: Mapping[str, tuple[float, ...]]

    def index(self, levels: Mapping[str, Numbers]) -> Numbers:
        """The index to four decimals, (n,); NaN where a level is missing. levels: item id → (n,) whole numbers."""
        stacked = np.stack([levels[item] for item in self.decrements])
        worst = len(next(iter(self.decrements.values())))
        lost = np.zeros(stacked.shape[1])
        for row, steps in zip(stacked, self.decrements.values(), strict=True):
            lost += np.array([np.nan, *steps])[np.nan_to_num(row).astype(np.int64)]
        lost += self.any_problem * (stacked > 1).any(axis=0) + self.any_worst * (stacked == worst).any(axis=0)
        return np.round(self.base - lost, 4)


def value_sets(instrument: str) -> tuple[str, ...]:
    """The value sets there are for an instrument, by id."""
    names = facts.names("value_sets")
    return tuple(name for name in names if facts.load("value_sets", name)["instrument"] == instrument)


@cache
def value_set(name: str | None, instrument: str) -> ValueSet:
    """One value set. Raises UnreadableInput naming those there are: an index without its set means nothing."""
    if name not in value_sets(instrument):
        known = ", ".join(value_sets(instrument))
        problem = f"there is no value set '{name}' for {instrument}" if name else f"{instrument} needs a value set"
        raise UnreadableInput([f"{problem}; there are {known}"])
    row = facts.load("value_sets", str(name))
    decrements = {item: tuple(steps) for item, steps in row["decrements"].items()}
    return ValueSet(row["id"], row["instrument"], row["base"], row["any_problem"], row["any_worst"], decrements)
