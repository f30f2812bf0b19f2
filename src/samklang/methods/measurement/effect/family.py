"""Row 16. Several outcomes: the family set before the data shares its 5 per cent (Holm), the rest are observations.

p̃₍ᵢ₎ = max_{j ≤ i} min(1, (m − j + 1)·p₍ⱼ₎). All outcomes are listed, also the flat ones. Source: Holm (1979).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from samklang.methods.measurement.effect.designs.making import SIGNIFICANT
from samklang.methods.measurement.effect.result import ChangeResult
from samklang.methods.statistics.multiplicity import holm


def in_family(results: Sequence[ChangeResult]) -> tuple[ChangeResult, ...]:
    """Results with p adjusted over those that are primary (over all, where none is); the others without p."""
    if len(results) < 2:
        return tuple(results)
    named = [result.indicator.primary for result in results]
    family = [
        place for place, result in enumerate(results) if result.p is not None and (named[place] or not any(named))
    ]
    adjusted = dict(zip(family, holm([results[place].p or 0.0 for place in family]), strict=True)) if family else {}
    return tuple(
        _adjusted(result, float(adjusted[place]), any(named)) if place in adjusted else observed(result)
        for place, result in enumerate(results)
    )


def _adjusted(result: ChangeResult, p: float, named: bool) -> ChangeResult:
    caveats = result.caveats if named else (*result.caveats, "no_primary")
    numbers = {**result.numbers, "p_alone": result.p or 0.0}
    if result.verdict in ("clear", "agree") and p > SIGNIFICANT:
        caveats = (*caveats, "not_after_holm")
        return replace(result, p=p, numbers=numbers, caveats=caveats, verdict="unclear")
    return replace(result, p=p, numbers=numbers, caveats=caveats)


def observed(result: ChangeResult) -> ChangeResult:
    """Not in the family, or beside it: no p, and said to be an observation."""
    return result if result.p is None else replace(result, p=None, caveats=(*result.caveats, "exploratory"))
