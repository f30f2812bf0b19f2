"""A calculator: two paths for one group, without support and with it, as phases of years with their costs."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from samklang.methods.kernel.findings import UnreadableInput
from samklang.methods.kernel.node import number_of
from samklang.methods.value.exclusion.unit_costs import UnitCost

PATHS = ("without_support", "with_support")


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
    """Two paths for one group. fictitious, draft: whether the paths themselves are made up or unchecked."""

    id: str
    title: str
    group: str
    currency: str
    price_year: int
    without_support: tuple[Phase, ...]
    with_support: tuple[Phase, ...]
    fictitious: bool
    draft: bool

    @property
    def unit_costs(self) -> tuple[str, ...]:
        """The names of the unit costs its paths need."""
        phases = (*self.without_support, *self.with_support)
        return tuple(sorted({cost.unit_cost for phase in phases for cost in phase.costs}))

    @property
    def last_year(self) -> int:
        """The last year that any path has a cost."""
        return max(phase.from_year + phase.years - 1 for phase in (*self.without_support, *self.with_support))


@dataclass(frozen=True)
class PathYear:
    """What one year of a path costs per person, undiscounted. society: transfers left out; payers: every krona."""

    year: int
    society: Fraction
    payers: Mapping[str, Fraction]


def calculator(id: str, fact: Mapping[str, Any]) -> Calculator:
    """A calculator from a fact of the kind `calculators`. Raises UnreadableInput for a number that is none."""
    return Calculator(
        id=id,
        title=fact["title"],
        group=fact["group"],
        currency=fact["currency"],
        price_year=fact["price_year"],
        without_support=tuple(_phase(id, row) for row in fact["without_support"]),
        with_support=tuple(_phase(id, row) for row in fact["with_support"]),
        fictitious=fact["fictitious"],
        draft=fact["status"] == "draft",
    )


def units_of_year(path: Iterable[Phase], year: int) -> dict[str, Fraction]:
    """Units of each cost per person in one year (1, 2 …) of a path: Σ share of people × units per year."""
    totals: dict[str, Fraction] = defaultdict(Fraction)
    for phase in path:
        if phase.from_year <= year < phase.from_year + phase.years:
            for cost in phase.costs:
                totals[cost.unit_cost] += phase.people_share * cost.units_per_year
    return dict(totals)


def path_years(path: Iterable[Phase], unit_costs: Mapping[str, UnitCost], years: int) -> tuple[PathYear, ...]:
    """A path year by year and payer by payer, per person."""
    phases = tuple(path)
    return tuple(_path_year(units_of_year(phases, year), unit_costs, year) for year in range(1, years + 1))


def _path_year(units: Mapping[str, Fraction], unit_costs: Mapping[str, UnitCost], year: int) -> PathYear:
    society = Fraction(0)
    payers: dict[str, Fraction] = defaultdict(Fraction)
    for name, many in units.items():
        cost = unit_costs[name]
        worth = many * cost.amount.centre
        society += 0 if cost.kind == "transfer" else worth
        for payer, share in cost.payers.items():
            payers[payer] += worth * share
    return PathYear(year, society, dict(payers))


def _phase(id: str, row: Mapping[str, Any]) -> Phase:
    where = f"{id}, phase '{row['title']}'"
    costs = tuple(Cost(cost["unit_value"], _number(cost, "units_per_year", where)) for cost in row["costs"])
    return Phase(row["title"], row["from_year"], row["years"], _number(row, "people_share", where), costs)


def _number(row: Mapping[str, Any], key: str, where: str) -> Fraction:
    """A schema lets not-a-number and infinity through; nothing may be reckoned with them."""
    number = number_of(row[key])
    if number is None:
        raise UnreadableInput([f"{where}, {key}: must be a number, not {row[key]}"])
    return number
