"""The map of the contract, and ways to vary it, for every test of value."""

from __future__ import annotations

import copy
from fractions import Fraction
from typing import Any

from samklang.methods.value.evaluate import Result, reckon
from samklang.methods.value.guards.check import check
from samklang.methods.value.map.entities import ValueMap
from samklang.methods.value.map.reader import read_map
from samklang.methods.value.outcome_value import centres

SAFETY: dict[str, Any] = {
    "id": "trygghet",
    "stakeholder": "Boende",
    "started": 80,
    "answered": 80,
    "improved": 56,
    "unit_value": {
        "amount": 15000,
        "unit": "SEK/person/year",
        "method": "stated",
        "source": "Övning 6",
        "price_year": 2024,
    },
    "counterfactual": {"share": 0.2, "basis": "expert", "source": "Arbetsgruppen"},
    "attribution_to_others": {"share": 0.05, "source": "Fråga 12"},
    "closeness": {"share": 0, "source": "Arbetsgruppen"},
    "displacement": {"share": 0.1, "source": "Arbetsgruppen"},
    "duration_years": 1,
    "drop_off": 0,
    "starts": "during",
    "sign": 1,
}
INPUTS = [
    {"stakeholder": "Föreningen", "kind": "money", "amount": 350000},
    {"stakeholder": "Boende", "kind": "time", "amount": 50000, "source": "200 timmar"},
]
NOTHING = {"share": 0, "source": "Arbetsgruppen"}


def outcome(*without: str, **changed: Any) -> dict[str, Any]:
    """The contract's outcome, with keys taken away and others changed."""
    row = copy.deepcopy(SAFETY)
    for key in without:
        del row[key]
    return {**row, **changed}


def plain_outcome(id: str, amount: float, **changed: Any) -> dict[str, Any]:
    """An outcome of one unit worth an amount, with nothing deducted."""
    value = {**SAFETY["unit_value"], "amount": amount}
    row = outcome("started", "answered", "improved", id=id, quantity=1, unit_value=value)
    return {
        **row,
        "counterfactual": {**NOTHING, "basis": "expert"},
        "attribution_to_others": NOTHING,
        "displacement": NOTHING,
        **changed,
    }


def raw_map(*outcomes: dict[str, Any], **changed: Any) -> dict[str, Any]:
    """The contract's map as a mapping, with outcomes of one's own."""
    return {
        "schema": "value-map/1",
        "title": "Trygghet på torget",
        "kind": "evaluation",
        "perspective": "society",
        "currency": "SEK",
        "price_year": 2024,
        "discount": {"rate": 0, "timing": "end"},
        "inputs": copy.deepcopy(INPUTS),
        "outcomes": list(outcomes) or [outcome()],
        **changed,
    }


def a_map(*outcomes: dict[str, Any], **changed: Any) -> ValueMap:
    """The contract's map, read."""
    return read_map(raw_map(*outcomes, **changed))


def reckoned(*outcomes: dict[str, Any], **changed: Any) -> Result:
    """The figures of a map, whatever the guards say."""
    value_map = a_map(*outcomes, **changed)
    return reckon(value_map, centres(value_map))


def total(*outcomes: dict[str, Any], **changed: Any) -> Fraction:
    """The total value of a map."""
    found = reckoned(*outcomes, **changed).total_value
    assert found is not None
    return found


def codes(*outcomes: dict[str, Any], **changed: Any) -> set[str]:
    """The codes of a map's findings."""
    return {finding.code for finding in check(a_map(*outcomes, **changed))}
