"""One change, several partners: shares claimed over all maps together may not pass the whole."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction

from samklang.methods.kernel.findings import Finding
from samklang.methods.value.evaluate import Result
from samklang.methods.value.guards.finding import plain, stop
from samklang.methods.value.map.entities import Outcome, ValueMap


@dataclass(frozen=True)
class Claim:
    """What one map claims of a change.

    A change is the same in two maps when outcome id, stakeholder, perspective and kind are: what a change is worth to
    the municipality is no second claim on what it is worth to society, nor is a forecast on its follow-up.
    """

    title: str
    perspective: str
    kind: str
    outcome: str
    stakeholder: str
    claimed_share: Fraction

    @property
    def change(self) -> tuple[str, str, str, str]:
        """What makes a change the same in two maps."""
        return self.outcome, self.stakeholder, self.perspective, self.kind


def claims(maps: Iterable[ValueMap]) -> tuple[Claim, ...]:
    """Every counted outcome's claim: its partners' shares, or else all that isn't due to others."""
    return tuple(
        Claim(
            value_map.title,
            value_map.perspective,
            value_map.kind,
            outcome.id,
            outcome.stakeholder,
            claimed_share(outcome),
        )
        for value_map in maps
        for outcome in value_map.outcomes
        if outcome.counted
    )


def claimed_share(outcome: Outcome) -> Fraction:
    """Σ partner shares, or 1 − attribution to others where no partners are named."""
    if outcome.partner_shares:
        return sum(outcome.partner_shares.values(), start=Fraction(0))
    others = outcome.numbers.get("attribution_to_others")
    return Fraction(1) if others is None else 1 - others.centre


def ledger_findings(maps: Iterable[ValueMap], own: ValueMap | None = None) -> tuple[Finding, ...]:
    """VE04 for every change of which the maps together claim more than the whole.

    own: only changes that this map claims something of; what others quarrel about is no fault of its own.
    """
    judged = None if own is None else {claim.change for claim in claims((own,))}
    together: dict[tuple[str, ...], list[Claim]] = defaultdict(list)
    for claim in claims(maps):
        if judged is None or claim.change in judged:
            together[claim.change].append(claim)
    return tuple(_over(alike) for alike in together.values() if len(alike) > 1 and _sum(alike) > 1)


def by_partner(value_map: ValueMap, result: Result) -> dict[str, Fraction]:
    """Present value by partner, in currency, for the outcomes whose shares are set."""
    totals: dict[str, Fraction] = defaultdict(Fraction)
    for outcome, row in zip(value_map.outcomes, result.outcomes, strict=True):
        for partner, share in (outcome.partner_shares or {}).items():
            totals[partner] += row.worth * share
    return dict(totals)


def _sum(alike: list[Claim]) -> Fraction:
    return sum((claim.claimed_share for claim in alike), start=Fraction(0))


def _over(alike: list[Claim]) -> Finding:
    told = ", ".join(f"{claim.title} {plain(claim.claimed_share)}" for claim in alike)
    first = alike[0]
    text = (
        f"{first.stakeholder}'s change is claimed {plain(_sum(alike))} times in all ({told}); agree on shares of one"
    )
    return stop("VE04", f"outcomes.{first.outcome}", text)
