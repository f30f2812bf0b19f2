"""A whole plan held against its data: what it carries, one answer an indicator, what stands beside, and what to know.

`change` and `effect` answer a single question from a notebook; `effect` refuses to answer without a counterfactual.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from samklang.methods.kernel.findings import Finding, errors
from samklang.methods.measurement.effect.counterfactual import NONE, Counterfactual, require
from samklang.methods.measurement.effect.designs.description import description
from samklang.methods.measurement.effect.designs.dose import dose
from samklang.methods.measurement.effect.designs.making import Refused
from samklang.methods.measurement.effect.designs.random_pair import random_pair
from samklang.methods.measurement.effect.designs.reliable_change import reliable_change
from samklang.methods.measurement.effect.designs.small_groups import small_groups
from samklang.methods.measurement.effect.designs.subgroups import subgroups
from samklang.methods.measurement.effect.evidence import Design
from samklang.methods.measurement.effect.family import in_family, observed
from samklang.methods.measurement.effect.frame import Frame
from samklang.methods.measurement.effect.frame_check import check_frame
from samklang.methods.measurement.effect.indicator import Indicator
from samklang.methods.measurement.effect.inquiry import Inquiry
from samklang.methods.measurement.effect.plan import Plan
from samklang.methods.measurement.effect.plan_check import check_plan
from samklang.methods.measurement.effect.result import ChangeResult, EffectResult
from samklang.methods.measurement.effect.support import NEEDS, Supported, estimated, support
from samklang.methods.statistics.refusals import CannotEstimate

CHANGES: tuple[Design, ...] = ("paired_change", "panel_slopes", "repeated_cross_sections", "then_test", "description")
MAIN: tuple[Design, ...] = ("lottery", "comparison_linked", "comparison_unlinked", "generic_control", *CHANGES)
# Beside an effect stands the plain change; beside a change what says more of it.
BESIDE = ("paired_change", "panel_slopes", "then_test")
# The area's own change, with what it was weighted to, stands beside its place among the areas.
BESIDE_AREAS = (*BESIDE, "repeated_cross_sections")
# Judgements are the plan's, told once.
ONCE = ("self_attribution", "shadow_control")


@dataclass(frozen=True)
class Study:
    """supported: every design for every indicator; results: one an indicator, in the plan's order; further: what
    stands beside them; findings: errors (then there are no results) and warnings."""

    plan: Plan
    supported: tuple[Supported, ...]
    results: tuple[ChangeResult, ...]
    further: tuple[ChangeResult, ...]
    findings: tuple[Finding, ...]

    @property
    def refused(self) -> bool:
        """Whether an error stopped everything."""
        return bool(errors(self.findings))


def study(plan: Plan, frame: Frame, findings: Iterable[Finding] = ()) -> Study:
    """Everything a plan asks for. findings: those of reading the frame."""
    noted = (*findings, *check_plan(plan), *check_frame(plan, frame))
    if errors(noted):
        return Study(plan, (), (), (), noted)
    supported: list[Supported] = []
    results: list[ChangeResult] = []
    further: list[ChangeResult] = []
    for indicator in plan.indicators:
        inquiry = Inquiry(plan, frame, indicator)
        found = support(inquiry)
        supported += found
        main = _first(found, MAIN)
        results.append(main)
        further += _beside(inquiry, found, main)
    first = plan.indicators[0].id
    further += [each.result for each in supported if each.design in ONCE and each.indicator == first and each.result]
    beside = further if len(results) < 2 else [observed(each) for each in further]
    return Study(plan, tuple(supported), in_family(results), tuple(beside), noted)


def _first(found: Sequence[Supported], order: Sequence[Design]) -> ChangeResult:
    by_design = {each.design: each for each in found}
    ready = [by_design[design] for design in order if design in by_design]
    chosen = next((each.result for each in ready if each.ok and each.result), None) or ready[-1].result
    assert chosen is not None  # a description is always there, if only of how few there are
    return chosen


def _beside(inquiry: Inquiry, found: Sequence[Supported], main: ChangeResult) -> list[ChangeResult]:
    wanted = BESIDE_AREAS if main.design == "generic_control" else BESIDE
    beside = [
        each.result
        for each in found
        if each.ok and each.result and each.design in wanted and each.design != main.design
    ]
    more: list[Callable[[Inquiry], ChangeResult]] = [reliable_change, dose, small_groups, random_pair]
    if isinstance(main, EffectResult):
        more += [lambda asked, column=column: subgroups(asked, column) for column in inquiry.plan.subgroups]  # type: ignore[misc]
    for design in more:
        try:
            beside.append(design(inquiry))
        except CannotEstimate:
            continue
    return beside


def change(frame: Frame, indicator: Indicator, plan: Plan | None = None) -> ChangeResult:
    """The best answer that is no effect: of the same people, of the area, felt afterwards, or a description.

    plan: for margins, waves and the rest; its counterfactual is not used.
    """
    inquiry = Inquiry(replace(_plan_of(indicator, plan), counterfactual=NONE), frame, indicator)
    for design in CHANGES:
        found = estimated(inquiry, design)
        if found.ok and found.result:
            return found.result
    return description(inquiry)


def effect(
    frame: Frame,
    indicator: Indicator,
    counterfactual: Counterfactual,
    adjust: Sequence[str] = (),
    plan: Plan | None = None,
) -> EffectResult:
    """The change held against a counterfactual. Raises NoCounterfactual without one, CannotEstimate where the data do
    not carry it, with every reason.
    """
    asked = replace(_plan_of(indicator, plan), counterfactual=require(counterfactual), adjust=tuple(adjust))
    inquiry = Inquiry(asked, frame, indicator)
    reasons = []
    for design, kind in NEEDS.items():
        if kind == counterfactual.kind:
            tried = estimated(inquiry, design)
            if isinstance(tried.result, EffectResult):
                return tried.result
            reasons.append(f"{design}: {', '.join(tried.reasons)}")
    raise Refused(indicator.id, "; ".join(reasons) or f"{counterfactual.kind} gives a judgement and no estimate")


def _plan_of(indicator: Indicator, plan: Plan | None) -> Plan:
    return Plan(data="", indicators=(indicator,)) if plan is None else plan
