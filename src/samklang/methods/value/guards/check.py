"""Everything that is wrong with a value map, or must be said about it, before anything is computed."""

from __future__ import annotations

from collections.abc import Iterator

from samklang.methods.kernel.findings import Finding
from samklang.methods.value.guards.adjustments import adjustment_findings
from samklang.methods.value.guards.claims import claim_findings
from samklang.methods.value.guards.counts import count_findings
from samklang.methods.value.guards.evidence import evidence_findings
from samklang.methods.value.guards.inputs import input_findings
from samklang.methods.value.guards.per_cents import per_cent_findings
from samklang.methods.value.guards.shares import share_findings
from samklang.methods.value.guards.unit_values import unit_value_findings
from samklang.methods.value.guards.wording import wording_findings
from samklang.methods.value.map.entities import ValueMap

GUARDS = (
    share_findings,
    per_cent_findings,
    count_findings,
    adjustment_findings,
    unit_value_findings,
    claim_findings,
    input_findings,
    evidence_findings,
    wording_findings,
)


def check(value_map: ValueMap) -> tuple[Finding, ...]:
    """All findings of a map, errors first, each group in the order of its rows."""
    found = tuple(_found(value_map))
    return tuple(sorted(found, key=lambda finding: finding.severity != "error"))


def _found(value_map: ValueMap) -> Iterator[Finding]:
    for guard in GUARDS:
        yield from guard(value_map)
