"""Which numbers decide, and what measuring them better would be worth: tornado, rank correlations, EVPI, EVPPI."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

from samklang.methods.value.map.entities import ValueMap
from samklang.methods.value.uncertainty.draws import Draws
from samklang.methods.value.uncertainty.information import Information, evpi, worth_measuring
from samklang.methods.value.uncertainty.tornado import Swing, rank_correlations, tornado


@dataclass(frozen=True)
class Sensitivity:
    """swings: needs no draws; correlations, everything, numbers: empty or nothing without draws."""

    swings: tuple[Swing, ...]
    correlations: Mapping[str, float]
    everything: Information | None
    numbers: tuple[Information, ...]

    def as_row(self) -> dict[str, Any]:
        """The figures as plain data, for JSON."""
        return {
            "tornado": [asdict(swing) for swing in self.swings],
            "rank_correlations": dict(self.correlations),
            "worth_knowing_everything": None if self.everything is None else self.everything.worth,
            "worth_knowing": [asdict(number) for number in self.numbers],
        }


def sensitivity(value_map: ValueMap, draws: Draws | None = None) -> Sensitivity:
    """What decides a map with unit values."""
    if draws is None:
        return Sensitivity(tornado(value_map), {}, None, ())
    return Sensitivity(tornado(value_map), rank_correlations(draws), evpi(draws), worth_measuring(draws))
