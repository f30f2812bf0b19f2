"""From an interval and what was noted to a frozen result."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from samklang.methods.measurement.effect.checks import MISSING, SMALL_MISSING, Noted
from samklang.methods.measurement.effect.evidence import Design, Level, level_of
from samklang.methods.measurement.effect.inquiry import Inquiry
from samklang.methods.measurement.effect.result import ChangeResult, EffectResult, Verdict
from samklang.methods.statistics.intervals import Interval
from samklang.methods.statistics.refusals import CannotEstimate

SIGNIFICANT = 0.05


class Refused(CannotEstimate):
    """The data do not carry this design: too few, nobody linked, nothing to compare with.

    where: the column or the plan's key; text: in English, with {slots} for what follows, and a key of `REASONS`.
    """


def verdict_of(interval: Interval, p: float | None = None) -> Verdict:
    """Clear where zero lies outside, and an exact p, where there is one, says the same."""
    return "clear" if interval.excludes() and (p is None or p <= SIGNIFICANT) else "unclear"


def result(
    inquiry: Inquiry,
    design: Design,
    noted: Noted,
    verdict: Verdict,
    people: tuple[int, int, int],
    *,
    interval: Interval | None = None,
    effect: bool = False,
    cap: Level | None = None,
    ceiling: Level | None = None,
    names: Mapping[str, str] | None = None,
    **more: Any,
) -> ChangeResult:
    """The result of a design. people: asked, started and used; effect: whether it answers for an effect; cap: a lower
    highest step than the design's own; more: further fields."""
    kind = EffectResult if effect else ChangeResult
    return kind(
        indicator=inquiry.indicator,
        design=design,
        level=level_of(design, noted.faults, cap, ceiling),
        verdict=verdict,
        n_asked=people[0],
        n_started=people[1],
        n_used=people[2],
        estimate=None if interval is None else interval.estimate,
        interval=None if interval is None else (interval.low, interval.high),
        checks=tuple(noted.checks),
        caveats=tuple(dict.fromkeys(noted.caveats)),
        counterfactual=inquiry.plan.counterfactual,
        names={**wave_names(inquiry), **(names or {})},
        labels=inquiry.plan.labels,
        **more,
    )


def wave_names(inquiry: Inquiry) -> Mapping[str, str]:
    """What the waves are called, and whether by their years."""
    return {
        "before": inquiry.wave_name(inquiry.before),
        "after": inquiry.wave_name(inquiry.after),
        "dated": "yes" if inquiry.dated else "",
    }


def note_missing(noted: Noted, started: int, used: int) -> float:
    """Share of those who started without an answer in both waves, checked against 20 per cent."""
    missing = 1 - used / started if started else 0.0
    noted.check("missing_share", missing <= MISSING, missing, MISSING, caveat="many_missing")
    if SMALL_MISSING < missing <= MISSING:
        noted.caveats.append("some_missing")
    return missing
