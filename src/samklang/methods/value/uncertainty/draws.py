"""Draws every uncertain number of a map, one independent stream for each, and reckons the value of every draw."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from samklang.methods.value.chain import Amount
from samklang.methods.value.evaluate import outcome_present_value, total_inputs
from samklang.methods.value.map.entities import Parameter, ValueMap
from samklang.methods.value.map.quantity import Quantity
from samklang.methods.value.outcome_value import centres

Draw = NDArray[np.float64]


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

    def parameter(self, name: str) -> Draw:
        """One number's draws, made again from its stream: keeping them all would fill the memory."""
        return draw_one(self.uncertain[name], name, self.n, self.seed)


def draw(value_map: ValueMap, n: int, seed: int) -> Draws:
    """Draw a map n times; the same seed gives the same bits, and a new row leaves the other rows' draws as they were.

    Raises ValueError for n below 1.
    """
    if n < 1:
        raise ValueError("at least one draw is needed")
    fixed: dict[str, Amount] = {name: float(centre) for name, centre in centres(value_map).items()}
    everything = list(value_map.parameters())
    fixed |= _drawn((number for number in everything if number.outcome is None), n, seed)
    value = np.zeros(n)
    for outcome in value_map.outcomes:
        if outcome.valued:
            own = _drawn((number for number in everything if number.outcome is outcome), n, seed)
            value = value + outcome_present_value(outcome, value_map, fixed | own)
    uncertain = {number.id: number.quantity for number in everything if _matters(number)}
    return Draws(n, seed, uncertain, value, np.zeros(n) + total_inputs(value_map, fixed))


def draw_one(quantity: Quantity, name: str, n: int, seed: int) -> Draw:
    """One number drawn n times: from its own stream by name, or from the stream it shares with others."""
    return quantity.quantile(stream(quantity.stream or name, seed).random(n))


def stream(name: str, seed: int) -> np.random.Generator:
    """The random stream that belongs to a name under a seed."""
    digest = hashlib.sha256(name.encode()).digest()
    words = [int.from_bytes(digest[start : start + 4], "big") for start in range(0, 16, 4)]
    return np.random.Generator(np.random.PCG64(np.random.SeedSequence([seed, *words])))


def _drawn(parameters: Iterable[Parameter], n: int, seed: int) -> dict[str, Draw]:
    uncertain = (number for number in parameters if number.quantity.uncertain)
    return {number.id: draw_one(number.quantity, number.id, n, seed) for number in uncertain}


def _matters(number: Parameter) -> bool:
    return number.quantity.uncertain and (number.outcome is None or number.outcome.valued)
