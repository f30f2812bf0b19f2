"""Break-even: the value of one number at which the ratio reaches a target, or an honest 'no solution'."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise
from typing import Any, TypeAlias

from scipy.optimize import brentq

from samklang.methods.value.evaluate import total_inputs
from samklang.methods.value.guards.shares import SHARES
from samklang.methods.value.map.entities import Parameter, ValueMap
from samklang.methods.value.map.followers import follows
from samklang.methods.value.map.limits import LONGEST_YEARS
from samklang.methods.value.outcome_value import centres
from samklang.methods.value.uncertainty.balance import Balance, Gap

CURVED = ("duration_years", "drop_off", "rate")  # the value is not a straight line in these
ONE = Fraction(1)
NEAR = 1000  # a curve is looked at this close beside its root
SEARCHED = 100  # intervals a curve is searched in
NOT_ASKED = ("started", "answered")
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
    exact = Balance.of(value_map, target)
    floats = exact.in_floats()
    several_rates = len(value_map.discount.rates) > 1
    return tuple(
        _break_even(number, exact, floats)
        for number in value_map.parameters()
        if (number.outcome is None or (number.outcome.valued and not (_is_follower(number))))
        and number.name not in NOT_ASKED
        and not (number.name == "rate" and several_rates)
    )


def break_even(value_map: ValueMap, parameter: str, target: Fraction = ONE) -> BreakEven:
    """The value of one parameter at which value ÷ inputs is the target, all others at their centres.

    A straight line is solved exactly; duration, drop-off and rate by Brent's method, and of several rates the one
    nearest the declared. Raises KeyError for a parameter the map doesn't have.
    """
    number = {number.id: number for number in value_map.parameters()}[parameter]
    exact = Balance.of(value_map, target)
    return _break_even(number, exact, exact.in_floats())


def _break_even(number: Parameter, exact: Balance, floats: Balance) -> BreakEven:
    low, high = domain(number)
    centre = number.quantity.centre
    if number.name in CURVED and low is not None and high is not None:
        value = _curved(floats.gap(number), low, high, centre)
    else:
        value = _straight(exact.gap(number), low, high)
    worse = "" if isinstance(value, NoSolution) else _worse_side(exact.gap(number), value, low, high)
    return BreakEven(number.id, centre, value, worse)


def _is_follower(number: Parameter) -> bool:
    return number.name == "unit_value" and number.outcome is not None and follows(number.outcome) != ""


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


def _curved(gap: Gap, low: Fraction, high: Fraction, centre: Fraction) -> Fraction | NoSolution:
    """The root nearest the centre, looked for between points close enough that harms and gains can't hide one."""
    points = [float(low + (high - low) * place / SEARCHED) for place in range(SEARCHED + 1)]
    gaps = [float(gap(point)) for point in points]
    if min(gaps) == max(gaps):
        return NoSolution("the ratio does not depend on it")
    crossed = [pair for pair, ends in zip(pairwise(points), pairwise(gaps), strict=True) if ends[0] * ends[1] <= 0]
    if not crossed:
        return NoSolution(f"no value between {low} and {high} gives it")
    roots = [brentq(gap, *pair, xtol=1e-14, rtol=1e-14) for pair in crossed]
    return Fraction(float(min(roots, key=lambda root: abs(root - centre))))


def _worse_side(gap: Gap, value: Fraction, low: Fraction | None, high: Fraction | None) -> str:
    if high is None:
        return "above" if gap(value + 1) < 0 else "below"
    if value < high:
        return "above" if gap(value + (high - value) / NEAR) < 0 else "below"
    return "below" if gap(value - (value - (low or 0)) / NEAR) < 0 else "above"
