"""What must be said with a calculator's figures, or stops them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction

from samklang.methods.kernel.findings import Finding
from samklang.methods.value.exclusion.calculator import Calculator
from samklang.methods.value.exclusion.unit_costs import UnitCost
from samklang.methods.value.guards.finding import plain, stop, warn


def calculator_findings(
    chosen: Calculator, unit_costs: Mapping[str, UnitCost], own: Mapping[str, UnitCost]
) -> tuple[Finding, ...]:
    """VE10 another price year or currency, VE12 a split that isn't whole; VW09, VW19 and VW20 always shown."""
    stops = [finding for name in chosen.unit_costs for finding in _stops(chosen, unit_costs[name])]
    return (*stops, *_warnings(chosen, unit_costs, own))


def _stops(chosen: Calculator, cost: UnitCost) -> Iterator[Finding]:
    where = f"unit_costs.{cost.id}"
    if cost.price_year != chosen.price_year:
        text = f"prices of {cost.price_year} beside {chosen.price_year}; convert all with one index (--price-year)"
        yield stop("VE10", f"{where}.price_year", text)
    if cost.currency != chosen.currency:
        yield stop("VE10", f"{where}.currency", f"is in {cost.currency}, the calculator in {chosen.currency}")
    total = sum(cost.payers.values(), start=Fraction(0))
    if total != 1:
        yield stop("VE12", f"{where}.payer", f"the payers' shares add up to {plain(total)}, not 1")


def _warnings(
    chosen: Calculator, unit_costs: Mapping[str, UnitCost], own: Mapping[str, UnitCost]
) -> Iterator[Finding]:
    yield warn("VW09", f"calculators.{chosen.id}", "a forecast: what may be spared, not what has been spared")
    if chosen.fictitious or chosen.draft:
        kind = "made up" if chosen.fictitious else "a draft"
        yield warn("VW19", f"calculators.{chosen.id}", f"the paths are {kind}: practise with them, publish nothing")
    for name in chosen.unit_costs:
        status = unit_costs[name].status
        if status in ("fictitious", "draft"):
            kind = "made up" if status == "fictitious" else "a draft"
            yield warn("VW19", f"unit_costs.{name}", f"the amount is {kind}: put your own in its place with --costs")
    for name in own:
        if name not in chosen.unit_costs:
            told = ", ".join(chosen.unit_costs)
            yield warn("VW20", f"unit_costs.{name}", f"is of your own but not used here; this calculator uses {told}")
