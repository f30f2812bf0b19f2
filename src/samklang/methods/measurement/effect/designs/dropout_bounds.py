"""Row 14. What the leavers could do to the answer: Lee's and Manski's bounds, and weighting by who stayed.

Lee: leaving is only ever raised, or only ever lowered, by taking part. Manski: nothing is assumed. IPW: leaving
depends on what was seen. All are of the change, over all who started. Tipping: the leavers assumed k SD worse than
those seen, k up to 0.5. Sources: Lee (2009), 10.1111/j.1467-937X.2009.00536.x; Manski (1990).
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from samklang.methods.measurement.effect.checks import SMALL_MISSING
from samklang.methods.measurement.effect.designs.arms import Leavers, driving
from samklang.methods.measurement.effect.indicator import Indicator
from samklang.methods.measurement.effect.linked import UNKNOWN_ARM, Linked
from samklang.methods.measurement.effect.table import Table
from samklang.methods.statistics.dropout import hajek_ipw, lee_bounds, manski_bounds, manski_difference, tipping_point
from samklang.methods.statistics.intervals import Interval
from samklang.methods.statistics.refusals import CannotEstimate

WORSE = 0.5


def tipping_of(ways: Sequence[tuple[Interval, float]], leavers: Leavers, spread: float) -> dict[str, float | None]:
    """tipping_k: how many SD worse the leavers among those who took part must be than those seen before the first of
    the ways loses its answer; tipping_points: the same in points. None where nobody left.

    ways: each with how much of a head start it keeps; spread: SD of the baseline.
    """
    if leavers.part == 0 or not spread > 0 or leavers.part >= 1:
        return {"tipping_k": None, "tipping_points": None}
    each = [to_zero(way, spread, leavers.part, kept * leavers.ahead) for way, kept in ways]
    k = min((value for value in each if value is not None), default=None)
    return {"tipping_k": k, "tipping_points": None if k is None else k * spread}


def to_zero(way: Interval, spread: float, share: float, ahead: float) -> float | None:
    """k at which the answer is gone, when leavers ended k SD worse than those seen; None where nobody left.

    Those who began further on, the answer's way, have fallen as much more to end there: share·ahead is taken off
    first. Where they began further back, k is of how much worse they changed, which is the harder of the two.
    ahead: in points; share: 0–1.
    """
    side = 1.0 if way.estimate > 0 else -1.0
    left = way.moved(-side * share * max(0.0, side * ahead))
    return tipping_point(left, spread, share).to_zero if side * left.estimate > 0 else 0.0


def holds(leavers: Leavers, k: float | None) -> bool:
    """Whether the answer stands with the leavers half an SD worse off; with 5 per cent missing or less it isn't
    asked."""
    return leavers.part <= SMALL_MISSING or k is None or k > WORSE


def bounds(indicator: Indicator, people: Linked) -> dict[str, float | None]:
    """lee_low, lee_high, manski_low, manski_high and ipw of the difference of changes, where somebody left.

    lee_interval_low, lee_interval_high: hold the difference itself at 95 per cent; None where an arm has one answer.
    """
    table = people.table
    known = table.where((table["arm"] != UNKNOWN_ARM) & (table["known"] == 1))
    if known.n != table.n or bool((known["seen"] == 1).all()):
        return {}
    arms = [known.where(known["arm"] == arm) for arm in (0, 1)]
    seen = [arm.where(arm["seen"] == 1) for arm in arms]
    change = [table["after"] - table["before"] for table in seen]
    lee = lee_bounds(change[0], change[1], arms[0].n, arms[1].n, seen[0].counts, seen[1].counts)
    least = [
        manski_bounds(each["after"], arm.n, indicator.low, indicator.high, each.counts)
        for each, arm in zip(seen, arms, strict=True)
    ]
    ends = lee.interval or (None, None)
    level = arms[1].mean("before") - arms[0].mean("before")
    manski = manski_difference(*least)
    return {
        "lee_low": lee.low,
        "lee_high": lee.high,
        "lee_interval_low": ends[0],
        "lee_interval_high": ends[1],
        "manski_low": manski.low - level,
        "manski_high": manski.high - level,
        "ipw": _ipw(people, arms),
    }


def _ipw(people: Linked, arms: list[Table]) -> float | None:
    means = [by_who_stayed(people, arm) for arm in arms]
    return None if means[0] is None or means[1] is None else means[1] - means[0]


def by_who_stayed(people: Linked, table: Table) -> float | None:
    """Mean change of all in the table, those seen weighted by 1/chance of staying given where they began; None where
    that chance can't be estimated. table: with known baselines.
    """
    change = np.where(table["seen"] == 1, table["after"] - table["before"], 0.0)
    try:
        return hajek_ipw(change, table["seen"], driving(people, table)[0], table.counts).estimate
    except CannotEstimate:
        return None
