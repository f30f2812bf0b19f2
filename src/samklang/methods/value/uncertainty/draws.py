"""Draws every uncertain number of a map, one independent stream for each, and reckons the value of every draw.

One outcome at a time, blocks of draws go through its whole chain while they lie in the processor's cache, and years
are summed in closed form: memory holds three columns of draws however many numbers and years the map has. Inside a
block 32-bit floats carry seven figures, five more than are told; totals are added up in 64.
"""

from __future__ import annotations

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
from samklang.methods.value.outcome_value import Numbers
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
    numbers = list(value_map.parameters())
    resources = [number for number in numbers if number.name == "amount"]
    rates = [number for number in numbers if number.name == "rate"]
    inputs, value, floats = np.zeros(n), np.zeros(n), _floats(value_map)
    _add(inputs, _Source(resources, seed, np.float64), partial(total_inputs, value_map))
    for outcome in value_map.outcomes:
        if outcome.valued:
            own = _Source([number for number in numbers if number.outcome is outcome] + rates, seed, floats)
            _add(value, own, partial(outcome_present_value, outcome, value_map))
    return Draws(n, seed, {number.id: number.quantity for number in numbers if _matters(number)}, value, inputs)


def stream_of(name: str, quantity: Quantity) -> str:
    """The stream a number is drawn from: its own by name, or the one it shares with others."""
    return quantity.stream or name


class _Source:
    """Some numbers: the certain ones as they are, the others drawn block by block. Numbers of one stream get the same
    slices, wherever they are drawn."""

    def __init__(self, numbers: Iterable[Parameter], seed: int, floats: Floats) -> None:
        self._fixed: dict[str, Amount] = {}
        self._drawn = []
        for number in numbers:
            if number.quantity.uncertain:
                stream = Stream(stream_of(number.id, number.quantity), seed)
                self._drawn.append((number.id, slice_values(number.quantity).astype(floats), stream))
            else:
                self._fixed[number.id] = float(number.quantity.centre)

    def draw(self, size: int) -> dict[str, Amount]:
        """Each number, those that are uncertain with their next so many draws. No pick is outside the table: `clip`
        only spares the look for one."""
        drawn = {name: values.take(stream.picks(size), mode="clip") for name, values, stream in self._drawn}
        return self._fixed | drawn


def _add(sums: Draw, source: _Source, reckon: Callable[[Numbers], Amount]) -> None:
    """Add what every draw comes to, in place: one pass over memory for each outcome."""
    for start in range(0, len(sums), BLOCK):
        block = sums[start : start + BLOCK]
        block += reckon(source.draw(len(block)))


def _floats(value_map: ValueMap) -> Floats:
    """Short floats unless a product of the map's numbers could pass what they hold."""
    quantities = [number.quantity for number in value_map.parameters()]
    ends = [abs(float(end)) for quantity in quantities for end in quantity.ends]
    means = [abs(mean) for quantity in quantities for mean in quantity.sample]
    return np.float32 if max(ends + means) <= LARGEST_IN_SHORT else np.float64


def _matters(number: Parameter) -> bool:
    return number.quantity.uncertain and (number.outcome is None or number.outcome.valued)
