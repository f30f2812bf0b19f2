"""VE04 and VE05: the same change claimed more than once, within a map or over several."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from fractions import Fraction

from samklang.methods.kernel.findings import Finding
from samklang.methods.value.guards.finding import place, plain, stop
from samklang.methods.value.map.entities import Outcome, ValueMap


def claim_findings(value_map: ValueMap) -> Iterator[Finding]:
    """Findings on changes claimed twice within a map."""
    circles = _circles(value_map)
    for circle in circles:
        way = " → ".join((*circle, circle[0]))
        yield stop("VE05", f"outcomes.{circle[0]}.upstream_of", f"leads back to itself: {way}; take one step away")
    if not circles:
        yield from _twice(value_map)
    for outcome in value_map.outcomes:
        claimed = sum((outcome.partner_shares or {}).values(), start=Fraction(0))
        if claimed > 1:
            text = f"the partners' shares add up to {plain(claimed)}, over 1"
            yield stop("VE04", place(outcome, "partner_shares"), text)


def _twice(value_map: ValueMap) -> Iterator[Finding]:
    counted = {outcome.id: outcome for outcome in value_map.outcomes if _counts(outcome, value_map)}
    groups: dict[str, list[str]] = defaultdict(list)
    for outcome in counted.values():
        groups[outcome.overlap_group].append(outcome.id)
        for downstream in _leads_to(outcome, value_map):
            if downstream in counted:
                text = f"leads to '{downstream}', and both are counted; set counted: false on one of them"
                yield stop("VE05", place(outcome, "upstream_of"), text)
    for group, ids in groups.items():
        if group and len(ids) > 1:
            text = f"{', '.join(ids)} overlap ('{group}') and all are counted; set counted: false on all but one"
            yield stop("VE05", place(counted[ids[-1]], "overlap_group"), text)


def _counts(outcome: Outcome, value_map: ValueMap) -> bool:
    return outcome.counted and (outcome.valued or not value_map.monetary)


def _circles(value_map: ValueMap) -> list[tuple[str, ...]]:
    """Chains that come back to where they began, counted or not; each from its first row on."""
    ids = [outcome.id for outcome in value_map.outcomes]
    round_trips = [(outcome.id, *_leads_to(outcome, value_map)) for outcome in value_map.outcomes]
    closed = [way[:-1] for way in round_trips if len(way) > 1 and way[-1] == way[0]]
    return [way for way in closed if way[0] == min(way, key=ids.index)]


def _leads_to(outcome: Outcome, value_map: ValueMap) -> list[str]:
    """Every outcome further down the chain, also past those that aren't counted; in a circle, once round."""
    following = {row.id: row.upstream_of for row in value_map.outcomes}
    passed: list[str] = []
    next_one = outcome.upstream_of
    while next_one and next_one not in passed:
        passed.append(next_one)
        next_one = following[next_one]
    return passed
