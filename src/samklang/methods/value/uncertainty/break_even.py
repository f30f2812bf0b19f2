"""Break-even: the value of one number at which the ratio reaches a target, or an honest 'no solution'."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Any, TypeAlias

from scipy.optimize import brentq

from samklang.methods.value.chain import Amount
from samklang.methods.value.evaluate import outcome_present_value, total_inputs
from samklang.methods.value.guards.shares import LONGEST_YEARS, SHARES
from samklang.methods.value.map.entities import Outcome, Parameter, ValueMap
from samklang.methods.value.outcome_value import Numbers, centres

CURVED = ("duration_years", "drop_off", "rate")  # the value is not a straight line in these
ONE = Fraction(1)
NOT_ASKED = ("started", "answered")
Gap: TypeAlias = Callable[[Amount], Amount]
Domain: TypeAlias = tuple[Fraction | None, Fraction | None]


@dataclass(frozen=True)
class NoSolution:
    """No value the number could have gives the target."""

    reason: str


@dataclass(frozen=True)
class BreakEven:
    """A parameter's break-even. central: its declared value; value: where the ratio is the target, or NoSolution;
    worse: on which side of that value (`above`, `below`) the ratio falls short of the target."""

    parameter: str
    central: Fraction
    value: Fraction | NoSolution
    worse: str

    def as_row(self) -> dict[str, Any]:
        """The row as plain data, for JSON."""
        solved = isinstance(self.value, Fraction)
        return {
            "parameter": self.parameter,
            "central": float(self.central),
            "value": float(self.value) if isinstance(self.value, Fraction) else None,
            "falls_short": self.worse if solved else None,
            "no_solution": self.value.reason if isinstance(self.value, NoSolution) else None,
        }


def break_evens(value_map: ValueMap, target: Fraction = ONE) -> tuple[BreakEven, ...]:
    """The break-even of every number that carries the total; none without kronor or without inputs."""
    if not value_map.monetary or not total_inputs(value_map, centres(value_map)):
        return ()
    several_rates = len(value_map.discount.rates) > 1
    return tuple(
        break_even(value_map, number.id, target)
        for number in value_map.parameters()
        if (number.outcome is None or number.outcome.valued)
        and number.name not in NOT_ASKED
        and not (number.name == "rate" and several_rates)
    )


def break_even(value_map: ValueMap, parameter: str, target: Fraction = ONE) -> BreakEven:
    """The value of one parameter at which value ÷ inputs is the target, all others at their centres.

    A straight line is solved exactly; duration, drop-off and rate by Brent's method.
    Raises KeyError for a parameter the map doesn't have.
    """
    number = {number.id: number for number in value_map.parameters()}[parameter]
    low, high = domain(number)
    exact = centres(value_map)
    gap = gap_of(value_map, number, exact, target)
    if number.name in CURVED and low is not None and high is not None:
        floats = {name: float(centre) for name, centre in exact.items()}
        value = _curved(gap_of(value_map, number, floats, target), low, high)
    else:
        value = _straight(gap, low, high)
    worse = "" if isinstance(value, NoSolution) else _worse_side(gap, value, low, high)
    return BreakEven(parameter, number.quantity.centre, value, worse)


def gap_of(value_map: ValueMap, number: Parameter, numbers: Mapping[str, Amount], target: Fraction = ONE) -> Gap:
    """Value less target × inputs, as a function of one parameter. numbers: all exact, or all floats."""
    goal = target if all(isinstance(value, Fraction) for value in numbers.values()) else float(target)
    own = number.outcome
    moving = [row for row in value_map.outcomes if row.valued and (own is None or row is own)]
    still = [row for row in value_map.outcomes if row.valued and own is not None and row is not own]
    rest = _value(still, value_map, numbers)

    def gap(value: Amount) -> Amount:
        moved = {**numbers, number.id: value}
        return rest + _value(moving, value_map, moved) - goal * total_inputs(value_map, moved)

    return gap


def domain(number: Parameter) -> Domain:
    """The values a parameter could have at all: lowest and highest, None where there is no limit."""
    mode = None if number.outcome is None else number.outcome.counterfactual_mode
    changes = number.outcome is not None and "change" in number.outcome.numbers
    if number.name == "change" or (number.name == "counterfactual" and changes and mode != "share"):
        return None, None
    if number.name == "counterfactual":
        return Fraction(-1 if mode == "difference" else 0), Fraction(1)
    if number.name in SHARES or number.name == "rate":
        return Fraction(0), Fraction(1)
    if number.name == "improved" and number.outcome is not None:
        return Fraction(0), number.outcome.numbers["answered"].centre
    return Fraction(0), Fraction(LONGEST_YEARS) if number.name == "duration_years" else None


def _value(outcomes: list[Outcome], value_map: ValueMap, numbers: Numbers) -> Amount:
    return sum((outcome_present_value(outcome, value_map, numbers) for outcome in outcomes), start=0)


def _straight(gap: Gap, low: Fraction | None, high: Fraction | None) -> Fraction | NoSolution:
    at_0, at_1 = gap(Fraction(0)), gap(Fraction(1))
    if at_0 == at_1:
        return NoSolution("the ratio does not depend on it")
    root = Fraction(at_0 / (at_0 - at_1))
    if (low is not None and root < low) or (high is not None and root > high):
        return NoSolution(
            "no value from 0 up gives it" if high is None else f"no value between {low} and {high} gives it"
        )
    return root


def _curved(gap: Gap, low: Fraction, high: Fraction) -> Fraction | NoSolution:
    at_low, at_high = gap(float(low)), gap(float(high))
    if at_low == at_high:
        return NoSolution("the ratio does not depend on it")
    if at_low * at_high > 0:
        return NoSolution(f"no value between {low} and {high} gives it")
    return Fraction(float(brentq(gap, float(low), float(high), xtol=1e-14, rtol=1e-14)))


def _worse_side(gap: Gap, value: Fraction, low: Fraction | None, high: Fraction | None) -> str:
    if high is None:
        return "above" if gap(value + 1) < 0 else "below"
    if value < high:
        return "above" if gap((value + high) / 2) < 0 else "below"
    return "below" if gap((value + (low or 0)) / 2) < 0 else "above"
