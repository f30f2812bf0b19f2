"""The same map at the rates people ask for, none, 3 and 3.5 per cent, so that the discount is never the trick."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from samklang.methods.value.evaluate import reckon
from samklang.methods.value.map.entities import ValueMap, rate_id
from samklang.methods.value.outcome_value import centres

# 0; what a Swedish template for municipal benefit calculations locks (Inera); what is used for social investments.
RATES = (Fraction(0), Fraction(3, 100), Fraction(35, 1000))


@dataclass(frozen=True)
class AtRate:
    """Total value and ratio with one rate for all years; no ratio where there is none."""

    rate: Fraction
    total_value: Fraction
    ratio: Fraction | None

    def as_row(self) -> dict[str, Any]:
        """The figures as plain data, for JSON."""
        ratio = None if self.ratio is None else float(self.ratio)
        return {"rate": float(self.rate), "total_value": float(self.total_value), "ratio": ratio}


def at_other_rates(value_map: ValueMap) -> tuple[AtRate, ...]:
    """The map at each usual rate; nothing for a map without unit values."""
    if not value_map.monetary:
        return ()
    numbers = centres(value_map)
    places = range(len(value_map.discount.rates))
    found = [(rate, reckon(value_map, {**numbers, **{rate_id(place): rate for place in places}})) for rate in RATES]
    return tuple(AtRate(rate, result.total_value or Fraction(0), result.ratio) for rate, result in found)
