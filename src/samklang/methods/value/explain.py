"""Shows the working: every factor with its number and source, in the order it is used, so that anyone can redo it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from samklang.methods.value.chain import part_of_year
from samklang.methods.value.evaluate import factors_of
from samklang.methods.value.map.entities import Outcome, ValueMap
from samklang.methods.value.map.quantity import Quantity
from samklang.methods.value.outcome_value import centres, deductions_of, flows_of, numbers_of

Operation = Literal["start", "times", "divide", "minus_level", "times_rest"]


@dataclass(frozen=True)
class Step:
    """One line of the working.

    key: which number (started, improved … or sign); operation: what is done with it; number: as declared; running:
    what the line comes to; unit, source, basis, decision: where it comes from; parameter: its identifier.
    """

    key: str
    operation: Operation
    number: Fraction
    running: Fraction
    parameter: str = ""
    unit: str = ""
    source: str = ""
    basis: str = ""
    decision: str = ""


@dataclass(frozen=True)
class Year:
    """One calendar year: the impact × left after drop-off × part of the year × discount factor = present value."""

    year: int
    impact: Fraction
    left_share: Fraction
    part: Fraction
    value: Fraction
    discount_factor: Fraction
    present_value: Fraction


@dataclass(frozen=True)
class Working:
    """An outcome's whole working. years: none where it isn't valued in money, or isn't counted."""

    outcome: str
    stakeholder: str
    steps: tuple[Step, ...]
    years: tuple[Year, ...]
    present_value: Fraction | None


def explain(value_map: ValueMap) -> tuple[Working, ...]:
    """The working of every outcome at its central values."""
    return tuple(explain_outcome(value_map, outcome) for outcome in value_map.outcomes)


def explain_outcome(value_map: ValueMap, outcome: Outcome) -> Working:
    """The working of one outcome; `redo(steps)` times each year's factors gives its present value exactly."""
    steps: list[Step] = []
    for key, operation in _plan(outcome):
        steps.append(_step(outcome, key, operation, redo(steps)))
    years = tuple(_years(value_map, outcome, redo(steps))) if outcome.valued else ()
    total = sum((year.present_value for year in years), start=Fraction(0)) if outcome.valued else None
    return Working(outcome.id, outcome.stakeholder, tuple(steps), years, total)


def redo(steps: Sequence[Step]) -> Fraction:
    """What the steps come to, worked out from their numbers alone."""
    running = Fraction(0)
    for step in steps:
        running = _apply(running, step.operation, step.number, _people(steps))
    return running


def _plan(outcome: Outcome) -> Iterator[tuple[str, Operation]]:
    yield ("quantity" if "quantity" in outcome.numbers else "started"), "start"
    if outcome.counterfactual_mode == "difference":
        yield "counterfactual", "times"
    else:
        for name in ("improved", "share_improved", "change"):
            if name in outcome.numbers:
                yield name, "times"
        if "improved" in outcome.numbers:
            yield "answered", "divide"
        if outcome.counterfactual_mode == "level":
            yield "counterfactual", "minus_level"
    for name in deductions_of(outcome):
        yield name, "times_rest"
    if "unit_value" in outcome.numbers:
        yield "unit_value", "times"
    if outcome.sign < 0:
        yield "sign", "times"


def _step(outcome: Outcome, key: str, operation: Operation, before: Fraction) -> Step:
    quantity = Quantity(Fraction(-1)) if key == "sign" else outcome.numbers[key]
    people = outcome.numbers["quantity" if "quantity" in outcome.numbers else "started"].centre
    running = _apply(before, operation, quantity.centre, people)
    return Step(
        key=key,
        operation=operation,
        number=quantity.centre,
        running=running,
        parameter="" if key == "sign" else f"{outcome.id}.{key}",
        unit=outcome.unit_value.unit if key == "unit_value" and outcome.unit_value else "",
        source=quantity.source,
        basis=(outcome.basis or "") if key == "counterfactual" else "",
        decision=quantity.decision or outcome.decision,
    )


def _apply(running: Fraction, operation: Operation, number: Fraction, people: Fraction) -> Fraction:
    if operation == "start":
        return number
    if operation == "divide":
        return running / number
    if operation == "minus_level":
        return running - people * number
    return running * (number if operation == "times" else 1 - number)


def _people(steps: Sequence[Step]) -> Fraction:
    return steps[0].number


def _years(value_map: ValueMap, outcome: Outcome, impact: Fraction) -> Iterator[Year]:
    numbers = centres(value_map)
    number = numbers_of(outcome, numbers)
    yearly = flows_of(outcome, number)
    for year, factor in enumerate(factors_of(value_map, numbers, len(yearly)), start=1):
        benefit_year = year - outcome.empty_years
        part = Fraction(part_of_year(number("duration_years"), benefit_year)) if benefit_year else Fraction(0)
        left = Fraction((1 - number("drop_off")) ** (benefit_year - 1)) if benefit_year else Fraction(1)
        value = impact * left * part
        yield Year(year, impact, left, part, value, Fraction(factor), value * factor)
