"""Unit values from facts: kronor per unit, dated, with the split between payers and what kind of cost it is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from types import MappingProxyType
from typing import Any, Literal

from samklang.methods.kernel.findings import UnreadableInput
from samklang.methods.value.map.quantity import Quantity, exactly

CostKind = Literal["service", "transfer", "lost_production"]
PAYERS = ("municipality", "region", "state", "individual", "others")


@dataclass(frozen=True)
class UnitCost:
    """What one unit costs. amount: currency per unit; payers: who bears it, shares adding up to 1; kind: a transfer
    only changes hands, so society neither gains nor loses by it; since: date the amount holds from."""

    id: str
    title: str
    unit: str
    kind: CostKind
    amount: Quantity
    payers: Mapping[str, Fraction]
    price_year: int
    since: str
    fictitious: bool


def unit_cost(id: str, fact: Mapping[str, Any], on: str) -> UnitCost:
    """The amount that holds on a date (YYYY-MM-DD): the latest that began by then. A new date never edits an old one.

    Raises UnreadableInput before the first date, or where payers' shares don't add up to 1.
    """
    begun = [since for since in fact["values"] if since <= on]
    if not begun:
        raise UnreadableInput(
            [f"unit_values/{id}.yaml: no value yet on {on}; the first is from {min(fact['values'])}"]
        )
    since = max(begun)
    value = fact["values"][since]
    payers = {payer: exactly(share) for payer, share in value["payer"].items()}
    if sum(payers.values()) != 1:
        raise UnreadableInput([f"unit_values/{id}.yaml, values.{since}.payer: the shares must add up to 1"])
    ends = [exactly(value[name]) if name in value else None for name in ("low", "high")]
    amount = Quantity(exactly(value["central"]), low=ends[0], high=ends[1], source=f"unit_values/{id} {since}")
    return UnitCost(
        id=id,
        title=fact["title"],
        unit=fact["unit"],
        kind=fact["cost_kind"],
        amount=amount,
        payers=MappingProxyType(payers),
        price_year=value["price_year"],
        since=since,
        fictitious=fact["fictitious"],
    )
