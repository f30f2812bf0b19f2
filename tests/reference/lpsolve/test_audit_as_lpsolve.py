"""The auditor finds what lpSolve finds without short cuts: what is proved, by which insider, and the margin."""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path

import pytest

from samklang.methods.disclosure.atoms import AuditInput, Question, Statement
from samklang.methods.disclosure.auditor import AuditResult, audit

HERE = Path(__file__).parent
LINES = [line.split() for name in ("bounds", "audit") for line in (HERE / f"{name}.txt").read_text().splitlines()[1:]]
CASES: dict[str, dict[str, list[list[str]]]] = defaultdict(lambda: defaultdict(list))
for kind, number, *figures in LINES:
    CASES[number][kind].append(figures)


def audited(case: dict[str, list[list[str]]]) -> AuditResult:
    """A case with one insider. Values are named 1 … k."""
    values = tuple(str(value) for value in range(1, int(case["case"][0][0]) + 1))
    people: dict[str, frozenset[str]] = {}
    answers: dict[str, str] = {}
    for place, (sets, *counts) in enumerate(case["atom"]):
        for value, many in zip(values, counts, strict=True):
            for person in range(int(many)):
                people[f"{place}/{value}/{person}"] = frozenset(sets[1:].split("+")) - {""}
                answers[f"{place}/{value}/{person}"] = value
    told = tuple(
        Statement("q", people_set, dict(zip(values, map(float, weights), strict=True)), float(low), float(high))
        for people_set, low, high, *weights in case["told"]
    )
    question = Question(values, frozenset(values[: int(case["case"][0][1])]))
    return audit(AuditInput(1, {"q": question}, people, {"q": answers}, told))


@pytest.mark.parametrize("number", list(CASES))
def test_what_is_proved_and_the_margin_are_lpsolves(number: str) -> None:
    made = audited(CASES[number])
    found = sorted(
        (one.where, one.text.rsplit(" have ", 1)[-1].replace(", ", ","), one.kind) for one in made.violations
    )
    wanted = sorted((where, values, kind) for where, values, kind in CASES[number]["found"])
    assert (found, made.margin) == (wanted, int(CASES[number]["margin"][0][0]))
    assert made.safe == (not wanted)


def test_every_kind_of_proof_is_among_them() -> None:
    kinds = {kind for case in CASES.values() for *_, kind in case["found"]}
    assert kinds == {"certain", "confident", "insider", "thin"}
