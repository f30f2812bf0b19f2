"""Row 3. Repeated cross-sections: the difference of two means, each reweighted to the area's margins.

SE² = se₁² + se₂², each by residuals after regressing on the margins. Assumes that each wave, so weighted, mirrors the
area: same wording, mode and season. The same people may have answered both times without being told apart, which only
makes the interval too wide. Source: Deville, Särndal & Sautory (1993), 10.1080/01621459.1993.10476369.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import sqrt

import numpy as np

from samklang.methods.kernel.findings import Finding
from samklang.methods.measurement.effect.checks import EFFECTIVE, Noted, look
from samklang.methods.measurement.effect.designs.boxes import boxes_of
from samklang.methods.measurement.effect.designs.making import Refused, result, verdict_of
from samklang.methods.measurement.effect.designs.weighted import equal_weights, mean_of
from samklang.methods.measurement.effect.frame import Flags, Frame
from samklang.methods.measurement.effect.inquiry import Inquiry
from samklang.methods.measurement.effect.result import ChangeResult, Step
from samklang.methods.measurement.effect.table import Table, tabulate
from samklang.methods.statistics.balancing import kish_ess
from samklang.methods.statistics.intervals import Interval, difference_of, p_value
from samklang.methods.statistics.margins import Margin
from samklang.methods.statistics.power import smallest_two_groups
from samklang.methods.statistics.raking import Raking, rake, raked_mean

LEAST = 30
SAME_SUM = 0.005


@dataclass(frozen=True)
class WaveMean:
    """One wave's mean, weighted and not, its effective n, and what was said of the weighting. shares: of each box of
    each margin, as answered, in the area and as weighted (`stratum_age:young:answered`).
    """

    interval: Interval
    unweighted: float
    ess: float
    table: Table
    findings: tuple[Finding, ...]
    shares: Mapping[str, float]


def cross_sections(inquiry: Inquiry) -> ChangeResult:
    """The later wave minus the earlier. Raises CannotEstimate."""
    if inquiry.before is None or inquiry.after is None:
        raise Refused("wave", "'{id}' has answers in one wave: two are needed", id=inquiry.indicator.id)
    rows = [living_here(inquiry.frame) & (inquiry.frame.wave == wave) for wave in (inquiry.before, inquiry.after)]
    first, second = (wave_mean(inquiry, each) for each in rows)
    interval = difference_of(first.interval, second.interval)
    noted = look(inquiry)
    noted.caveats.append("other_people_may_have_answered")
    _note_weights(noted, inquiry, (first, second))
    asked = sum(inquiry.asked_in(wave) for wave in (inquiry.before, inquiry.after))
    spread = sqrt((first.table.variance("now") + second.table.variance("now")) / 2)
    plain = second.unweighted - first.unweighted
    return result(
        inquiry,
        "repeated_cross_sections",
        noted,
        verdict_of(interval),
        (asked, int(rows[0].sum() + rows[1].sum()), first.table.n + second.table.n),
        interval=interval,
        p=p_value(interval),
        effect_size={"d": interval.estimate / spread} if spread > 0 else {},
        estimates={"difference": interval, "first": first.interval, "second": second.interval},
        sensitivity={"weighted_vs_not": interval.estimate - plain} if inquiry.plan.margins else {},
        assumptions=("waves_mirror_the_area",),
        mde=smallest_two_groups(max(2, round(first.ess)), max(2, round(second.ess)), sd=spread),
        numbers={
            "n_first": first.table.n,
            "n_second": second.table.n,
            **{f"before:{name}": share for name, share in first.shares.items()},
            **{f"after:{name}": share for name, share in second.shares.items()},
        },
        names={"reweighted": "yes" if inquiry.plan.margins else ""},
        steps=_steps(first, second, interval),
        input_hash=first.table.fingerprint[:32] + second.table.fingerprint[:32],
    )


def living_here(frame: Frame) -> Flags:
    """Those from the area, where the column says who is; else everybody."""
    return np.ones(len(frame), dtype=np.bool_) if frame.area is None else frame.area == 1


def wave_mean(inquiry: Inquiry, rows: Flags) -> WaveMean:
    """Mean of one wave by the plan's margins. Raises Refused under 30 answers, EmptyBox, NotConverged."""
    frame, margins = inquiry.frame, inquiry.plan.margins
    columns = {"now": frame.numbers[inquiry.indicator.id][rows], "weight": frame.weight[rows]}
    columns |= {margin.column: frame.categories[margin.column].codes[rows].astype(np.float64) for margin in margins}
    seen = np.isfinite(columns["now"])
    for margin in margins:
        seen &= columns[margin.column] >= 0
    table = tabulate({name: column[seen] for name, column in columns.items()})
    if not rows.any() and frame.area is not None:
        raise Refused("area", "nobody in a wave has a 1: fill the column in, or take it out")
    if table.n < LEAST:
        text = "{n} answers in a wave: {least} are needed for each"
        raise Refused(inquiry.indicator.id, text, n=table.n, least=LEAST)
    if not margins:
        interval = mean_of(table["now"], table)
        return WaveMean(interval, table.mean("now"), kish_ess(table["weight"], table.counts), table, (), {})
    codes, boxes, said = boxes_of(frame, table, margins)
    base = None if equal_weights(table) else table["weight"]
    raking = rake(codes, boxes, table.counts, base)
    mean = raked_mean(table["now"], raking, codes, boxes, table.counts)
    shares = dict(_shares(raking, boxes))
    return WaveMean(mean.interval, mean.unweighted, raking.ess, table, (*said, *raking.findings), shares)


def _shares(raking: Raking, boxes: Sequence[Margin]) -> Iterator[tuple[str, float]]:
    for place, margin in enumerate(boxes):
        seen = {"answered": raking.before[place], "area": raking.target[place], "weighted": raking.after[place]}
        for box, label in enumerate(margin.labels):
            yield from ((f"{margin.name}:{label}:{name}", float(shares[box])) for name, shares in seen.items())


def _note_weights(noted: Noted, inquiry: Inquiry, waves: tuple[WaveMean, WaveMean]) -> None:
    if not inquiry.plan.margins:
        noted.caveats.append("not_reweighted")
    share = min(wave.ess / wave.table.n for wave in waves)
    noted.check("effective_share", share >= EFFECTIVE, share, EFFECTIVE, caveat="weights_cost_precision")
    sums = [sum(margin.shares.values()) for margin in inquiry.plan.margins]
    if any(abs(total - 1) > SAME_SUM for total in sums):
        noted.caveats.append("margins_rescaled")
    codes = {finding.code for wave in waves for finding in wave.findings}
    said: Mapping[str, str] = {"SW01": "boxes_joined", "SW02": "margins_rescaled", "SW03": "weights_trimmed"}
    noted.caveats += [said[code] for code in sorted(codes) if code in said]


def _steps(first: WaveMean, second: WaveMean, interval: Interval) -> tuple[Step, ...]:
    one, two = first.interval, second.interval
    return (
        Step("wave_means", "ȳ₁, ȳ₂", {"ȳ₁": one.estimate, "ȳ₂": two.estimate, "n₁": one.n, "n₂": two.n}),
        Step("difference", "ȳ₂ − ȳ₁", {"difference": interval.estimate}),
        Step("difference_error", "√(se₁² + se₂²)", {"se₁": one.error, "se₂": two.error, "se": interval.error}),
    )
