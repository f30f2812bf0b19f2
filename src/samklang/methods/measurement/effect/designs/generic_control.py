"""Row 10. Our area's change against statistics for other areas in the same years: its place among them.

p = place/(K + 1): the share of areas that moved at least as far from the middle of all, ours counted. With under 19
other areas no place can reach 5 per cent. Assumes that those areas felt the same weather. E3 with the same question
and ten areas or more, else a change. Source: Abadie, Diamond & Hainmueller (2010), 10.1198/jasa.2009.ap08746 (the
test).
"""

from __future__ import annotations

from statistics import mean

from samklang.methods.measurement.effect.checks import look
from samklang.methods.measurement.effect.designs.cross_sections import cross_sections
from samklang.methods.measurement.effect.designs.making import SIGNIFICANT, Refused, result
from samklang.methods.measurement.effect.designs.paired_change import paired_change
from samklang.methods.measurement.effect.evidence import Level
from samklang.methods.measurement.effect.inquiry import Inquiry
from samklang.methods.measurement.effect.plan import External
from samklang.methods.measurement.effect.result import ChangeResult, Step
from samklang.methods.statistics.external import area_place, less_others
from samklang.methods.statistics.intervals import Interval
from samklang.methods.statistics.refusals import CannotEstimate

ENOUGH_AREAS = 10


def generic_control(inquiry: Inquiry) -> ChangeResult:
    """Own change minus the mean change of the others. Raises CannotEstimate."""
    external = _external(inquiry)
    changes = _changes(inquiry, external)
    own = _own(inquiry)
    assert own.estimate is not None
    others = mean(changes.values())
    gap = own.estimate - others
    interval = _against(own, list(changes.values()))
    place, p = _place(own.estimate, list(changes.values()), inquiry.indicator.better or 1)
    noted = look(inquiry)
    noted.check("areas", len(changes) >= ENOUGH_AREAS, len(changes), ENOUGH_AREAS, caveat="few_areas")
    noted.check("same_question", external.same_question, caveat="another_question")
    noted.caveats += ["coarse_geography", *(caveat for caveat in own.caveats if caveat != "not_compared")]
    known = {check.name for check in noted.checks}
    noted.checks += [check for check in own.checks if check.name not in known]
    return result(
        inquiry,
        "generic_control",
        noted,
        "clear" if p is not None and p <= SIGNIFICANT else "unclear",
        (own.n_asked, own.n_started, own.n_used),
        interval=interval,
        effect=True,
        cap=None if external.same_question and len(changes) >= ENOUGH_AREAS else Level.CHANGED,
        p=p,
        estimates={**own.estimates, "against_others": interval},
        assumptions=("same_weather",),
        mde=own.mde,
        numbers={"own": own.estimate, "others": others, "place": float(place), "areas": float(len(changes))},
        names={"area": external.area, "source": external.source},
        steps=(
            Step("own_and_others", "Δ, Δ̄_K", {"Δ": own.estimate, "Δ̄_K": others, "K": len(changes)}),
            Step("against_others", "Δ − Δ̄_K", {"difference": gap}),
            Step("place", "place/(K + 1)", {"place": place, "p": 1.0 if p is None else p}),
        ),
        input_hash=own.input_hash,
    )


def _against(own: ChangeResult, others: list[float]) -> Interval:
    """Own change less the others': by how areas differ where there are three or more, else by own sampling error."""
    try:
        return less_others(own.estimate or 0.0, others)
    except CannotEstimate:
        for name in ("difference", "change"):
            if name in own.estimates:
                return own.estimates[name].moved(-mean(others))
        raise


def _place(own: float, others: list[float], better: int) -> tuple[int, float | None]:
    """Our place from the best (1), ties against us, and the p of a place as far out either way."""
    place = 1 + sum(1 for change in others if change * better >= own * better)
    return place, area_place(own, others).p if len(others) > 1 else None


def _external(inquiry: Inquiry) -> External:
    if inquiry.before is None or inquiry.after is None:
        raise Refused("wave", "'{id}' has answers in one wave: two are needed", id=inquiry.indicator.id)
    for external in inquiry.plan.externals:
        if external.indicator == inquiry.indicator.id:
            return external
    text = "no statistics for other areas are given for '{id}'"
    raise Refused("externals", text, id=inquiry.indicator.id)


def _changes(inquiry: Inquiry, external: External) -> dict[str, float]:
    before, after = inquiry.before, inquiry.after
    assert before is not None and after is not None
    made = {
        area: series[after] - series[before]
        for area, series in external.values.items()
        if area != external.area and before in series and after in series  # ours is measured, not looked up
    }
    if not made:
        text = "no other area has a value in both wave {before} and wave {after}"
        raise Refused("externals", text, before=str(before), after=str(after))
    return made


def _own(inquiry: Inquiry) -> ChangeResult:
    """The area's own change: between its cross-sections, or of the same people where those are too few."""
    try:
        return cross_sections(inquiry)
    except CannotEstimate:
        return paired_change(inquiry)
