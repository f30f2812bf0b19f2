"""What support spares per person within a horizon: by payer, and to society; with break-even for each.

By payer every krona counts. To society a transfer only changes hands, so services and lost production count. The two
are different perspectives and are never added.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import ceil

from samklang.methods.value.chain import discount_factors
from samklang.methods.value.exclusion.calculator import Calculator, units_of_year
from samklang.methods.value.exclusion.unit_costs import PAYERS, UnitCost

SOCIETY = "society"
Rates = Sequence[tuple[int, Fraction]]
Units = Mapping[str, Fraction]  # units spared, by unit cost


@dataclass(frozen=True)
class Spared:
    """Kronor per person, below 0 where support costs more; low, high: with every unit cost at its worst or best."""

    low: Fraction
    central: Fraction
    high: Fraction


@dataclass(frozen=True)
class Avoided:
    """What support spares per person within a horizon, discounted. transfers: what society leaves out."""

    horizon_years: int
    society: Spared
    payers: Mapping[str, Spared]
    transfers: Spared


@dataclass(frozen=True)
class BreakEven:
    """For one payer or for society. year: the first from which what is spared makes up for what is spent, to the end
    of the horizon; people: how many support must reach to spare a further cost. Nothing where that never comes."""

    who: str
    year: int | None
    people: int | None


def avoided(
    chosen: Calculator,
    unit_costs: Mapping[str, UnitCost],
    horizons: Sequence[int],
    rates: Rates = ((1, Fraction(0)),),
    timing: str = "end",
) -> tuple[Avoided, ...]:
    """What support spares per person, for each horizon in years. unit_costs: by name; rates: (years, rate)."""
    yearly = _spared_units(chosen, max(horizons), rates, timing)
    return tuple(_within(chosen, yearly[:years], unit_costs) for years in horizons)


def break_evens(
    chosen: Calculator,
    unit_costs: Mapping[str, UnitCost],
    horizon: int,
    rates: Rates = ((1, Fraction(0)),),
    timing: str = "end",
    further_cost: Fraction | None = None,
) -> tuple[BreakEven, ...]:
    """Break-even for society and each payer. further_cost: what support costs in all beside the path, if anything."""
    yearly = _spared_units(chosen, horizon, rates, timing)
    so_far = [_within(chosen, yearly[:years], unit_costs) for years in range(1, horizon + 1)]
    found = []
    for who in (SOCIETY, *so_far[-1].payers):
        series = [_of(one, who) for one in so_far]
        people = None if further_cost is None else people_to_break_even(further_cost, series[-1])
        found.append(BreakEven(who, _lasting_year(series), people))
    return tuple(found)


def people_to_break_even(further_cost: Fraction, spared_per_person: Fraction) -> int | None:
    """How many people support must reach to spare what it costs, one payer or society at a time; None if never."""
    return ceil(further_cost / spared_per_person) if spared_per_person > 0 else None


def _of(one: Avoided, who: str) -> Fraction:
    return one.society.central if who == SOCIETY else one.payers[who].central


def _lasting_year(series: Sequence[Fraction]) -> int | None:
    """The year from which a running sum stays at 0 or above; None where it ends below, or never moved."""
    below = [year for year, spared in enumerate(series, start=1) if spared < 0]
    if series[-1] < 0 or not any(series):
        return None
    return below[-1] + 1 if below else 1


def _spared_units(chosen: Calculator, years: int, rates: Rates, timing: str) -> list[dict[str, Fraction]]:
    factors = discount_factors(rates, timing, years)
    return [
        {name: units * factor for name, units in _minus(chosen, year).items()}
        for year, factor in enumerate(factors, start=1)
    ]


def _minus(chosen: Calculator, year: int) -> dict[str, Fraction]:
    without, support = units_of_year(chosen.without_support, year), units_of_year(chosen.with_support, year)
    return {name: without.get(name, Fraction(0)) - support.get(name, Fraction(0)) for name in {*without, *support}}


def _within(chosen: Calculator, yearly: Sequence[Units], unit_costs: Mapping[str, UnitCost]) -> Avoided:
    totals: dict[str, Fraction] = defaultdict(Fraction)
    for units in yearly:
        for name, many in units.items():
            totals[name] += many
    real = {name: Fraction(unit_costs[name].kind != "transfer") for name in totals}
    moved = {name: 1 - share for name, share in real.items()}
    payers = [payer for payer in PAYERS if any(unit_costs[name].payers.get(payer) for name in chosen.unit_costs)]
    shares = {who: {name: unit_costs[name].payers.get(who, Fraction(0)) for name in totals} for who in payers}
    return Avoided(
        len(yearly),
        _priced(totals, real, unit_costs),
        {who: _priced(totals, shares[who], unit_costs) for who in payers},
        _priced(totals, moved, unit_costs),
    )


def _priced(units: Units, shares: Units, unit_costs: Mapping[str, UnitCost]) -> Spared:
    low = central = high = Fraction(0)
    for name, many in units.items():
        amount = unit_costs[name].amount
        ends = [many * shares[name] * end for end in amount.ends]
        low, high = low + min(ends), high + max(ends)
        central += many * shares[name] * amount.centre
    return Spared(low, central, high)
