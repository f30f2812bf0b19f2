"""The whole answer of a calculator: paths by year and payer, what is spared, break-even, and what must be said."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from fractions import Fraction
from typing import Any

from samklang.methods.kernel.findings import Finding, UnreadableInput, errors
from samklang.methods.statistics.refusals import BadArgument
from samklang.methods.value.exclusion.avoided import Avoided, BreakEven, Rates, Spared, avoided, break_evens
from samklang.methods.value.exclusion.calculator import PATHS, Calculator, PathYear, path_years
from samklang.methods.value.exclusion.findings import calculator_findings
from samklang.methods.value.exclusion.unit_costs import UnitCost
from samklang.methods.value.guards.per_cents import dear_rate
from samklang.methods.value.number_text import plain


@dataclass(frozen=True)
class Question:
    """How a calculator is asked. horizons: years; rates: (years, rate) in order; people: how many are helped;
    further_cost: what support costs in all beside the path, in currency. Raises BadArgument for people that are
    not a whole number of 1 or more, and for a rate outside 0 up to, and not including, 1."""

    horizons: tuple[int, ...] = (1, 5, 20)
    rates: Rates = ((1, Fraction(35, 1000)),)
    timing: str = "end"
    people: int = 1
    further_cost: Fraction | None = None

    def __post_init__(self) -> None:
        if not isinstance(self.people, int) or self.people < 1:
            raise BadArgument("people", f"{self.people} people helped: give a whole number of 1 or more")
        for _years, rate in self.rates:
            if not 0 <= rate < 1:
                raise BadArgument("rates", f"{float(rate):g} a year: give a share below 1, such as 0.035 for 3.5 %")


@dataclass(frozen=True)
class ExclusionReport:
    """Everything to show. paths: year by year per person, undiscounted; avoided: per person and horizon; both empty
    where an error finding stops it."""

    calculator: Calculator
    question: Question
    unit_costs: tuple[UnitCost, ...]
    findings: tuple[Finding, ...]
    paths: Mapping[str, tuple[PathYear, ...]]
    avoided: tuple[Avoided, ...] = ()
    break_even: tuple[BreakEven, ...] = ()

    @property
    def refused(self) -> bool:
        """Whether an error finding stops it."""
        return not self.avoided


def exclusion_report(
    chosen: Calculator,
    unit_costs: Mapping[str, UnitCost],
    own: Mapping[str, UnitCost] | None = None,
    question: Question | None = None,
) -> ExclusionReport:
    """Ask a calculator. own: the user's unit costs, each in place of ours of that id.

    Raises UnreadableInput for a unit cost that nobody gives.
    """
    asked = question or Question()
    known = {**unit_costs, **(own or {})}
    missing = [f"calculator {chosen.id}: no unit cost '{name}'" for name in chosen.unit_costs if name not in known]
    if missing:
        raise UnreadableInput(missing)
    used = {name: known[name] for name in chosen.unit_costs}
    dear = dear_rate("rate", [rate for _years, rate in asked.rates])
    findings = (*calculator_findings(chosen, used, own or {}), *dear)
    if errors(findings):
        return ExclusionReport(chosen, asked, tuple(used.values()), findings, {})
    longest = max(asked.horizons)
    return ExclusionReport(
        calculator=chosen,
        question=asked,
        unit_costs=tuple(used.values()),
        findings=findings,
        paths={name: path_years(getattr(chosen, name), used, longest) for name in PATHS},
        avoided=avoided(chosen, used, asked.horizons, asked.rates, asked.timing),
        break_even=break_evens(chosen, used, longest, asked.rates, asked.timing, asked.further_cost),
    )


def exclusion_row(answer: ExclusionReport) -> dict[str, Any]:
    """The report as plain data, for JSON: amounts per person, unrounded."""
    chosen, asked = answer.calculator, answer.question
    return {
        "calculator": chosen.id,
        "title": chosen.title,
        "group": chosen.group,
        "currency": chosen.currency,
        "price_year": chosen.price_year,
        "discount": {"rate": [[years, float(rate)] for years, rate in asked.rates], "timing": asked.timing},
        "people": asked.people,
        "paths": {name: [_year(year) for year in years] for name, years in answer.paths.items()},
        "avoided": [_avoided(row, asked.people) for row in answer.avoided],
        "break_even": [asdict(row) for row in answer.break_even],
        "unit_costs": [_unit_cost(cost) for cost in answer.unit_costs],
        "findings": [finding.as_row() for finding in answer.findings],
    }


def _year(year: PathYear) -> dict[str, Any]:
    payers = {payer: plain(amount) for payer, amount in year.payers.items()}
    return {"year": year.year, "society": plain(year.society), "payers": payers}


def _avoided(row: Avoided, people: int) -> dict[str, Any]:
    return {
        "horizon_years": row.horizon_years,
        "society": _spared(row.society, people),
        "payers": {payer: _spared(spared, people) for payer, spared in row.payers.items()},
        "transfers": _spared(row.transfers, people),
    }


def _spared(spared: Spared, people: int) -> dict[str, Any]:
    each = {"low": spared.low, "per_person": spared.central, "high": spared.high, "all": spared.central * people}
    return {name: plain(amount) for name, amount in each.items()}


def _unit_cost(cost: UnitCost) -> dict[str, Any]:
    return {
        "id": cost.id,
        "title": cost.title,
        "unit": cost.unit,
        "kind": cost.kind,
        "amount": plain(cost.amount.centre),
        "price_year": cost.price_year,
        "payers": {payer: plain(share) for payer, share in cost.payers.items()},
        "source": cost.amount.source,
        "status": cost.status,
    }
