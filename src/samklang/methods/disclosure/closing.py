"""Closing: rows become an audited release, or none at all."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from samklang.methods.disclosure.audit_input import audit_material
from samklang.methods.disclosure.auditor import AuditResult, audit
from samklang.methods.disclosure.plan import Plan
from samklang.methods.disclosure.release import Asked, Release, Row, protect


@dataclass(frozen=True)
class Closing:
    """A release with its audit. A release whose audit isn't safe must not be stored: there is no fallback."""

    release: Release
    audit: AuditResult


def close(rows: Sequence[Row], axes: Sequence[str], questions: Sequence[Asked], plan: Plan) -> Closing:
    """Split, protect and audit. Nothing is told when everybody is left out; then the release has no cells."""
    release = protect(rows, axes, questions, plan)
    return Closing(release, audit(audit_material(release, rows)))
