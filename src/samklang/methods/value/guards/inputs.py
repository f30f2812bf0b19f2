"""VE08: resources left out, above all unpaid time, or no resource at all to hold the value against."""

from __future__ import annotations

from collections.abc import Iterator

from samklang.methods.kernel.findings import Finding
from samklang.methods.value.guards.finding import stop
from samklang.methods.value.map.entities import ValueMap


def input_findings(value_map: ValueMap) -> Iterator[Finding]:
    """Findings on resources; a map without kronor needs none."""
    if not value_map.monetary:
        return
    times = [row for row in value_map.inputs if row.kind == "time"]
    if not times:
        yield stop("VE08", "inputs", "no row of kind: time; count unpaid time too, or give 0 with a source")
    for row in times:
        if row.amount.centre == 0 and not row.amount.source:
            yield stop("VE08", f"inputs.{row.key}", "is 0 without a source; say what shows that no time was given")
    others = [row for row in value_map.inputs if row.kind != "time"]
    if others and not any(row.amount.centre for row in value_map.inputs):
        yield stop("VE08", "inputs", "all resources are 0; give what they were worth")
