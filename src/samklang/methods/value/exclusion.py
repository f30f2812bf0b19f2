"""Cost of exclusion: one person's path through the years, priced per payer, beside the path it could have been.

A path is phases of years; a phase has costs, each so many units of a unit cost in a year, for a share of the people.
By payer every krona counts; to society a transfer only changes hands, so services and lost production count.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import ceil
from typing import Any

from samklang.methods.kernel.findings import UnreadableInput
from samklang.methods.value.chain import discount_factors
from samklang.methods.value.map.quantity import exactly
from samklang.methods.value.unit_costs import UnitCost


@dataclass(frozen=True)
class Cost:
    """So many units of a unit cost in each year of a phase."""

    unit_cost: str
    units_per_year: Fraction


@dataclass(frozen=True)
class Phase:
    """Years from_year … from_year + years − 1 of a path, lived by a share 0–1 of those on it."""

    title: str
    from_year: int
    years: int
    people_share: Fraction
    costs: tuple[Cost, ...]


@dataclass(frozen=True)
class Calculator:
    """Two paths for one group: without support and with it."""

    id: str
    title: str
    currency: str
    price_year: int
    without_support: tuple[Phase, ...]
    with_support: tuple[Phase, ...]
    unit_costs: tuple[str, ...]


@dataclass(frozen=True)
class Avoided:
    """What support spares per person within a horizon, in currency, discounted; below 0 where it costs more.

    society: services and lost production, transfers left out; payers: every krona by who bears it. The two are
    different perspectives and are never added.
    """

    horizon_years: int
    society: Fraction
    payers: Mapping[str, Fraction]
    transfers: Fraction


def calculator(id: str, fact: Mapping[str, Any]) -> Calculator:
    """A calculator from a fact of the kind `calculators`."""
    paths = {name: tuple(_phase(row) for row in fact[name]) for name in ("without_support", "with_support")}
    used = {cost.unit_cost for path in paths.values() for phase in path for cost in phase.costs}
    return Calculator(
        id, fact["title"], fact["currency"], fact["price_year"], **paths, unit_costs=tuple(sorted(used))
    )


def avoided(
    chosen: Calculator,
    unit_costs: Mapping[str, UnitCost],
    horizons: Sequence[int] = (1, 5, 20),
    rate: Fraction = Fraction(0),
    timing: str = "end",
) -> tuple[Avoided, ...]:
    """What support spares per person, for each horizon. unit_costs: by name, the user's own in place of the fact's.

    Raises UnreadableInput for a unit cost that is missing or at another year's prices than the calculator.
    """
    _check(chosen, unit_costs)
    longest = max(horizons)
    factors = discount_factors([(1, rate)], timing, longest)
    spared = [
        _minus(
            year_costs(chosen.without_support, unit_costs, year), year_costs(chosen.with_support, unit_costs, year)
        )
        for year in range(1, longest + 1)
    ]
    return tuple(_within(spared[:years], factors[:years], unit_costs) for years in horizons)


def year_costs(path: Iterable[Phase], unit_costs: Mapping[str, UnitCost], year: int) -> dict[str, Fraction]:
    """Undiscounted cost of one year (1, 2 …) of a path per person, by unit cost."""
    totals: dict[str, Fraction] = defaultdict(Fraction)
    for phase in path:
        if phase.from_year <= year < phase.from_year + phase.years:
            for cost in phase.costs:
                amount = unit_costs[cost.unit_cost].amount.centre
                totals[cost.unit_cost] += phase.people_share * cost.units_per_year * amount
    return totals


def people_to_break_even(cost_of_support: Fraction, spared_per_person: Fraction) -> int | None:
    """How many people support must help to spare what it costs, one payer or society at a time; None if never."""
    return ceil(cost_of_support / spared_per_person) if spared_per_person > 0 else None


def _phase(row: Mapping[str, Any]) -> Phase:
    costs = tuple(Cost(cost["unit_value"], exactly(cost["units_per_year"])) for cost in row["costs"])
    return Phase(row["title"], row["from_year"], row["years"], exactly(row["people_share"]), costs)


def _minus(one: Mapping[str, Fraction], other: Mapping[str, Fraction]) -> dict[str, Fraction]:
    return {name: one.get(name, Fraction(0)) - other.get(name, Fraction(0)) for name in {*one, *other}}


def _within(
    spared: Sequence[Mapping[str, Fraction]], factors: Sequence[Fraction], unit_costs: Mapping[str, UnitCost]
) -> Avoided:
    payers: dict[str, Fraction] = defaultdict(Fraction)
    society = transfers = Fraction(0)
    for year, factor in zip(spared, factors, strict=True):
        for name, amount in sorted(year.items()):
            worth = amount * factor
            for payer, share in unit_costs[name].payers.items():
                payers[payer] += worth * share
            if unit_costs[name].kind == "transfer":
                transfers += worth
            else:
                society += worth
    return Avoided(len(spared), society, dict(payers), transfers)


def _check(chosen: Calculator, unit_costs: Mapping[str, UnitCost]) -> None:
    where = f"calculator {chosen.id}"
    problems = [f"{where}: no unit cost '{name}'" for name in chosen.unit_costs if name not in unit_costs]
    for name in chosen.unit_costs:
        if name in unit_costs and unit_costs[name].price_year != chosen.price_year:
            year = unit_costs[name].price_year
            problems.append(f"{where}: '{name}' is at prices of {year}, not {chosen.price_year}; convert it first")
    if problems:
        raise UnreadableInput(problems)
