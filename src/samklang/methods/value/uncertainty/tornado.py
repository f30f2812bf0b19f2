"""Which numbers decide: the swing of the net value between a number's P10 and P90, and rank correlations."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from scipy.stats import rankdata

from samklang.methods.value.map.entities import ValueMap
from samklang.methods.value.outcome_value import centres
from samklang.methods.value.uncertainty.break_even import gap_of
from samklang.methods.value.uncertainty.draws import Draws

ENDS = (0.1, 0.9)


@dataclass(frozen=True)
class Swing:
    """One bar: the number at its P10 and P90, and the net value (value less inputs, in currency) at each."""

    parameter: str
    p10: float
    p90: float
    net_at_p10: float
    net_at_p90: float

    @property
    def width(self) -> float:
        """How far the net value moves."""
        return abs(self.net_at_p90 - self.net_at_p10)


def tornado(value_map: ValueMap) -> tuple[Swing, ...]:
    """A bar for each uncertain number, widest first; all others stay at their centres."""
    floats = {name: float(centre) for name, centre in centres(value_map).items()}
    bars = []
    for number in value_map.parameters():
        if number.quantity.uncertain and (number.outcome is None or number.outcome.valued):
            net = gap_of(value_map, number, floats)
            p10, p90 = (float(end) for end in number.quantity.quantile(ENDS))
            bars.append(Swing(number.id, p10, p90, float(net(p10)), float(net(p90))))
    return tuple(sorted(bars, key=lambda bar: -bar.width))


def rank_correlations(draws: Draws) -> dict[str, float]:
    """Spearman's correlation of each drawn number with the net value, strongest first; 0 where it never moves."""
    ranks = rankdata(draws.net)
    found = {name: _correlation(rankdata(draws.parameter(name)), ranks) for name in draws.uncertain}
    return dict(sorted(found.items(), key=lambda item: -abs(item[1])))


def _correlation(one: np.ndarray, other: np.ndarray) -> float:
    if np.ptp(one) == 0 or np.ptp(other) == 0:
        return 0.0
    return float(np.corrcoef(one, other)[0, 1])
