"""One area against K others: its place among them, and its change less theirs.

One area is one case, however many answered in it. If the areas would have changed alike, every place is as likely, so
p = place/(K+1): below 5 per cent only from K = 19. "Either way" orders by distance from the median of all K + 1.
Against a generic series with few areas: own change − mean change, error s·√(1 + 1/K), t with K − 1 df, since the own
area's weather is one draw of theirs. Source: Abadie, Diamond & Hainmueller (2010), 10.1198/jasa.2009.ap08746.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import sqrt
from typing import Literal

import numpy as np
from numpy.typing import ArrayLike

from samklang.methods.statistics.intervals import Interval, around, difference_of
from samklang.methods.statistics.refusals import NoVariation, TooFew
from samklang.methods.statistics.sample import finite

Direction = Literal["higher", "lower", "either"]


@dataclass(frozen=True)
class Place:
    """place: 1 … areas, 1 the most extreme, ties counted against the area; p = place/areas; least_p = 1/areas."""

    place: int
    areas: int
    p: float
    least_p: float
    own: float
    median_others: float


def area_place(own: float, others: ArrayLike, direction: Direction = "either") -> Place:
    """Place of one area's change among K others. others: (K,) changes, same item, ages and years.

    Raises TooFew under two others, MissingValues.
    """
    changes = finite(others, "others")
    mine = float(finite([own], "own")[0])
    if len(changes) < 2:
        raise TooFew("others", f"{len(changes)} area is no yardstick: two or more are needed, 19 for 5 per cent")
    sign = -1.0 if direction == "lower" else 1.0
    size, theirs = sign * mine, sign * changes
    if direction == "either":
        middle = float(np.median(np.append(changes, mine)))
        size, theirs = abs(mine - middle), np.abs(changes - middle)
    areas = len(changes) + 1
    place = 1 + int((theirs >= size).sum())
    return Place(place, areas, place / areas, 1 / areas, mine, float(np.median(changes)))


def less_others(own: float, others: ArrayLike, level: float = 0.95) -> Interval:
    """Own change less the mean of K areas' changes, (K,): n counts areas. Raises TooFew under 3, NoVariation."""
    changes = finite(others, "others")
    mine, k = float(finite([own], "own")[0]), len(changes)
    if k < 3:
        raise TooFew("others", f"{k} areas tell too little of how areas differ: three or more are needed")
    spread = float(changes.std(ddof=1))
    if not spread > 0:
        raise NoVariation("others", "all areas changed alike to the last figure: is the series copied?")
    return around(mine - float(changes.mean()), spread * sqrt(1 + 1 / k), k - 1, k + 1, level)


def less_series(own: Interval, series: Interval, level: float = 0.95) -> Interval:
    """Own change less a published one, each with its sampling error: holds only if the area felt the same weather."""
    return difference_of(series, own, level)
