"""Everything ever published about a wave, as plain data for an auditor, and back."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from math import isfinite
from typing import Any

from samklang.methods.disclosure.atoms import AuditInput, Question, Statement
from samklang.methods.disclosure.plan import EXACT_FROM
from samklang.methods.disclosure.release import Asked, Release
from samklang.methods.kernel.findings import UnreadableInput

KEYS = ("coalition", "questions", "people", "answers", "statements")


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


def read_audit_input(data: object) -> AuditInput:
    """Read an audit input from plain data. Raises UnreadableInput with every problem."""
    if not isinstance(data, Mapping):
        raise UnreadableInput(["the top: must be an object with " + ", ".join(KEYS)])
    missing = [f"{key}: missing" for key in KEYS if key not in data]
    if missing:
        raise UnreadableInput(missing)
    try:
        material = _read(data)
        problems = list(_problems(material))
    except (TypeError, ValueError, KeyError, AttributeError, OverflowError) as error:
        raise UnreadableInput([f"the audit input has a part of the wrong shape ({error!r})"]) from None
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


def _problems(material: AuditInput) -> Iterator[str]:
    """What a well-shaped input gets wrong: unknown questions, values and missing answers."""
    if material.coalition < 0:
        yield f"coalition: is {material.coalition}; it must be 0 (an outsider) or more"
    for name, question in material.questions.items():
        yield from _question_problems(name, question, material)
    for index, statement in enumerate(material.statements):
        for problem in _statement_problems(statement, material.questions):
            yield f"statements.{index}{problem}"


def _question_problems(name: str, question: Question, material: AuditInput) -> Iterator[str]:
    strange = sorted(str(value) for value in question.sensitive - set(question.values))
    if strange:
        yield f"questions.{name}.sensitive: {', '.join(strange)} are not among its values"
    given = material.answers.get(name, {})
    silent = sorted(set(material.people) - set(given))
    if silent:
        yield f"answers.{name}: {len(silent)} people have no value, first {silent[0]}; a skip is a value"
    odd = sorted({str(value) for value in given.values() if value not in question.values})
    if odd:
        yield f"answers.{name}: {', '.join(odd)} are not among the question's values"


def _statement_problems(statement: Statement, questions: Mapping[str, Question]) -> Iterator[str]:
    if not isinstance(statement.people_set, str):
        yield ".set: must be a set's name"
    if statement.question not in questions:
        yield f".q: there is no question {statement.question}"
        return
    odd = sorted({str(value) for value in statement.coef if value not in questions[statement.question].values})
    if odd:
        yield f".coef: {', '.join(odd)} are not among the question's values"
    if not all(isfinite(number) for number in (statement.lo, statement.hi, *statement.coef.values())):
        yield ": lo, hi and coef must be finite numbers"
    elif statement.lo > statement.hi:
        yield f": lo {statement.lo:g} is above hi {statement.hi:g}"
