"""Row 13. Dose: whether those who came oftener changed more, y₂ = a + s·log(1 + sessions) + b·y₁ + cX, HC3.

Staying is itself an outcome, so this raises nothing: stronger people may simply come oftener. Thirds by dose are set
beside the slope, to see whether it rises all the way. Source: Royston, Altman & Sauerbrei (2006), 10.1002/sim.2331.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from math import sqrt

import numpy as np

from samklang.methods.measurement.effect.checks import look
from samklang.methods.measurement.effect.designs.held_equal import design_of
from samklang.methods.measurement.effect.designs.making import Refused, note_missing, result, verdict_of
from samklang.methods.measurement.effect.designs.paired_change import linked_or_refused
from samklang.methods.measurement.effect.designs.weighted import fit
from samklang.methods.measurement.effect.frame import ANONYMOUS, Numbers
from samklang.methods.measurement.effect.inquiry import Inquiry
from samklang.methods.measurement.effect.linked import X, linked
from samklang.methods.measurement.effect.result import ChangeResult, Step
from samklang.methods.measurement.effect.table import Table
from samklang.methods.statistics.intervals import p_value
from samklang.methods.statistics.power import smallest_paired

LEAST = 30
LEAST_DOSES = 3


def dose(inquiry: Inquiry) -> ChangeResult:
    """The slope on log(1 + sessions) among those who took part. Raises CannotEstimate."""
    people = linked_or_refused(inquiry)
    complete, categories = _with_dose(inquiry)
    doses = complete["x_dose_"]
    if complete.n < LEAST or len(np.unique(doses)) < LEAST_DOSES:
        text = "{n} people with {doses} doses: {least} people with a varied dose are needed"
        raise Refused("dose", text, n=complete.n, doses=len(np.unique(doses)), least=LEAST)
    logged = np.log1p(doses)
    adjusted = [name for name in complete.columns if name.startswith(X) and name != "x_dose_"]
    design, names = design_of([("dose", logged), ("before", complete["before"])], complete, adjusted, categories)
    slope = fit(complete["after"], design, complete, names).interval(1)
    noted = look(inquiry)
    note_missing(noted, people.started, complete.n)
    thirds = _thirds(complete, doses)
    steady = all(thirds[i] <= thirds[i + 1] for i in range(2)) or all(thirds[i] >= thirds[i + 1] for i in range(2))
    noted.check("steady_over_thirds", steady, caveat="dose_not_steady")
    noted.caveats.append("staying_is_an_outcome")
    spread = sqrt(float(complete.counts @ (logged - np.average(logged, weights=complete.counts)) ** 2) / complete.n)
    return result(
        inquiry,
        "dose",
        noted,
        verdict_of(slope),
        (inquiry.asked(people), people.started, complete.n),
        interval=slope,
        p=p_value(slope),
        estimates={"dose": slope},
        assumptions=("dose_not_by_strength",),
        mde=smallest_paired(complete.n, sd=sqrt(slope.error**2 * complete.n)) if spread > 0 else None,
        numbers={f"third_{place + 1}": mean for place, mean in enumerate(thirds)},
        steps=(Step("dose", "y₂ = a + s·log(1 + sessions) + b·y₁ + cX", {"s": slope.estimate, "se": slope.error}),),
        input_hash=people.table.fingerprint,
        unit="points per unit of log(1 + sessions)",
    )


def _with_dose(inquiry: Inquiry) -> tuple[Table, frozenset[str]]:
    """Those linked who took part, with the largest dose either wave tells of."""
    frame = inquiry.frame
    assert inquiry.before is not None and inquiry.after is not None
    most = _largest_by_person(frame.respondent, frame.dose)
    known = np.isfinite(most)
    held = replace(frame, numbers={**frame.numbers, "dose_": most}).rows(known)
    people = linked(
        held,
        inquiry.indicator.id,
        (inquiry.before, inquiry.after),
        inquiry.plan.counterfactual.assigned,
        ("dose_", *inquiry.plan.adjust),
    )
    return (people.arm(1) if inquiry.has_arms else people).complete, people.categories


def _largest_by_person(respondent: Numbers | np.ndarray, doses: Numbers) -> Numbers:
    """Each row's person's largest dose, NaN where none is known or nobody is told apart."""
    known = np.isfinite(doses) & (respondent != ANONYMOUS)
    most = np.full(int(respondent.max(initial=0)) + 1, -np.inf)
    np.maximum.at(most, respondent[known], doses[known])
    found = np.where(respondent == ANONYMOUS, -np.inf, most[np.maximum(respondent, 0)])
    return np.where(np.isfinite(found), found, np.nan)


def _thirds(table: Table, doses: Numbers) -> list[float]:
    """Mean change of the third with the least, the middle and the largest dose."""
    order = np.argsort(doses, kind="stable")
    change, counts = (table["after"] - table["before"])[order], table.counts[order].astype(np.float64)
    before = np.concatenate(([0.0], np.cumsum(counts)[:-1]))
    edges = np.linspace(0, counts.sum(), 4)
    parts = [
        np.clip(np.minimum(before + counts, high) - np.maximum(before, low), 0, None) for low, high in pairwise(edges)
    ]
    return [float(part @ change / part.sum()) for part in parts]
