"""Closing: rows become an audited release, or none at all."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from samklang.methods.disclosure.audit_material import Earlier, audit_material
from samklang.methods.disclosure.auditor import AuditResult, audit
from samklang.methods.disclosure.change import LinkedRow, protect_change
from samklang.methods.disclosure.plan import Plan
from samklang.methods.disclosure.release import Asked, Release, Row, protect


@dataclass(frozen=True)
class Closing:
    """A release with its audit. A release whose audit isn't safe must not be stored: there is no fallback."""

    release: Release
    audit: AuditResult


def close(
    rows: Sequence[Row],
    axes: Sequence[str],
    questions: Sequence[Asked],
    plan: Plan,
    earlier: Earlier | None = None,
) -> Closing:
    """Split, protect and audit. Nothing is told when everybody is left out; then the release has no cells.

    earlier: the wave whose people were linked to these, for the three-way change. The audit is of the union.
    """
    release = protect(rows, axes, questions, plan)
    if earlier is not None:
        linked = [LinkedRow(earlier.rows[before], rows[after]) for before, after in earlier.links.items()]
        release = replace(release, changes=protect_change(earlier.release, release, linked))
    return Closing(release, audit(audit_material(release, rows, earlier)))
