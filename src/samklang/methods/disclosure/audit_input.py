"""Everything ever published about a wave, as plain data for an auditor."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from samklang.methods.disclosure.atoms import AuditInput
from samklang.methods.disclosure.plan import EXACT_FROM
from samklang.methods.disclosure.release import Asked, Release


def as_plain(material: AuditInput, release: Release) -> dict[str, Any]:
    """The audit input as JSON's own types. derived: what pages compute from the statements, with their rounding."""
    plan = release.plan
    return {
        "plan": {"k": plan.k, "coalition": plan.coalition, "width": plan.width},
        "coalition": material.coalition,
        "questions": {
            name: {"values": list(question.values), "sensitive": sorted(question.sensitive)}
            for name, question in material.questions.items()
        },
        "people": {name: sorted(sets) for name, sets in material.people.items()},
        "answers": {name: dict(given) for name, given in material.answers.items()},
        "statements": [
            {
                "q": each.question,
                "set": each.people_set,
                "coef": [[value, weight] for value, weight in each.coef.items()],
                "lo": each.lo,
                "hi": each.hi,
                "suppressed": each.suppressed,
            }
            for each in material.statements
        ],
        "derived": list(_derived(release)),
    }


def _derived(release: Release) -> Iterator[dict[str, Any]]:
    """Everything pages, files and charts compute from the statements, with its rounding."""
    for asked in release.questions:
        inputs = [f"{cell.id}/{asked.id}" for cell in release.cells if cell.buckets[asked.id]]
        if inputs and asked.sensitive:
            yield {"inputs": inputs, "rounding": "bucket word: few, about half, most; wider words for the public"}
            yield {"inputs": inputs, "rounding": "share of the sensitive set and of three classes: whole per cent"}
            yield from _derived_of_steps(asked, inputs, sum(cell.n for cell in release.cells))
    for change in release.changes:
        yield {"inputs": [f"linked/{change.cell}/{change.question}"], "rounding": "bucket word: better, worse"}
    for estimate in release.estimates:
        yield {
            "inputs": [f"model: {estimate.method}, {estimate.question}, against {estimate.earlier}"],
            "rounding": "two significant figures; a model estimate, outside the proof",
        }


def _derived_of_steps(asked: Asked, inputs: list[str], n: int) -> Iterator[dict[str, Any]]:
    if asked.ordered:
        yield {"inputs": inputs, "rounding": "mean: one decimal; difference of means and of shares: as its parts"}
        if n >= EXACT_FROM:
            yield {"inputs": inputs, "rounding": "share of each step and of non-response: whole per cent"}
