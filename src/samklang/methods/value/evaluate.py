"""Evaluates a value map: per outcome, stakeholder, payer and year, against the value of the resources."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from itertools import zip_longest

import numpy as np

from samklang.methods.kernel.findings import Finding, errors
from samklang.methods.value.chain import Amount, discount_factors, present_value, pv_closed
from samklang.methods.value.guards.check import check
from samklang.methods.value.map.entities import Outcome, ValueMap, input_id, rate_id
from samklang.methods.value.outcome_value import (
    Numbers,
    centres,
    flows_of,
    impact_of,
    numbers_of,
    quantity_of,
    retained_of,
)

NO_PAYER = "–"


class Refused(Exception):
    """A map that can be read but not defended: its error findings, and no totals."""

    def __init__(self, findings: Iterable[Finding]) -> None:
        self.findings = tuple(findings)
        super().__init__("\n".join(f"{finding.code} {finding.where}: {finding.text}" for finding in self.findings))


@dataclass(frozen=True)
class OutcomeValue:
    """An outcome's figures; kronor are nothing where it isn't valued. by_year: undiscounted, from calendar year 1."""

    id: str
    stakeholder: str
    quantity: Fraction
    retained_share: Fraction
    impact_year_1: Fraction | None
    by_year: tuple[Fraction, ...]
    present_by_year: tuple[Fraction, ...]
    present_value: Fraction | None
    weight: Fraction | None

    @property
    def worth(self) -> Fraction:
        """What it adds to a total."""
        return self.present_value or Fraction(0)


@dataclass(frozen=True)
class Result:
    """A map's figures, exact. payers: empty without any split.

    total_value: present value, harms subtracted; nothing for a map without unit values.
    """

    outcomes: tuple[OutcomeValue, ...]
    stakeholders: Mapping[str, Fraction]
    payers: Mapping[str, Fraction]
    by_year: tuple[Fraction, ...]
    present_by_year: tuple[Fraction, ...]
    total_value: Fraction | None
    total_inputs: Fraction

    @property
    def net(self) -> Fraction | None:
        """Total value less inputs."""
        return None if self.total_value is None else self.total_value - self.total_inputs

    @property
    def ratio(self) -> Fraction | None:
        """Present value per krona put in; none without inputs or without a value above 0."""
        if self.total_value is None or self.total_value <= 0 or self.total_inputs <= 0:
            return None
        return self.total_value / self.total_inputs


def evaluate(value_map: ValueMap) -> Result:
    """The map's figures at its declared central values. Raises Refused if it has an error finding."""
    stops = errors(check(value_map))
    if stops:
        raise Refused(stops)
    return reckon(value_map, centres(value_map))


def reckon(value_map: ValueMap, numbers: Mapping[str, Fraction]) -> Result:
    """The map's figures at given numbers, without asking the guards."""
    rows = tuple(_outcome(outcome, value_map, numbers) for outcome in value_map.outcomes)
    return Result(
        outcomes=rows,
        stakeholders=_by_stakeholder(rows),
        payers=_by_payer(value_map.outcomes, rows),
        by_year=_years(row.by_year for row in rows),
        present_by_year=_years(row.present_by_year for row in rows),
        total_value=sum((row.worth for row in rows), start=Fraction(0)) if value_map.monetary else None,
        total_inputs=Fraction(total_inputs(value_map, numbers)),
    )


def total_inputs(value_map: ValueMap, numbers: Numbers) -> Amount:
    """The value of all resources."""
    return sum((numbers[input_id(row)] for row in value_map.inputs), start=0)


def outcome_present_value(outcome: Outcome, value_map: ValueMap, numbers: Numbers) -> Amount:
    """An outcome's present value for any kind of number: this is what the draws run.

    In closed form where one rate holds and the duration is one number; else year by year.
    """
    number = numbers_of(outcome, numbers)
    duration = number("duration_years")
    discount = value_map.discount
    if len(discount.rates) == 1 and not isinstance(duration, np.ndarray):
        rate, delay = numbers[rate_id(0)], outcome.empty_years
        return pv_closed(impact_of(outcome, number), duration, number("drop_off"), rate, discount.timing, delay)
    yearly = flows_of(outcome, number)
    return present_value(yearly, factors_of(value_map, numbers, len(yearly)))


def factors_of(value_map: ValueMap, numbers: Numbers, years: int) -> list[Amount]:
    """The map's discount factors for so many years."""
    rates = [(length, numbers[rate_id(place)]) for place, (length, _) in enumerate(value_map.discount.rates)]
    return discount_factors(rates, value_map.discount.timing, years)


def _outcome(outcome: Outcome, value_map: ValueMap, numbers: Mapping[str, Fraction]) -> OutcomeValue:
    number = numbers_of(outcome, numbers)
    yearly = flows_of(outcome, number) if outcome.valued else []
    factors = factors_of(value_map, numbers, len(yearly))
    present = tuple(value * factor for value, factor in zip(yearly, factors, strict=True))
    return OutcomeValue(
        id=outcome.id,
        stakeholder=outcome.stakeholder,
        quantity=Fraction(quantity_of(outcome, number)),
        retained_share=Fraction(retained_of(outcome, number)),
        impact_year_1=impact_of(outcome, number) if outcome.valued else None,
        by_year=tuple(yearly),
        present_by_year=present,
        present_value=sum(present, start=Fraction(0)) if outcome.valued else None,
        weight=outcome.weight,
    )


def _by_stakeholder(rows: Iterable[OutcomeValue]) -> dict[str, Fraction]:
    totals: dict[str, Fraction] = defaultdict(Fraction)
    for row in rows:
        if row.present_value is not None:
            totals[row.stakeholder] += row.present_value
    return dict(totals)


def _by_payer(outcomes: Iterable[Outcome], rows: tuple[OutcomeValue, ...]) -> dict[str, Fraction]:
    totals: dict[str, Fraction] = defaultdict(Fraction)
    for outcome, row in zip(outcomes, rows, strict=True):
        for payer, share in (outcome.payers or {NO_PAYER: Fraction(1)}).items():
            totals[payer] += row.worth * share
    return dict(totals) if any(payer != NO_PAYER for payer in totals) else {}


def _years(rows: Iterable[tuple[Fraction, ...]]) -> tuple[Fraction, ...]:
    return tuple(sum(year, start=Fraction(0)) for year in zip_longest(*rows, fillvalue=Fraction(0)))
