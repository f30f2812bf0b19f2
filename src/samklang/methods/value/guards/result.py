"""VW05: the value rests on one row. Needs the figures, so it is asked after they are reckoned."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from samklang.methods.kernel.findings import Finding
from samklang.methods.value.evaluate import Result
from samklang.methods.value.guards.finding import warn


def result_findings(result: Result) -> Iterator[Finding]:
    """Findings on a map's figures."""
    gains = sum((row.worth for row in result.outcomes if row.worth > 0), start=Fraction(0))
    for row in result.outcomes:
        if gains and row.worth > gains / 2:
            share = f"{float(row.worth / gains) * 100:.0f}"
            yield warn("VW05", f"outcomes.{row.id}", f"{share} per cent of the value rests on this row")
