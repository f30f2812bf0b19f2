"""How many answered in the last wave and where they stood. No change is shown, though there be an earlier wave."""

from __future__ import annotations

import numpy as np

from samklang.methods.measurement.effect.checks import look_at_choice
from samklang.methods.measurement.effect.designs.making import result
from samklang.methods.measurement.effect.designs.weighted import mean_of
from samklang.methods.measurement.effect.inquiry import Inquiry
from samklang.methods.measurement.effect.result import ChangeResult
from samklang.methods.measurement.effect.table import tabulate
from samklang.methods.statistics.refusals import CannotEstimate

LEAST = 8


def description(inquiry: Inquiry) -> ChangeResult:
    """The mean of the last wave; under eight answers, or where all are equal, only how many there are."""
    frame = inquiry.frame
    wave = frame.waves[-1] if inquiry.after is None else inquiry.after
    rows = np.flatnonzero(frame.wave == wave)
    answers = frame.numbers[inquiry.indicator.id][rows]
    seen = np.isfinite(answers)
    table = tabulate({"now": answers[seen], "weight": frame.weight[rows][seen]})
    people = (inquiry.asked_in(wave), len(rows), table.n)
    noted = look_at_choice(inquiry)
    if table.n < LEAST:
        noted.caveats.append("too_few")
        return result(inquiry, "description", noted, "too_few", people, input_hash=table.fingerprint)
    noted.caveats.append("no_change_shown" if inquiry.before is None else "waves_not_compared")
    try:
        interval = mean_of(table["now"], table)
    except CannotEstimate:
        noted.caveats.append("all_equal")
        interval = None
    return result(
        inquiry,
        "description",
        noted,
        "told",
        people,
        interval=interval,
        numbers={"mean": table.mean("now")},
        names={"two_waves": "yes" if inquiry.before is not None else ""},
        input_hash=table.fingerprint,
    )
