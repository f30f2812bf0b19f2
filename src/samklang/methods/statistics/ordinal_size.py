"""How often one is higher than another: PS, Cliff's δ and the Brunner–Munzel interval, from counts a value alone.

PS = P(second > first) + ½·P(equal); δ = 2·PS − 1. A value's placement in the other group is F(x) = P(< x) + ½·P(= x);
SE² = s²(placements of first)/n₁ + s²(placements of second)/n₂, df as Welch's. Never the n₁ × n₂ pairs.
Sources: Brunner & Munzel (2000), 10.1002/(SICI)1521-4036(200001)42:1<17::AID-BIMJ17>3.0.CO;2-U; Cliff (1993),
10.1037/0033-2909.114.3.494.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import sqrt

import numpy as np
from numpy.typing import ArrayLike

from samklang.methods.statistics.intervals import Interval, around, p_value
from samklang.methods.statistics.refusals import TooFew
from samklang.methods.statistics.sample import Numbers, column, summed


@dataclass(frozen=True)
class OrdinalSize:
    """ps: share of random pairs, 0–1, in which the second is higher (ties half); delta: −1…1.

    interval: of ps, cut to 0–1; p: two-sided, of ps = ½ (Brunner–Munzel); both None without overlap.
    """

    ps: float
    delta: float
    n_first: int
    n_second: int
    interval: Interval | None
    p: float | None


def ordinal_size(
    first: ArrayLike,
    second: ArrayLike,
    counts_first: ArrayLike | None = None,
    counts_second: ArrayLike | None = None,
    level: float = 0.95,
) -> OrdinalSize:
    """Second against first. first, second: (m,) values; counts: people a value.

    Where the groups do not overlap at all (or all are equal) the placements have no spread: interval and p are None.
    Raises TooFew under two people in a group, MissingValues.
    """
    x, y = column(first, counts_first, "first"), column(second, counts_second, "second")
    n1, n2 = float(x[1].sum()), float(y[1].sum())
    for where, n in (("first", n1), ("second", n2)):
        if n < 2:
            raise TooFew(where, f"{n:.0f} person: a comparison needs two or more in each group")
    counts1, counts2 = _on_common_values(x, y)
    above1, above2 = _placements(counts2) / n2, _placements(counts1) / n1
    ps = float(counts2 @ above2) / n2
    spread1 = float(counts1 @ (above1 - (1 - ps)) ** 2) / (n1 - 1) / n1
    spread2 = float(counts2 @ (above2 - ps) ** 2) / (n2 - 1) / n2
    if spread1 + spread2 <= 1e-18:
        return OrdinalSize(ps, 2 * ps - 1, int(n1), int(n2), None, None)
    df = (spread1 + spread2) ** 2 / (spread1**2 / (n1 - 1) + spread2**2 / (n2 - 1))
    wide = around(ps, sqrt(spread1 + spread2), df, int(n1 + n2), level)
    cut = Interval(ps, max(0.0, wide.low), min(1.0, wide.high), wide.error, df, wide.n)
    return OrdinalSize(ps, 2 * ps - 1, int(n1), int(n2), cut, p_value(wide, 0.5))


def _on_common_values(x: tuple[Numbers, Numbers], y: tuple[Numbers, Numbers]) -> tuple[Numbers, Numbers]:
    """Counts of both groups on the sorted values of either, each (k,)."""
    values, place = np.unique(np.concatenate((x[0], y[0])), return_inverse=True)
    split = len(x[0])
    return summed(place[:split], x[1], len(values)), summed(place[split:], y[1], len(values))


def _placements(counts: Numbers) -> Numbers:
    """People below each value plus half of those at it, (k,)."""
    placements: Numbers = np.cumsum(counts) - counts / 2
    return placements
