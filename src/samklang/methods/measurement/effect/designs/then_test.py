"""Row 2. Then-test: Y₂ − Y_then, both asked afterwards; with a true Y₁ also the shift Y_then − Y₁, told apart.

Assumes that people remember without wishing. A felt change, never merged with the paired change.
Source: Hill & Betz (2005), American Journal of Evaluation 26(4).
"""

from __future__ import annotations

from dataclasses import replace
from math import sqrt

import numpy as np

from samklang.methods.measurement.effect.checks import look_at_choice
from samklang.methods.measurement.effect.designs.making import Refused, result, verdict_of
from samklang.methods.measurement.effect.designs.weighted import equal_weights, mean_of
from samklang.methods.measurement.effect.frame import Flags
from samklang.methods.measurement.effect.inquiry import Inquiry
from samklang.methods.measurement.effect.linked import linked
from samklang.methods.measurement.effect.result import ChangeResult, Step
from samklang.methods.measurement.effect.table import Table, tabulate
from samklang.methods.statistics.intervals import Interval, mean_interval, p_value, sign_flip_p
from samklang.methods.statistics.power import smallest_paired
from samklang.methods.statistics.refusals import CannotEstimate

LEAST = 8


def then_test(inquiry: Inquiry) -> ChangeResult:
    """The felt change among those who took part, or among all where nobody is told apart. Raises CannotEstimate."""
    if not inquiry.indicator.then:
        raise Refused("then", "no column holds how '{id}' was before, asked afterwards", id=inquiry.indicator.id)
    rows = _rows(inquiry)
    table = _answers(inquiry, rows)
    if table.n < LEAST:
        text = "{n} people answered both now and then: {least} are needed"
        raise Refused(inquiry.indicator.then, text, n=table.n, least=LEAST)
    felt = table["now"] - table["then"]
    interval = mean_of(felt, table)
    p = sign_flip_p(felt, table.counts) if equal_weights(table) else None
    noted = look_at_choice(inquiry)
    noted.caveats.append("asked_afterwards")
    away = felt - float(table.counts @ felt) / table.n
    return result(
        inquiry,
        "then_test",
        noted,
        verdict_of(interval, p),
        (inquiry.asked_among(inquiry.after, inquiry.frame.took_part != 0), int(rows.sum()), table.n),
        interval=interval,
        p=p_value(interval) if p is None else p,
        estimates={"felt_change": interval, **_shift(inquiry)},
        assumptions=("memory_without_wishing",),
        mde=smallest_paired(table.n, sd=sqrt(float(table.counts @ (away * away)) / (table.n - 1))),
        steps=(
            Step("means", "ȳ_then, ȳ₂", {"ȳ_then": table.mean("then"), "ȳ₂": table.mean("now")}),
            Step("felt_change", "mean(y₂ − y_then)", {"Δ̄": interval.estimate, "n": table.n}),
        ),
        input_hash=table.fingerprint,
    )


def _rows(inquiry: Inquiry) -> Flags:
    frame = inquiry.frame
    rows = (frame.wave == inquiry.after) & frame.started
    # With people who did not take part in the same wave, the question concerns those who did.
    asked: Flags = rows & (frame.took_part != 0)
    return asked


def _answers(inquiry: Inquiry, rows: Flags) -> Table:
    frame = inquiry.frame
    now, then = (frame.numbers[name][rows] for name in (inquiry.indicator.id, inquiry.indicator.then))
    both = np.isfinite(now) & np.isfinite(then)
    return tabulate({"now": now[both], "then": then[both], "weight": frame.weight[rows][both]})


def _shift(inquiry: Inquiry) -> dict[str, Interval]:
    """How far memory moved the start: Y_then − Y₁ of those who were also asked before."""
    if inquiry.before is None or inquiry.after is None or inquiry.people is None:
        return {}
    remembered = _remembered(inquiry)
    try:
        return {"shift": mean_interval(remembered["after"] - remembered["before"], remembered.counts)}
    except CannotEstimate:
        return {}


def _remembered(inquiry: Inquiry) -> Table:
    frame, indicator = inquiry.frame, inquiry.indicator
    assert inquiry.before is not None and inquiry.after is not None
    # The true start and the remembered one in one column, so that linking pairs them as it pairs two waves.
    start = np.where(frame.wave == inquiry.after, frame.numbers[indicator.then], frame.numbers[indicator.id])
    paired = replace(frame, numbers={**frame.numbers, indicator.id: start})
    people = linked(paired, indicator.id, (inquiry.before, inquiry.after))
    return (people.arm(1) if inquiry.has_arms else people).complete
