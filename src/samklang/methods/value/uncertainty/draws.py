"""Draws every uncertain number of a map, one independent stream for each, and reckons the value of every draw.

One outcome at a time, blocks of draws go through its whole chain while they lie in the processor's cache, and years
are summed in closed form: memory holds three columns of draws however many numbers and years the map has. Inside a
block 32-bit floats carry seven figures, five more than are told; totals are added up in 64.
"""

from __future__ import annotations

from collections import ChainMap
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import partial
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from samklang.methods.value.chain import Amount
from samklang.methods.value.evaluate import outcome_present_value, total_inputs
from samklang.methods.value.map.entities import Parameter, ValueMap
from samklang.methods.value.map.quantity import Quantity
from samklang.methods.value.outcome_value import Numbers, centres
from samklang.methods.value.uncertainty.slices import Picks, Stream, slice_values

BLOCK = 16_384  # 64 KiB a column: an outcome's columns and tables fit in a core's own cache
LARGEST_IN_SHORT = 10**9  # products of such numbers stay far inside a 32-bit float

Draw = NDArray[np.float64]
Floats: TypeAlias = type[np.float32] | type[np.float64]


@dataclass(frozen=True)
class Draws:
    """A map drawn n times. uncertain: the numbers drawn, by identifier; total_value, total_inputs: present value and
    resources of each draw, in currency, shape (n,)."""

    n: int
    seed: int
    uncertain: Mapping[str, Quantity]
    total_value: Draw
    total_inputs: Draw

    @property
    def net(self) -> Draw:
        """Value less inputs of each draw."""
        return self.total_value - self.total_inputs

    def picks(self, name: str) -> Picks:
        """The slices one number was drawn from."""
        return Stream(stream_of(name, self.uncertain[name]), self.seed).picks(self.n)

    def parameter(self, name: str) -> Draw:
        """One number's draws, made again from its stream: keeping them all would fill the memory."""
        return slice_values(self.uncertain[name]).take(self.picks(name))


def draw(value_map: ValueMap, n: int, seed: int) -> Draws:
    """Draw a map n times; the same seed gives the same bits, and a new row leaves the other rows' draws as they were.

    Raises ValueError for n below 1.
    """
    if n < 1:
        raise ValueError("at least one draw is needed")
    fixed: dict[str, Amount] = {name: float(centre) for name, centre in centres(value_map).items()}
    uncertain = [number for number in value_map.parameters() if _matters(number)]
    resources = [number for number in uncertain if number.name == "amount"]
    rates = [number for number in uncertain if number.name == "rate"]
    inputs = _column(n, _Source(resources, seed, np.float64), lambda drawn: total_inputs(value_map, drawn), fixed)
    value, floats = np.zeros(n), _floats(value_map)
    for outcome in value_map.outcomes:
        if outcome.valued:
            own = _Source([number for number in uncertain if number.outcome is outcome] + rates, seed, floats)
            value += _column(n, own, partial(outcome_present_value, outcome, value_map), fixed)
    return Draws(n, seed, {number.id: number.quantity for number in uncertain}, value, inputs)


def stream_of(name: str, quantity: Quantity) -> str:
    """The stream a number is drawn from: its own by name, or the one it shares with others."""
    return quantity.stream or name


class _Source:
    """Draws some numbers block by block; numbers of one stream get the same slices, wherever they are drawn."""

    def __init__(self, numbers: Iterable[Parameter], seed: int, floats: Floats) -> None:
        self._drawn = [
            (
                number.id,
                slice_values(number.quantity).astype(floats),
                Stream(stream_of(number.id, number.quantity), seed),
            )
            for number in numbers
        ]

    def draw(self, size: int) -> dict[str, Amount]:
        """The next so many draws of each number."""
        return {name: values.take(stream.picks(size)) for name, values, stream in self._drawn}


def _column(n: int, source: _Source, reckon: Callable[[Numbers], Amount], fixed: dict[str, Amount]) -> Draw:
    column = np.empty(n)
    for start in range(0, n, BLOCK):
        size = min(BLOCK, n - start)
        column[start : start + size] = reckon(ChainMap(source.draw(size), fixed))
    return column


def _floats(value_map: ValueMap) -> Floats:
    """Short floats unless a product of the map's numbers could pass what they hold."""
    quantities = [number.quantity for number in value_map.parameters()]
    ends = [abs(float(end)) for quantity in quantities for end in quantity.ends]
    means = [abs(mean) for quantity in quantities for mean in quantity.sample]
    return np.float32 if max(ends + means) <= LARGEST_IN_SHORT else np.float64


def _matters(number: Parameter) -> bool:
    return number.quantity.uncertain and (number.outcome is None or number.outcome.valued)
