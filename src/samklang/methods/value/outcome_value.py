"""What one outcome comes to: how many changed, what is retained, and its flows, for any kind of number."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from fractions import Fraction
from typing import TypeAlias

import numpy as np

from samklang.methods.value.chain import Amount, flows, impact, retained
from samklang.methods.value.map.entities import DEDUCTIONS, Outcome, ValueMap

Numbers: TypeAlias = Mapping[str, Amount]  # every parameter of a map by its identifier
Number: TypeAlias = Callable[[str], Amount]  # one outcome's number by its name


def centres(value_map: ValueMap) -> dict[str, Fraction]:
    """The declared central value of every parameter."""
    return {number.id: number.quantity.centre for number in value_map.parameters()}


def numbers_of(outcome: Outcome, numbers: Numbers) -> Number:
    """Looks up an outcome's own numbers."""
    return lambda name: numbers[f"{outcome.id}.{name}"]


def quantity_of(outcome: Outcome, number: Number) -> Amount:
    """How many changed, or how much: people × (p1 − p0) with a level, people × d with a difference, never clipped."""
    if outcome.counterfactual_mode == "difference":
        return number("started") * number("counterfactual")
    people = number("quantity" if "quantity" in outcome.numbers else "started")
    change = change_of(outcome, number)
    if outcome.counterfactual_mode == "level":
        change = change - number("counterfactual")
    return people * change


def change_of(outcome: Outcome, number: Number) -> Amount:
    """Change per person: improved ÷ answered, the share that stands for it, a mean change, or 1 for a plain count."""
    if "improved" in outcome.numbers:
        return number("improved") / number("answered")
    for name in ("share_improved", "change"):
        if name in outcome.numbers:
            return number(name)
    return 1


def deductions_of(outcome: Outcome) -> tuple[str, ...]:
    """Names of the shares that multiply as (1 − share); a level or difference is already in the quantity."""
    taken = outcome.counterfactual_mode != "share"
    return tuple(name for name in DEDUCTIONS if name in outcome.numbers and not (taken and name == "counterfactual"))


def retained_of(outcome: Outcome, number: Number) -> Amount:
    """Share of the change left after the deductions."""
    return retained(*(number(name) for name in deductions_of(outcome)))


def impact_of(outcome: Outcome, number: Number) -> Amount:
    """Impact of a whole first year in currency, negative for a harm."""
    worth = impact(quantity_of(outcome, number), number("unit_value"), retained_of(outcome, number))
    return worth if outcome.sign > 0 else -worth


def flows_of(outcome: Outcome, number: Number) -> list[Amount]:
    """Undiscounted value of each calendar year, from the first."""
    duration = number("duration_years")
    horizon = math.ceil(np.max(duration))
    return flows(impact_of(outcome, number), duration, number("drop_off"), horizon, outcome.empty_years)
