"""Row 1. Paired change: Δ̄ ± t(n−1)·s/√n of the same people in two waves; exact sign-flip p up to 20 people.

Assumes that those seen speak for those who started. Must be said: not compared with others; regression to the mean
where people came because they were low. Source: Student (1908); Fisher (1935), The Design of Experiments, §21.
"""

from __future__ import annotations

from dataclasses import replace
from math import sqrt

import numpy as np

from samklang.methods.measurement.effect.checks import Noted, look
from samklang.methods.measurement.effect.designs.arms import begun_ahead
from samklang.methods.measurement.effect.designs.dropout_bounds import by_who_stayed, to_zero
from samklang.methods.measurement.effect.designs.making import Refused, note_missing, result, verdict_of
from samklang.methods.measurement.effect.designs.weighted import equal_weights, mean_of
from samklang.methods.measurement.effect.inquiry import Inquiry
from samklang.methods.measurement.effect.linked import Linked
from samklang.methods.measurement.effect.result import ChangeResult, Step
from samklang.methods.measurement.effect.table import Table
from samklang.methods.statistics.dropout import manski_bounds
from samklang.methods.statistics.intervals import Interval, p_value, sign_flip_p, wilson
from samklang.methods.statistics.power import smallest_paired
from samklang.methods.statistics.refusals import NoVariation

LEAST = 8


def paired_change(inquiry: Inquiry) -> ChangeResult:
    """The change among those who took part, or among all where nobody is told apart. Raises CannotEstimate."""
    people = linked_or_refused(inquiry)
    complete = people.complete
    if complete.n < LEAST:
        text = "{n} people answered both times: {least} are needed"
        raise Refused("respondent", text, n=complete.n, least=LEAST)
    change = complete["after"] - complete["before"]
    noted = look(inquiry)
    missing = note_missing(noted, people.started, complete.n)
    noted.caveats.append("not_compared")
    if inquiry.plan.entry == "need":
        noted.caveats.append("regression_to_the_mean")
    better, same, worse = three_ways(complete, inquiry.indicator.better or 1)
    p = sign_flip_p(change, complete.counts) if equal_weights(complete) else None
    counted = {"better": better, "same": same, "worse": worse, "seen_after": complete.mean("after")}
    counted |= _better_share(better, people.started, complete.n)
    base = (inquiry.asked(people), people.started, complete.n)
    try:
        interval = mean_of(change, complete)
    except NoVariation:
        return _all_alike(inquiry, noted, base, float(change[0]), p, counted, people.table.fingerprint)
    return result(
        inquiry,
        "paired_change",
        noted,
        verdict_of(interval, p),
        base,
        interval=interval,
        p=p_value(interval) if p is None else p,
        effect_size=_sizes(interval, complete),
        estimates={"change": interval},
        sensitivity=_sensitivity(inquiry, people, interval, missing),
        assumptions=("seen_speak_for_started",),
        mde=smallest_paired(complete.n, sd=sqrt(_variance(change, complete))),
        numbers=counted,
        steps=_steps(complete, interval),
        input_hash=people.table.fingerprint,
    )


def _all_alike(
    inquiry: Inquiry,
    noted: Noted,
    base: tuple[int, int, int],
    change: float,
    p: float | None,
    counted: dict[str, float],
    fingerprint: str,
) -> ChangeResult:
    """Everybody changed by the same: there is a change and no way to tell how sure it is."""
    noted.caveats.append("all_equal")
    told = result(
        inquiry,
        "paired_change",
        noted,
        "told",
        base,
        p=p,
        assumptions=("seen_speak_for_started",),
        numbers=counted,
        steps=(Step("change", "Δ̄ = mean(y₂ − y₁)", {"Δ̄": change, "n": base[2]}),),
        input_hash=fingerprint,
    )
    return replace(told, estimate=change)


def linked_or_refused(inquiry: Inquiry) -> Linked:
    """Those who took part, linked. Raises Refused saying why nobody is."""
    if inquiry.before is None or inquiry.after is None:
        raise Refused("wave", "'{id}' has answers in one wave: two are needed", id=inquiry.indicator.id)
    people = inquiry.participants
    if people is None or people.started == 0:
        raise Refused(
            "respondent", "nobody is told apart between the waves: give each person the same code in every wave"
        )
    return people


def three_ways(table: Table, better: int) -> tuple[int, int, int]:
    """How many went the good way, stood still and went the other."""
    change = (table["after"] - table["before"]) * better
    return tuple(int(table.counts[keep].sum()) for keep in (change > 0, change == 0, change < 0))  # type: ignore[return-value]


def _variance(change: np.ndarray, table: Table) -> float:
    away = change - float(table.counts @ change) / table.n
    return float(table.counts @ (away * away)) / (table.n - 1)


def _sizes(interval: Interval, table: Table) -> dict[str, float]:
    spread = table.variance("before")
    return {"d": interval.estimate / sqrt(spread)} if spread > 0 else {}


def _better_share(better: int, started: int, seen: int) -> dict[str, float]:
    """Shares better off: of all who started, those not seen counted as not better off, and of those seen."""
    low, high = wilson(better, started)
    return {
        "better_share": better / started,
        "better_share_low": low,
        "better_share_high": high,
        "better_share_of_seen": better / seen,
    }


def _sensitivity(inquiry: Inquiry, people: Linked, interval: Interval, missing: float) -> dict[str, float | None]:
    complete = people.complete
    spread = complete.variance("before")
    if missing == 0 or not spread > 0:
        return {}
    k = to_zero(interval, sqrt(spread), missing, begun_ahead(people.table))
    bounds = manski_bounds(
        complete["after"], people.started, inquiry.indicator.low, inquiry.indicator.high, complete.counts
    )
    known = people.table.where(people.table["known"] == 1)
    return {
        "tipping_k": k,
        "tipping_points": None if k is None else k * sqrt(spread),
        "manski_low": bounds.low - known.mean("before"),
        "manski_high": bounds.high - known.mean("before"),
        "ipw": by_who_stayed(people, known),
    }


def _steps(table: Table, interval: Interval) -> tuple[Step, ...]:
    before, after = table.mean("before"), table.mean("after")
    half = (interval.high - interval.low) / 2
    return (
        Step("means", "ȳ₁, ȳ₂", {"ȳ₁": before, "ȳ₂": after}),
        Step("change", "Δ̄ = mean(y₂ − y₁)", {"Δ̄": interval.estimate, "n": table.n}),
        Step("interval", "Δ̄ ± t(n−1)·s/√n", {"s/√n": interval.error, "t·s/√n": half}),
    )
