"""Everything ever published about a wave, as plain data for an auditor, and back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from samklang.methods.disclosure.atoms import AuditInput, Question, Statement
from samklang.methods.disclosure.cells import Labels
from samklang.methods.disclosure.release import Release, Row, value_of
from samklang.methods.kernel.findings import UnreadableInput

KEYS = ("coalition", "questions", "people", "answers", "statements")


def audit_material(release: Release, rows: Sequence[Row]) -> AuditInput:
    """A release held against the rows it was made of. People get fresh names; those left out are in no set."""
    home: dict[Labels, str] = {labels: cell.id for cell in release.cells for labels in cell.labels}
    named = {f"p{index:04d}": row for index, row in enumerate(rows)}
    return AuditInput(
        release.plan.coalition,
        {asked.id: Question(asked.values, frozenset(asked.values[: asked.sensitive])) for asked in release.questions},
        {name: frozenset({home[row.labels]}) if row.labels in home else frozenset() for name, row in named.items()},
        {asked.id: {name: value_of(row, asked) for name, row in named.items()} for asked in release.questions},
        tuple(_statements(release)),
    )


def _statements(release: Release) -> list[Statement]:
    return [
        Statement(asked.id, cell.id, dict.fromkeys(asked.values[:cut], 1.0), lo, hi)
        for cell in release.cells
        for asked in release.questions
        for cut, (lo, hi) in zip(asked.cuts, cell.buckets[asked.id], strict=True)
    ]


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
        "derived": [
            {"inputs": [f"{cell.id}/{asked.id}" for cell in release.cells], "rounding": "whole per cent, one decimal"}
            for asked in release.questions
        ],
    }


def read_audit_input(data: object) -> AuditInput:
    """Read an audit input from plain data. Raises UnreadableInput with every problem."""
    if not isinstance(data, Mapping):
        raise UnreadableInput(["the top: must be an object with " + ", ".join(KEYS)])
    missing = [f"{key}: missing" for key in KEYS if key not in data]
    if missing:
        raise UnreadableInput(missing)
    try:
        material = _read(data)
    except (TypeError, ValueError, KeyError, AttributeError) as error:
        raise UnreadableInput([f"the audit input has a part of the wrong shape ({error!r})"]) from None
    problems = list(_problems(material))
    if problems:
        raise UnreadableInput(problems)
    return material


def _read(data: Mapping[str, Any]) -> AuditInput:
    return AuditInput(
        int(data["coalition"]),
        {
            name: Question(tuple(row["values"]), frozenset(row["sensitive"]))
            for name, row in data["questions"].items()
        },
        {name: frozenset(sets) for name, sets in data["people"].items()},
        {name: dict(given) for name, given in data["answers"].items()},
        tuple(
            Statement(
                row["q"],
                row["set"],
                {value: float(weight) for value, weight in row["coef"]},
                float(row["lo"]),
                float(row["hi"]),
                bool(row.get("suppressed", False)),
            )
            for row in data["statements"]
        ),
    )


def _problems(material: AuditInput) -> list[str]:
    """What a well-shaped input gets wrong: unknown questions, values and missing answers."""
    found = []
    for name, question in material.questions.items():
        strange = sorted(question.sensitive - set(question.values))
        if strange:
            found.append(f"questions.{name}.sensitive: {', '.join(strange)} are not among its values")
        given = material.answers.get(name, {})
        silent = sorted(set(material.people) - set(given))
        if silent:
            found.append(f"answers.{name}: {len(silent)} people have no value, first {silent[0]}; a skip is a value")
        odd = sorted({str(value) for value in given.values()} - set(question.values))
        if odd:
            found.append(f"answers.{name}: {', '.join(odd)} are not among the question's values")
    for index, statement in enumerate(material.statements):
        if statement.question not in material.questions:
            found.append(f"statements.{index}.q: there is no question {statement.question}")
        if statement.lo > statement.hi:
            found.append(f"statements.{index}: lo {statement.lo:g} is above hi {statement.hi:g}")
    return found
