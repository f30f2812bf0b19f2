"""Value sets: what a population says a state of health is worth, from 1 (full health) over 0 (as dead) downwards."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import product
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from samklang.methods.kernel import facts
from samklang.methods.kernel.findings import UnreadableInput

Numbers = NDArray[np.float64]


@dataclass(frozen=True)
class ValueSet:
    """index = base − any_problem·[some level > 1] − any_worst·[some level is the worst] − Σ decrement of each level.

    decrements: item id → one number for each level from 1, in index points. basis: people valued states they
    imagined, or their own; the two are never mixed in one series.
    """

    id: str
    instrument: str
    basis: Literal["hypothetical", "experience"]
    reference: str
    base: float
    any_problem: float
    any_worst: float
    decrements: Mapping[str, tuple[float, ...]]

    @property
    def levels(self) -> int:
        """How many levels each dimension has."""
        return len(next(iter(self.decrements.values())))

    def states(self, items: Sequence[str]) -> Numbers:
        """The index of every state to four decimals, (levels⁵,): 11111, 11112 … last item fastest."""
        steps = [self.decrements[item] for item in items]
        states = product(range(1, self.levels + 1), repeat=len(items))
        return np.array([self._index(state, steps) for state in states])

    def _index(self, state: Sequence[int], steps: Sequence[Sequence[float]]) -> float:
        lost = sum(each[level - 1] for level, each in zip(state, steps, strict=True))
        lost += self.any_problem * (max(state) > 1) + self.any_worst * (max(state) == self.levels)
        return round(self.base - lost, 4)


def value_sets(instrument: str) -> tuple[str, ...]:
    """The value sets there are for an instrument, by id."""
    names = facts.names("value_sets")
    return tuple(name for name in names if facts.load("value_sets", name)["instrument"] == instrument)


@cache
def value_set(name: str | None, instrument: str) -> ValueSet:
    """One value set. Raises UnreadableInput naming those there are: an index without its set means nothing."""
    if name is None or name not in value_sets(instrument):
        known = ", ".join(value_sets(instrument))
        problem = f"there is no value set '{name}' for {instrument}" if name else f"{instrument} needs a value set"
        raise UnreadableInput([f"--value-set: {problem}; there are {known}"])
    row = facts.load("value_sets", name)
    return ValueSet(
        id=row["id"],
        instrument=row["instrument"],
        basis=row["basis"],
        reference=row["reference"],
        base=row["base"],
        any_problem=row["any_problem"],
        any_worst=row["any_worst"],
        decrements={item: tuple(steps) for item, steps in row["decrements"].items()},
    )


def same_value_set(used: Mapping[str, str]) -> str:
    """The one value set of a series. used: wave or group → value set id.

    Raises UnreadableInput when two sets meet: indices of different sets are never compared or averaged.
    """
    found = sorted(set(used.values()))
    if len(found) != 1:
        told = "; ".join(f"{where}: {name}" for where, name in used.items())
        raise UnreadableInput([f"one series needs one value set, but here stand {told or 'none'}"])
    return found[0]
