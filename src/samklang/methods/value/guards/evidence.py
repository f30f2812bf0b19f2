"""VW02 nothing bad looked for and VW09 a forecast: what a reader of the whole map must know."""

from __future__ import annotations

from collections.abc import Iterator

from samklang.methods.kernel.findings import Finding
from samklang.methods.value.guards.finding import warn
from samklang.methods.value.map.entities import ValueMap


def evidence_findings(value_map: ValueMap) -> Iterator[Finding]:
    """Findings on the map as a whole."""
    if all(outcome.sign > 0 for outcome in value_map.outcomes):
        yield warn("VW02", "outcomes", "no negative or unintended outcome is considered for anyone")
    if value_map.kind == "forecast":
        yield warn("VW09", "kind", "a forecast: what may come about, not what has been achieved")
