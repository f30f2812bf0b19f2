"""Row 12. How much of a noticed improvement people put down to us, asked on 1–5 after an open question.

Each answer is read as a window of shares (facts/questions/answers.yaml, `due5`): 1 is 0–25 per cent, 5 is 75–100, the
middle ones are ours. Mean of the lower ends to mean of the upper ends; an activity not named in the open question is
0. The base is those who noticed an improvement. This is the share due to us, never that of others.
"""

from __future__ import annotations

from functools import cache

import numpy as np

from samklang.methods.kernel.facts import load
from samklang.methods.measurement.effect.checks import Noted
from samklang.methods.measurement.effect.designs.making import Refused, result
from samklang.methods.measurement.effect.frame import Numbers
from samklang.methods.measurement.effect.inquiry import Inquiry
from samklang.methods.measurement.effect.plan import Attribution
from samklang.methods.measurement.effect.result import ChangeResult, Step
from samklang.methods.measurement.effect.table import tabulate

LEAST = 8


@cache
def windows() -> dict[int, tuple[float, float]]:
    """Answer → lowest and highest share due to us."""
    options = load("questions", "answers")["answer_sets"]["due5"]
    return {
        option["code"]: (float(option["share_window"][0]), float(option["share_window"][1])) for option in options
    }


@cache
def no_answers() -> tuple[int, ...]:
    """Codes that are no answer."""
    return tuple(reason["code"] for reason in load("questions", "answers")["non_answers"].values())


def self_attribution(inquiry: Inquiry) -> ChangeResult:
    """The share due to us, as those see it who noticed an improvement. Raises CannotEstimate."""
    asked = inquiry.plan.attribution
    if asked is None:
        raise Refused("attribution", "no column holds the question of our share")
    frame = inquiry.frame
    wave = inquiry.plan.after if inquiry.plan.after is not None else frame.waves[-1]
    took_part = frame.took_part != 0
    rows = (frame.wave == wave) & frame.started & took_part
    now = frame.numbers[asked.noticed]
    noticed = rows & (now >= asked.noticed_from) & ~np.isin(now, no_answers())
    low, high = _shares(inquiry, asked)
    used = noticed & np.isfinite(low)
    n = int(used.sum())
    if n < LEAST:
        text = "{n} of those who noticed an improvement answered: {least} are needed"
        raise Refused(asked.column, text, n=n, least=LEAST)
    table = tabulate({"low": low[used], "high": high[used]})
    noted = Noted()
    noted.caveats.append("asked_afterwards")
    if not asked.named:
        noted.caveats.append("not_asked_openly")
    ends = table.mean("low"), table.mean("high")
    return result(
        inquiry,
        "self_attribution",
        noted,
        "told",
        (inquiry.asked_among(wave, took_part), int(rows.sum()), n),
        numbers={"share_low": ends[0], "share_high": ends[1], "noticed": float(noticed.sum())},
        assumptions=("people_can_tell",),
        steps=(Step("windows", "mean low, mean high", {"low": ends[0], "high": ends[1], "n": n}),),
        input_hash=table.fingerprint,
        unit="share due to us",
    )


def _shares(inquiry: Inquiry, asked: Attribution) -> tuple[Numbers, Numbers]:
    """Lowest and highest share of each row, NaN where there is no answer. Raises Refused for another code."""
    answers = inquiry.frame.numbers[asked.column]
    answers = np.where(np.isin(answers, no_answers()), np.nan, answers)
    known = windows()
    other = np.unique(answers[np.isfinite(answers) & ~np.isin(answers, list(known))])
    if len(other):
        text = "{code} is no answer of the question; known: {known}"
        raise Refused(asked.column, text, code=f"{other[0]:g}", known=", ".join(map(str, sorted(known))))
    low, high = (np.full(len(answers), np.nan) for _end in range(2))
    for code, window in known.items():
        low[answers == code], high[answers == code] = window
    if asked.named:
        unnamed = inquiry.frame.numbers[asked.named] == 0
        low[unnamed] = high[unnamed] = 0.0
    return low, high
