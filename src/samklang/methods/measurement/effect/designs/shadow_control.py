"""Row 11. A shadow control: what people who know the area think would have happened anyway.

From the lowest to the highest of the judges' ranges. Two judges or more, written down before the results were known.
A judgement, shown as a range and never as an interval of chance.
"""

from __future__ import annotations

import hashlib

from samklang.methods.measurement.effect.checks import Noted
from samklang.methods.measurement.effect.designs.making import Refused, result
from samklang.methods.measurement.effect.inquiry import Inquiry
from samklang.methods.measurement.effect.result import ChangeResult, Step

LEAST = 2


def shadow_control(inquiry: Inquiry) -> ChangeResult:
    """The range of what would have happened anyway. Raises CannotEstimate."""
    judges = [judge for judge in inquiry.plan.judges if judge.before_results]
    if not inquiry.plan.judges:
        raise Refused("judges", "nobody has judged what would have happened anyway")
    if len(judges) < LEAST:
        text = (
            "{n} judged before the results were known and {late} afterwards, which doesn't count: {least} are needed"
        )
        raise Refused("judges", text, n=len(judges), late=len(inquiry.plan.judges) - len(judges), least=LEAST)
    low, high = min(judge.low for judge in judges), max(judge.high for judge in judges)
    noted = Noted()
    noted.caveats.append("a_judgement")
    told = ";".join(sorted(f"{judge.low}-{judge.high}" for judge in judges))
    return result(
        inquiry,
        "shadow_control",
        noted,
        "told",
        (len(inquiry.plan.judges), len(inquiry.plan.judges), len(judges)),
        numbers={"share_low": low, "share_high": high, "judges": float(len(judges))},
        assumptions=("judges_know_and_are_free",),
        steps=(Step("judged", "min low, max high", {"low": low, "high": high, "judges": len(judges)}),),
        input_hash=hashlib.sha256(told.encode()).hexdigest(),
        unit="share that would have happened anyway",
    )
