"""What the data can carry: every design, whether it is supported, why not, how many there are, what they can see."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from samklang.methods.measurement.effect.counterfactual import Counterfactual, Kind
from samklang.methods.measurement.effect.designs.comparison_linked import comparison_linked
from samklang.methods.measurement.effect.designs.comparison_unlinked import comparison_unlinked
from samklang.methods.measurement.effect.designs.cross_sections import cross_sections
from samklang.methods.measurement.effect.designs.description import description
from samklang.methods.measurement.effect.designs.generic_control import generic_control
from samklang.methods.measurement.effect.designs.lottery import lottery
from samklang.methods.measurement.effect.designs.paired_change import paired_change
from samklang.methods.measurement.effect.designs.panel_slopes import panel_slopes
from samklang.methods.measurement.effect.designs.self_attribution import self_attribution
from samklang.methods.measurement.effect.designs.shadow_control import shadow_control
from samklang.methods.measurement.effect.designs.then_test import then_test
from samklang.methods.measurement.effect.evidence import CAPS, Design, Level
from samklang.methods.measurement.effect.inquiry import Inquiry
from samklang.methods.measurement.effect.result import ChangeResult
from samklang.methods.measurement.effect.sentences.reasons import REASONS, Reason
from samklang.methods.statistics.refusals import CannotEstimate

# Best first: the first that holds is the answer.
DESIGNS: Mapping[Design, Callable[[Inquiry], ChangeResult]] = {
    "lottery": lottery,
    "comparison_linked": comparison_linked,
    "comparison_unlinked": comparison_unlinked,
    "generic_control": generic_control,
    "paired_change": paired_change,
    "panel_slopes": panel_slopes,
    "repeated_cross_sections": cross_sections,
    "then_test": then_test,
    "self_attribution": self_attribution,
    "shadow_control": shadow_control,
    "description": description,
}
NEEDS: Mapping[Design, Kind] = {
    "lottery": "lottery",
    "comparison_linked": "comparison_group",
    "comparison_unlinked": "comparison_group",
    "generic_control": "statistics",
}
CELLS = ("n_part", "n_others", "part_before", "part_after", "others_before", "others_after", "n_first", "n_second")


@dataclass(frozen=True)
class Supported:
    """One design for one indicator. level: the highest it can carry; why: what refuses it, or lowers it; mde: the
    smallest change it shows with 80 per cent power, in points; result: None where it is refused; column: what it
    splits people by."""

    design: Design
    indicator: str
    level: Level
    ok: bool
    why: tuple[Reason, ...]
    n_by_cell: Mapping[str, int]
    mde: float | None
    result: ChangeResult | None
    column: str = ""

    @property
    def reasons(self) -> tuple[str, ...]:
        """Why, in English."""
        return tuple(reason.said("en") for reason in self.why)


def support(inquiry: Inquiry) -> tuple[Supported, ...]:
    """Every design, best first; refused ones too, with the reason."""
    return tuple(_try(inquiry, design) for design in DESIGNS)


def _try(inquiry: Inquiry, design: Design) -> Supported:
    kind = inquiry.plan.counterfactual.kind
    needed = NEEDS.get(design)
    if needed is None or kind == needed:
        return estimated(inquiry, design)
    # What the data would carry is told all the same, so that a plan can be mended before the next wave.
    imagined = inquiry.against(Counterfactual(needed, assigned=inquiry.plan.counterfactual.assigned))
    found = estimated(imagined, design)
    told = "no counterfactual is declared" if kind == "none" else "the declared counterfactual is {kind}"
    slots = {"kind": kind, "needed": needed}
    reason = Reason("counterfactual", told + "; this design answers to {needed}", slots)
    return replace(found, ok=False, why=(reason,) if found.ok else (reason, *found.why), result=None)


def estimated(inquiry: Inquiry, design: Design) -> Supported:
    """One of DESIGNS, estimated or refused."""
    return tried(inquiry, design, DESIGNS[design])


def refused(inquiry: Inquiry, design: Design, reason: Reason, column: str = "") -> Supported:
    """A design the data do not carry."""
    return Supported(design, inquiry.indicator.id, CAPS[design], False, (reason,), {}, None, None, column)


def tried(
    inquiry: Inquiry, design: Design, estimate: Callable[[Inquiry], ChangeResult], column: str = ""
) -> Supported:
    """A design, estimated or refused. column: what it splits people by."""
    try:
        found = estimate(inquiry)
    except CannotEstimate as refusal:
        return refused(inquiry, design, _reason(refusal), column)
    ok = not found.suppressed
    failed = [check.name for check in found.checks if not check.ok] if found.level < CAPS[design] else []
    few = Reason("", "{n} answers: too few to tell anything", {"n": found.n_used})
    why = tuple(Reason("", name) for name in failed) if ok else (few,)
    return Supported(design, inquiry.indicator.id, found.level, ok, why, _cells(found), found.mde, found, column)


def _reason(refusal: CannotEstimate) -> Reason:
    """Why, in each language where there are words for it; else as the estimator says it, in English."""
    if refusal.pattern in REASONS["sv"]:
        return Reason(refusal.where, refusal.pattern, refusal.slots)
    return Reason(refusal.where, "{text}", {"text": refusal.text})


def _cells(result: ChangeResult) -> dict[str, int]:
    cells = {name: int(result.numbers[name]) for name in CELLS if name in result.numbers}
    return {"started": result.n_started, "used": result.n_used, **cells}
