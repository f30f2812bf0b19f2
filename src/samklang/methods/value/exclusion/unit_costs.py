"""Unit costs: kronor per unit, dated, with the split between payers and what kind of cost it is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from fractions import Fraction
from types import MappingProxyType
from typing import Any, Literal

from samklang.methods.kernel.findings import UnreadableInput
from samklang.methods.value.map.quantity import Quantity, exactly, scaled
from samklang.methods.value.prices import PriceIndex

CostKind = Literal["service", "transfer", "lost_production"]
Status = Literal["verified", "draft", "fictitious", "own"]
PAYERS = ("municipality", "region", "state", "individual", "others")


@dataclass(frozen=True)
class UnitCost:
    """What one unit costs. amount: currency per unit; payers: who bears it, shares adding up to 1; kind: a transfer
    only changes hands, so society neither gains nor loses by it; since: date the amount holds from; status: whether
    the amount is checked, a draft, made up, or the user's own."""

    id: str
    title: str
    unit: str
    kind: CostKind
    currency: str
    amount: Quantity
    payers: Mapping[str, Fraction]
    price_year: int
    since: str
    status: Status


def unit_cost(id: str, fact: Mapping[str, Any], on: str) -> UnitCost:
    """The amount that holds on a date (YYYY-MM-DD): the latest that began by then. A new date never edits an old one.

    Raises UnreadableInput before the first date.
    """
    begun = [since for since in fact["values"] if since <= on]
    if not begun:
        first = min(fact["values"])
        raise UnreadableInput([f"unit_values/{id}.yaml: no value yet on {on}; the first is from {first}"])
    since = max(begun)
    value = fact["values"][since]
    ends = [exactly(value[name]) if name in value else None for name in ("low", "high")]
    source = f"{value['reference']} (unit_values/{id}, {since})"
    return UnitCost(
        id=id,
        title=fact["title"],
        unit=fact["unit"],
        kind=fact["cost_kind"],
        currency=fact["currency"],
        amount=Quantity(exactly(value["central"]), low=ends[0], high=ends[1], source=source),
        payers=MappingProxyType({payer: exactly(share) for payer, share in value["payer"].items()}),
        price_year=value["price_year"],
        since=since,
        status="fictitious" if fact["fictitious"] else fact["status"],
    )


def at_prices(cost: UnitCost, to_year: int, index: PriceIndex) -> UnitCost:
    """The cost at the prices of another year. Raises UnreadableInput for a year the index doesn't hold."""
    if cost.price_year == to_year:
        return cost
    amount = scaled(cost.amount, index.factor(cost.price_year, to_year))
    told = f"{amount.source}; from prices of {cost.price_year} by {index.id}"
    return replace(cost, amount=replace(amount, source=told), price_year=to_year)
