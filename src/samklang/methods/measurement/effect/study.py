"""A whole plan held against its data: what it carries, one answer an indicator, what stands beside, and what to know.

`change` and `effect` answer a single question from a notebook; `effect` refuses to answer without a counterfactual.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial

import numpy as np

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
from samklang.methods.measurement.effect.sentences.reasons import Reason
from samklang.methods.measurement.effect.support import NEEDS, Supported, estimated, refused, support, tried

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
    """supported: every design for every indicator, then what the plan asks for beside it; results: one an indicator,
    in the plan's order; further: what stands beside them; findings: errors (then there are no results) and
    warnings."""

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
        main = _first(found, MAIN)
        asked = tuple(_asked_beside(inquiry, main))
        supported += (*found, *asked)
        results.append(main)
        noted += tuple(_unused(inquiry, found, main))
        further += (*_beside(found, main), *(each.result for each in asked if each.ok and each.result))
    first = plan.indicators[0].id
    further += [each.result for each in supported if each.design in ONCE and each.indicator == first and each.result]
    beside = further if len(results) < 2 else [observed(each) for each in further]
    return Study(plan, tuple(supported), in_family(results), tuple(beside), noted)


def _unused(inquiry: Inquiry, found: Sequence[Supported], main: ChangeResult) -> Iterator[Finding]:
    """EW07: a comparison was declared and none is made."""
    kind = inquiry.plan.counterfactual.kind
    tries = [each for each in found if NEEDS.get(each.design) == kind]
    if tries and not isinstance(main, EffectResult):
        why = "; ".join(f"{each.design}: {', '.join(each.reasons)}" for each in tries)
        text = f"{kind} is declared, but '{inquiry.indicator.id}' can't be compared: {why}"
        yield Finding("EW07", "warning", "counterfactual", text)


def _first(found: Sequence[Supported], order: Sequence[Design]) -> ChangeResult:
    by_design = {each.design: each for each in found}
    ready = [by_design[design] for design in order if design in by_design]
    chosen = next((each.result for each in ready if each.ok and each.result), None) or ready[-1].result
    assert chosen is not None  # a description is always there, if only of how few there are
    return chosen


def _beside(found: Sequence[Supported], main: ChangeResult) -> list[ChangeResult]:
    wanted = BESIDE_AREAS if main.design == "generic_control" else BESIDE
    return [
        each.result
        for each in found
        if each.ok and each.result and each.design in wanted and each.design != main.design
    ]


def _asked_beside(inquiry: Inquiry, main: ChangeResult) -> Iterator[Supported]:
    """What the plan or its columns ask for beside the answer; where the data don't carry it, that is told."""
    indicator, frame = inquiry.indicator, inquiry.frame
    if indicator.reliability is not None or indicator.sem is not None:
        yield tried(inquiry, "reliable_change", reliable_change)
    if bool(np.isfinite(frame.dose).any()):
        yield tried(inquiry, "dose", dose)
    if frame.group is not None:
        yield tried(inquiry, "small_groups", small_groups)
    if inquiry.has_arms:
        yield tried(inquiry, "random_pair", random_pair)
    for column in inquiry.plan.subgroups:
        if isinstance(main, EffectResult):
            yield tried(inquiry, "subgroups", partial(subgroups, column=column), column)
        else:
            reason = Reason(column, "subgroups divide a comparison, and none is made")
            yield refused(inquiry, "subgroups", reason, column)


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
            found = estimated(inquiry, design)
            if isinstance(found.result, EffectResult):
                return found.result
            reasons.append(f"{design}: {', '.join(found.reasons)}")
    told = "; ".join(reasons) or f"{counterfactual.kind} gives a judgement and no estimate"
    raise Refused(indicator.id, "{told}", told=told)


def _plan_of(indicator: Indicator, plan: Plan | None) -> Plan:
    return Plan(data="", indicators=(indicator,)) if plan is None else plan
