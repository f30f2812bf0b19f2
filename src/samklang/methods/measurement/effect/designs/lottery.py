"""A lottery: those who were drawn against those who were not, as they were drawn, whoever then came.

With a baseline: y₂ = a + τ·drawn + b·y₁ + cX, HC3; without: ȳ₁ − ȳ₀, Welch. By lot the two are alike but for chance,
so that one way of counting is enough; who leaves can still undo it. Where whole groups were drawn the groups are the
unit. Source: Lin (2013), 10.1214/12-AOAS583.
"""

from __future__ import annotations

import numpy as np

from samklang.methods.measurement.effect.checks import UNLIKE, Noted, look
from samklang.methods.measurement.effect.designs.arms import (
    Leavers,
    baseline_gap,
    both_arms,
    groups_an_arm,
    leavers_of,
    note_groups,
    note_leavers,
    pooled_sd,
    sizes,
)
from samklang.methods.measurement.effect.designs.bracket import bracket
from samklang.methods.measurement.effect.designs.dealt import Dealt, dealt
from samklang.methods.measurement.effect.designs.dropout_bounds import WORSE, bounds, holds, tipping_of
from samklang.methods.measurement.effect.designs.making import SIGNIFICANT, Refused, result
from samklang.methods.measurement.effect.designs.weighted import difference, fit_groups
from samklang.methods.measurement.effect.evidence import Level
from samklang.methods.measurement.effect.inquiry import Inquiry
from samklang.methods.measurement.effect.linked import arm_column
from samklang.methods.measurement.effect.result import ChangeResult, Step, Verdict
from samklang.methods.measurement.effect.table import Table, tabulate
from samklang.methods.statistics.intervals import Interval, p_value
from samklang.methods.statistics.power import smallest_two_groups
from samklang.methods.statistics.refusals import CannotEstimate

LEAST = 8
ONCE_IN_A_THOUSAND = 0.001


def lottery(inquiry: Inquiry) -> ChangeResult:
    """The effect of being drawn. Raises CannotEstimate."""
    if not inquiry.has_arms:
        raise Refused("assigned", "nobody is known to have been left out by the lot: there is nobody to compare with")
    noted = look(inquiry)
    people = inquiry.people
    if people is None:
        return _afterwards(inquiry, noted)
    table = _enough(both_arms(people))
    found = bracket(people, table)
    leavers = leavers_of(people)
    note_leavers(noted, leavers)
    note_groups(noted, found.groups)
    note_lot(noted, table, found.groups is not None)
    spread = pooled_sd(table, table["before"])
    tipping = tipping_of(found.ways[1:], leavers, spread)
    p = max(p_value(found.ancova), found.exact_p or 0.0)
    return _told(
        inquiry,
        noted,
        table,
        found.ancova,
        leavers,
        p,
        (inquiry.asked(people), people.started),
        sensitivity={**tipping, **bounds(inquiry.indicator, people)},
        estimates={"ancova": found.ancova, "did": found.did},
        unit=found.dealt,
        input_hash=people.table.fingerprint,
    )


def _afterwards(inquiry: Inquiry, noted: Noted) -> ChangeResult:
    """Only the last wave, or waves that aren't linked: the lot alone makes the arms alike."""
    frame = inquiry.frame
    arms = arm_column(frame, inquiry.plan.counterfactual.assigned)
    rows = np.flatnonzero((frame.wave == inquiry.after) & np.isfinite(arms))
    answers = frame.numbers[inquiry.indicator.id][rows]
    seen = np.isfinite(answers)
    group = np.full(len(rows), -1.0) if frame.group is None else frame.group.codes[rows].astype(np.float64)
    columns = {"after": answers, "arm": arms[rows], "weight": frame.weight[rows], "group": group}
    table = _enough(tabulate({name: column[seen] for name, column in columns.items()}))
    shares = [1 - float(seen[arms[rows] == arm].mean()) for arm in (0, 1)]
    drawn = arms[rows] == 1
    leavers = Leavers(shares[1], shares[0], True, int((drawn & ~seen).sum()), int(drawn.sum()))
    note_leavers(noted, leavers)
    groups = groups_an_arm(table)
    note_groups(noted, groups)
    interval = _by_groups(table) if groups else difference(table["after"], table["arm"], table)
    unit = dealt(table, table["after"], groups)
    tipping = tipping_of(((interval, 0.0),), leavers, pooled_sd(table, table["after"]))
    return _told(
        inquiry,
        noted,
        table,
        interval,
        leavers,
        max(p_value(interval), (unit and unit.p) or 0.0),
        (inquiry.asked_in(inquiry.after), len(rows)),
        sensitivity=tipping,
        estimates={"difference": interval},
        unit=unit,
        input_hash=table.fingerprint,
    )


