"""Row 9. Reliable change: how many moved by more than the form's own noise, (y₂ − y₁)/(√2·SEM), |RC| > 1.96.

SEM = s₁·√(1 − r) from a stated reliability, or given in points. It says nothing of what the change came from. Counts
are told from 15 people and a reliability of 0.6. Source: Jacobson & Truax (1991), 10.1037/0022-006X.59.1.12.
"""

from __future__ import annotations

from math import sqrt

from samklang.methods.measurement.effect.checks import look
from samklang.methods.measurement.effect.designs.making import Refused, note_missing, result
from samklang.methods.measurement.effect.designs.paired_change import linked_or_refused
from samklang.methods.measurement.effect.inquiry import Inquiry
from samklang.methods.measurement.effect.result import ChangeResult, Step
from samklang.methods.measurement.effect.table import Table
from samklang.methods.statistics.intervals import wilson

LEAST = 15
LEAST_RELIABILITY = 0.6
BEYOND_NOISE = 1.96


def reliable_change(inquiry: Inquiry) -> ChangeResult:
    """Counts of those who improved, got worse and can't be told. Raises CannotEstimate."""
    if not inquiry.indicator.better:
        raise Refused("higher_is_better", "neither end is better: there is no better and worse to count")
    people = linked_or_refused(inquiry)
    complete = people.complete
    if complete.n < LEAST:
        text = "{n} people answered both times: {least} are needed"
        raise Refused("respondent", text, n=complete.n, least=LEAST)
    noise = _noise(inquiry, complete)
    moved = (complete["after"] - complete["before"]) * inquiry.indicator.better / noise
    better = int(complete.counts[moved > BEYOND_NOISE].sum())
    worse = int(complete.counts[moved < -BEYOND_NOISE].sum())
    noted = look(inquiry)
    note_missing(noted, people.started, complete.n)
    noted.caveats += ["not_compared", "beyond_noise_only"]
    low, high = wilson(better, complete.n)
    return result(
        inquiry,
        "reliable_change",
        noted,
        "told",
        (inquiry.asked(people), people.started, complete.n),
        assumptions=("noise_as_given", "seen_speak_for_started"),
        numbers={
            "better": float(better),
            "worse": float(worse),
            "untold": float(complete.n - better - worse),
            "least_change": BEYOND_NOISE * noise,
            "better_share_low": low,
            "better_share_high": high,
        },
        steps=(Step("noise", "√2·SEM", {"√2·SEM": noise, "1.96·√2·SEM": BEYOND_NOISE * noise}),),
        input_hash=people.table.fingerprint,
    )


def _noise(inquiry: Inquiry, complete: Table) -> float:
    """√2·SEM in points."""
    indicator = inquiry.indicator
    if indicator.sem is not None:
        return sqrt(2) * indicator.sem
    if indicator.reliability is None:
        raise Refused("reliability", "neither reliability nor sem is given for '{id}'", id=indicator.id)
    if indicator.reliability < LEAST_RELIABILITY:
        text = "{given:g} is under {least:g}: too noisy to say anything of single people"
        raise Refused("reliability", text, given=indicator.reliability, least=LEAST_RELIABILITY)
    noise = sqrt(2 * complete.variance("before") * (1 - indicator.reliability))
    if noise == 0:
        raise Refused("reliability", "the form would have no noise at all: check the reliability and the answers")
    return noise
