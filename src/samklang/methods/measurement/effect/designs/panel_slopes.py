"""Row 8. A panel over three waves or more: each person's own least-squares slope, and t on the slopes.

b̄ ± t(n−1)·s_b/√n, in points a wave. Assumes no jump in who answers when. Must be said: practice and the calendar.
Beside it the slope of a mixed model (REML), for the picture and never for the claim: its normal interval is too
narrow. Source: Matthews et al. (1990), 10.1136/bmj.300.6719.230.
"""

from __future__ import annotations

from math import sqrt

import numpy as np

from samklang.methods.measurement.effect.checks import look
from samklang.methods.measurement.effect.designs.making import Refused, note_missing, result, verdict_of
from samklang.methods.measurement.effect.frame import ANONYMOUS, Flags, Integers, Numbers
from samklang.methods.measurement.effect.inquiry import Inquiry
from samklang.methods.measurement.effect.linked import arm_column
from samklang.methods.measurement.effect.result import ChangeResult, Step
from samklang.methods.measurement.effect.table import tabulate
from samklang.methods.statistics.intervals import Interval, p_value
from samklang.methods.statistics.mixed_slopes import mixed_slopes
from samklang.methods.statistics.power import smallest_paired
from samklang.methods.statistics.refusals import CannotEstimate
from samklang.methods.statistics.slopes import slopes

WAVES = 3
MOST_ANSWERS = 50_000


def panel_slopes(inquiry: Inquiry) -> ChangeResult:
    """The mean slope of those with three answers or more, who took part. Raises CannotEstimate."""
    frame = inquiry.frame
    if len(inquiry.waves) < WAVES:
        text = "'{id}' has answers in too few waves ({n}): {least} are needed"
        raise Refused("wave", text, id=inquiry.indicator.id, n=len(inquiry.waves), least=WAVES)
    answers = frame.numbers[inquiry.indicator.id]
    rows = _taking_part(inquiry)
    if not rows.any():
        raise Refused(
            "respondent", "nobody is told apart between the waves: give each person the same code in every wave"
        )
    started = len(np.unique(frame.respondent[rows]))
    rows &= np.isfinite(answers)
    person = frame.respondent[rows]
    _codes, place, number = np.unique(person, return_inverse=True, return_counts=True)
    often = number[place.ravel()] >= WAVES
    times, seen = frame.wave[rows][often].astype(np.float64), answers[rows][often]
    found = slopes(person[often], times, seen)
    noted = look(inquiry)
    note_missing(noted, started, len(found.slopes))
    noted.caveats += ["not_compared", "practice_and_calendar"]
    spread = float(np.std(found.slopes, ddof=1))
    first = answers[rows & (frame.wave == inquiry.before)]
    baseline = float(np.std(first, ddof=1)) if len(first) > 1 else 0.0
    return result(
        inquiry,
        "panel_slopes",
        noted,
        verdict_of(found.interval),
        (inquiry.asked(inquiry.participants), started, len(found.slopes)),
        interval=found.interval,
        p=p_value(found.interval),
        effect_size={"d_per_wave": found.interval.estimate / baseline} if baseline > 0 else {},
        estimates={"slope": found.interval, **_picture(person[often], times, seen)},
        assumptions=("no_jump_in_who_answers",),
        mde=smallest_paired(len(found.slopes), sd=spread),
        numbers={"waves": float(found.waves), "rising": float((found.slopes > 0).sum())},
        steps=(
            Step("slopes", "bᵢ = Σ(t − t̄)(y − ȳ)/Σ(t − t̄)²", {"n": len(found.slopes), "waves": found.waves}),
            Step(
                "mean_slope",
                "b̄ ± t(n−1)·s_b/√n",
                {"b̄": found.interval.estimate, "s_b/√n": spread / sqrt(len(found.slopes))},
            ),
        ),
        input_hash=tabulate({"slope": found.slopes}).fingerprint,
        unit="points per wave",
    )


def _taking_part(inquiry: Inquiry) -> Flags:
    """Rows of those told apart who started and, where there are others, took part."""
    frame = inquiry.frame
    rows: Flags = (frame.respondent != ANONYMOUS) & frame.started
    if inquiry.has_arms:
        arms = arm_column(frame, inquiry.plan.counterfactual.assigned)
        rows &= np.isin(frame.respondent, frame.respondent[rows & (arms == 1)])
    return rows


def _picture(person: Integers, times: Numbers, answers: Numbers) -> dict[str, Interval]:
    """mixed_model: the common slope by REML, where there are enough people and not too many to wait for."""
    if len(answers) > MOST_ANSWERS:
        return {}
    try:
        return {"mixed_model": mixed_slopes(person, times, answers).slope}
    except CannotEstimate:
        return {}
