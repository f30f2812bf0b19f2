"""Row 18. Ordinal size: draw one who took part and one other at random; how often is the first higher.

PS = P(X > Y) + ½·P(X = Y), Cliff's δ = 2·PS − 1, Brunner–Munzel interval; of the answers in the last wave,
unadjusted. Source: Brunner & Munzel (2000), 10.1002/(SICI)1521-4036(200001)42:1<17::AID-BIMJ17>3.0.CO;2-U.
"""

from __future__ import annotations

import numpy as np

from samklang.methods.measurement.effect.checks import look_at_choice
from samklang.methods.measurement.effect.designs.making import Refused, result
from samklang.methods.measurement.effect.inquiry import Inquiry
from samklang.methods.measurement.effect.linked import arm_column
from samklang.methods.measurement.effect.result import ChangeResult, Step
from samklang.methods.measurement.effect.table import tabulate
from samklang.methods.statistics.ordinal_size import ordinal_size

LEAST = 8


def random_pair(inquiry: Inquiry) -> ChangeResult:
    """Those who took part against the others in the last wave. Raises CannotEstimate."""
    frame = inquiry.frame
    arm = arm_column(frame, inquiry.plan.counterfactual.assigned)
    answers = frame.numbers[inquiry.indicator.id]
    rows = (frame.wave == inquiry.after) & np.isfinite(answers) & np.isfinite(arm)
    table = tabulate({"now": answers[rows], "arm": arm[rows]})
    one, other = table.where(table["arm"] == 1), table.where(table["arm"] == 0)
    if min(one.n, other.n) < LEAST:
        text = "{n} who took part and {others} others: {least} are needed of each"
        raise Refused("took_part", text, n=one.n, others=other.n, least=LEAST)
    found = ordinal_size(other["now"], one["now"], other.counts, one.counts)
    noted = look_at_choice(inquiry)
    noted.caveats.append("one_wave_unadjusted")
    return result(
        inquiry,
        "random_pair",
        noted,
        "told",
        (inquiry.asked_in(inquiry.after), int((frame.wave == inquiry.after).sum()), table.n),
        p=found.p,
        assumptions=("seen_speak_for_both",),
        effect_size={"ps": found.ps, "delta": found.delta},
        estimates={} if found.interval is None else {"ps": found.interval},
        numbers={"of_ten": 10 * found.ps},
        steps=(Step("random_pair", "PS = P(X > Y) + ½·P(X = Y)", {"PS": found.ps, "δ": found.delta}),),
        input_hash=table.fingerprint,
        unit="share of random pairs",
    )
