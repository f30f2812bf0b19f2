"""Which numbers decide: the swing of the net value between a number's P10 and P90, and rank correlations."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

import numpy as np
from scipy.stats import rankdata

from samklang.methods.value.map.entities import ValueMap
from samklang.methods.value.uncertainty.balance import Balance
from samklang.methods.value.uncertainty.draws import Draw, Draws
from samklang.methods.value.uncertainty.slices import slice_values

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
    balance = Balance.of(value_map, Fraction(1)).in_floats()
    bars = []
    for number in value_map.parameters():
        if number.quantity.uncertain and (number.outcome is None or number.outcome.valued):
            net = balance.gap(number)
            p10, p90 = (float(end) for end in number.quantity.quantile(ENDS))
            bars.append(Swing(number.id, p10, p90, float(net(p10)), float(net(p90))))
    return tuple(sorted(bars, key=lambda bar: -bar.width))


def rank_correlations(draws: Draws) -> dict[str, float]:
    """Spearman's correlation of each drawn number with the net value, strongest first; 0 where it never moves."""
    ranks = rankdata(draws.net)
    found = {name: correlation(ranks_of(draws, name), ranks) for name in draws.uncertain}
    return dict(sorted(found.items(), key=lambda item: -abs(item[1])))


def ranks_of(draws: Draws, name: str) -> Draw:
    """The middle rank of each draw of a number, by counting its slices instead of sorting its draws."""
    values, place_of_slice = np.unique(slice_values(draws.uncertain[name]), return_inverse=True)
    place = place_of_slice[draws.picks(name)]
    counts = np.bincount(place, minlength=len(values))
    return np.asarray((np.cumsum(counts) - (counts - 1) / 2)[place], dtype=np.float64)


def correlation(one: Draw, other: Draw) -> float:
    """Pearson's correlation; 0 where either never moves."""
    if np.ptp(one) == 0 or np.ptp(other) == 0:
        return 0.0
    return float(np.corrcoef(one, other)[0, 1])
