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
    """One design for one indicator. level: the highest it can carry; reasons: why not, or what lowers it; mde: the
    smallest change it shows with 80 per cent power, in points; result: None where it is refused."""

    design: Design
    indicator: str
    level: Level
    ok: bool
    reasons: tuple[str, ...]
    n_by_cell: Mapping[str, int]
    mde: float | None
    result: ChangeResult | None


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
    told = "no counterfactual is declared" if kind == "none" else f"the declared counterfactual is {kind}"
    reason = f"counterfactual: {told}; this design answers to {needed}"
    reasons = (reason,) if found.ok else (reason, *found.reasons)
    return replace(found, ok=False, reasons=reasons, result=None)


def estimated(inquiry: Inquiry, design: Design) -> Supported:
    """One design, estimated or refused."""
    try:
        found = DESIGNS[design](inquiry)
    except CannotEstimate as refusal:
        return Supported(design, inquiry.indicator.id, CAPS[design], False, (str(refusal),), {}, None, None)
    ok = not found.suppressed
    lowered = tuple(check.name for check in found.checks if not check.ok) if found.level < CAPS[design] else ()
    reasons = lowered if ok else (f"{found.n_used} answers: too few to tell anything",)
    return Supported(design, inquiry.indicator.id, found.level, ok, reasons, _cells(found), found.mde, found)


def _cells(result: ChangeResult) -> dict[str, int]:
    cells = {name: int(result.numbers[name]) for name in CELLS if name in result.numbers}
    return {"started": result.n_started, "used": result.n_used, **cells}
