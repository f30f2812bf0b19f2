"""A mean change straight from answers: people, or whole groups, drawn with replacement."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from dataclasses import replace
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

from samklang.methods.kernel.findings import UnreadableInput
from samklang.methods.value.map.entities import Outcome, ValueMap
from samklang.methods.value.map.quantity import Quantity, exactly

RESAMPLES = 4000
Columns: TypeAlias = NDArray[Any]

BLOCK = 500  # resamples at a time, so that memory stays at so many rows


def bootstrap_mean(
    changes: Sequence[float], seed: int, groups: Sequence[Hashable] | None = None, everyone: bool = False
) -> Quantity:
    """The mean of a change per person, with the spread of its bootstrap means.

    changes: one number a person, in any unit; groups: which group each was in, when the activity was given to groups:
    then whole groups are drawn, since the members of one are alike; everyone: all who started are here, so nothing is
    drawn. Raises UnreadableInput for no people, a change that is no number, or groups of another length.
    """
    values = np.asarray(changes, dtype=np.float64)
    if not len(values) or not np.isfinite(values).all():
        raise UnreadableInput(["changes: give at least one person, each with a number"])
    if groups is not None and len(groups) != len(values):
        raise UnreadableInput([f"groups: {len(groups)} for {len(values)} people; give one each"])
    sums, sizes = _by_group(values, list(range(len(values))) if groups is None else list(groups))
    sample = () if everyone else tuple(_means(sums, sizes, seed).tolist())
    return Quantity(exactly(float(values.mean())), sample=sample)


def with_number(value_map: ValueMap, parameter: str, quantity: Quantity) -> ValueMap:
    """The map with one outcome's number replaced; its source and decision stay unless the new one has its own.

    parameter: `<outcome>.<name>`. Raises KeyError for a number the map doesn't have.
    """
    owner, _dot, name = parameter.rpartition(".")
    found = next((outcome for outcome in value_map.outcomes if outcome.id == owner and name in outcome.numbers), None)
    if found is None:
        raise KeyError(parameter)
    old = found.numbers[name]
    new = replace(quantity, source=quantity.source or old.source, decision=quantity.decision or old.decision)
    changed = replace(found, numbers={**found.numbers, name: new})
    return replace(value_map, outcomes=tuple(_swapped(row, changed) for row in value_map.outcomes))


def _swapped(row: Outcome, changed: Outcome) -> Outcome:
    return changed if row.id == changed.id else row


def _by_group(values: NDArray[np.float64], groups: list[Hashable]) -> tuple[Columns, Columns]:
    place = {group: number for number, group in enumerate(dict.fromkeys(groups))}
    index = np.array([place[group] for group in groups])
    return np.bincount(index, weights=values), np.bincount(index)


def _means(sums: Columns, sizes: Columns, seed: int) -> NDArray[np.float64]:
    generator = np.random.default_rng(seed)
    found = []
    for _block in range(RESAMPLES // BLOCK):
        times = generator.multinomial(len(sums), np.full(len(sums), 1 / len(sums)), BLOCK)
        found.append((times @ sums) / (times @ sizes))
    return np.concatenate(found)