def _by_groups(table: Table) -> Interval:
    design = np.column_stack((np.ones(len(table.counts)), table["arm"]))
    return fit_groups(table["after"], design, table, ["constant", "drawn"])


def note_lot(noted: Noted, table: Table, groups: bool) -> None:
    """Whether the arms began alike, and not further apart than a lot puts them once in a thousand times."""
    gap = baseline_gap(table)
    noted.check("baseline_difference", gap is not None and abs(gap) <= UNLIKE, gap, UNLIKE, caveat="baseline_unlike")
    if not groups:
        try:
            p = p_value(difference(table["before"], table["arm"], table))
        except CannotEstimate:
            return
        noted.check("drawn_by_lot", p >= ONCE_IN_A_THOUSAND, p, ONCE_IN_A_THOUSAND, caveat="lot_in_doubt")


def _ceiling(noted: Noted, verdict: Verdict) -> Level | None:
    if verdict == "fragile":
        return Level.CHANGED
    return Level.COMPARED if "lot_in_doubt" in noted.caveats else None


def _enough(table: Table) -> Table:
    drawn, others = sizes(table)
    if min(drawn, others) < LEAST:
        text = "{n} drawn and {others} others have answered: {least} are needed of each"
        raise Refused("assigned", text, n=drawn, others=others, least=LEAST)
    return table


def _told(
    inquiry: Inquiry,
    noted: Noted,
    table: Table,
    interval: Interval,
    leavers: Leavers,
    p: float,
    people: tuple[int, int],
    *,
    sensitivity: dict[str, float | None],
    estimates: dict[str, Interval],
    unit: Dealt | None,
    input_hash: str,
) -> ChangeResult:
    verdict: Verdict = "unclear"
    if interval.excludes() and p <= SIGNIFICANT:
        robust = holds(leavers, sensitivity["tipping_k"])
        noted.check("tipping_point", robust, sensitivity["tipping_k"], WORSE, caveat="leavers_could_undo_it")
        verdict = "agree" if robust else "fragile"
    spread = pooled_sd(table, table["after"])
    means = [table.where(table["arm"] == arm).mean("after") for arm in (1, 0)]
    noted.caveats.append("as_drawn")
    return result(
        inquiry,
        "lottery",
        noted,
        verdict,
        (*people, table.n),
        interval=interval,
        effect=True,
        ceiling=_ceiling(noted, verdict),
        p=p,
        effect_size={"d": interval.estimate / spread} if spread > 0 else {},
        estimates=estimates,
        sensitivity=sensitivity,
        assumptions=("drawn_by_lot",),
        mde=unit.mde if unit else smallest_two_groups(*sizes(table), sd=spread),
        numbers={
            "seen_after": means[0],
            "left": float(leavers.part_missing),
            "left_of": float(leavers.part_started),
            **(unit.numbers if unit else {}),
        },
        steps=(
            Step("means_after", "ȳ₁, ȳ₀", {"ȳ₁": means[0], "ȳ₀": means[1]}),
            Step("lot", "τ ± t·SE", {"τ": interval.estimate, "low": interval.low, "high": interval.high}),
        ),
        input_hash=input_hash,
    )
