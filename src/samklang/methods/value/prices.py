"""Prices of one year at the prices of another, by the ratio of two values of one index, never across indices."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Any

from samklang.methods.kernel.findings import UnreadableInput
from samklang.methods.value.map.entities import Outcome, ValueMap
from samklang.methods.value.map.quantity import exactly, scaled


@dataclass(frozen=True)
class PriceIndex:
    """An index by year, such as the yearly means of a consumer price index. id: the fact it was read from."""

    id: str
    title: str
    values: Mapping[int, Fraction]

    def factor(self, from_year: int, to_year: int) -> Fraction:
        """index(to) ÷ index(from). Raises UnreadableInput for a year the index doesn't hold."""
        missing = [str(year) for year in (from_year, to_year) if year not in self.values]
        if missing:
            held = f"{min(self.values)}–{max(self.values)}"
            raise UnreadableInput([f"index {self.id}: no value for {', '.join(missing)}; it holds {held}"])
        return self.values[to_year] / self.values[from_year]


def price_index(id: str, fact: Mapping[str, Any]) -> PriceIndex:
    """An index from a fact of the kind `indices`."""
    return PriceIndex(id, fact["title"], {int(year): exactly(value) for year, value in fact["values"].items()})


def restate(value_map: ValueMap, to_year: int, index: PriceIndex) -> ValueMap:
    """The map at the prices of another year: each unit value from its own year, inputs from the map's.

    Everything in one year is scaled by one factor, so the ratio stays; unit values of mixed years are brought
    together, which is the way to mend VE10.
    """
    factor = index.factor(value_map.price_year, to_year)
    return replace(
        value_map,
        price_year=to_year,
        inputs=tuple(replace(row, amount=scaled(row.amount, factor)) for row in value_map.inputs),
        outcomes=tuple(_outcome(outcome, value_map.price_year, to_year, index) for outcome in value_map.outcomes),
    )


def _outcome(outcome: Outcome, map_year: int, to_year: int, index: PriceIndex) -> Outcome:
    if outcome.unit_value is None:
        return outcome
    from_year = outcome.unit_value.price_year or map_year
    amount = scaled(outcome.numbers["unit_value"], index.factor(from_year, to_year))
    told = f"{amount.source}; from prices of {from_year} by {index.id}" if from_year != to_year else amount.source
    numbers = {**outcome.numbers, "unit_value": replace(amount, source=told)}
    return replace(outcome, numbers=numbers, unit_value=replace(outcome.unit_value, price_year=to_year))
