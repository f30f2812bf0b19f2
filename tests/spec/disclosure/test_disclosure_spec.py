"""Every row of the specifications of what may be shown holds."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml

from samklang.methods.disclosure.atoms import AuditInput, Question, Statement
from samklang.methods.disclosure.auditor import audit
from samklang.methods.disclosure.buckets import runs
from samklang.methods.disclosure.cells import home_cells
from samklang.methods.disclosure.change import change_runs
from samklang.methods.disclosure.plan import LINKED_FROM, Plan
from samklang.methods.disclosure.release import Asked, Row, protect
from samklang.methods.disclosure.telling import Telling, tell

NONE = "–"
SCALE = Asked("q", (1, 2, 3, 4), 2)
Case = Mapping[str, Any]


def span(low: int, high: int) -> str:
    return f"{low}–{high}"


def told(people: int, low: int, public: bool) -> Telling:
    rows = [Row((), {"q": 1 if place < low else 4}) for place in range(people)]
    return tell(protect(rows, (), (SCALE,), Plan()), "q", public=public)


def buckets(case: Case) -> Case:
    cut = runs(case["n"], case["coalition"] + 2, case["top_coded"])
    return {"runs": [span(run.lo, run.hi) for run in cut]}


def cells(case: Case) -> Case:
    people = [tuple(words.split(" and ")) for words, n in case["people"].items() for _ in range(n)]
    split = home_cells(people, 8)
    return {"cells": [cell.n for cell in split.cells], "left_out": split.left_out}


def levels(case: Case) -> Case:
    group = told(case["people"], case["people"] // 2, public=False)
    number = str(group.n) if group.n else span(*group.band) if group.band else NONE
    return {
        "group": group.level,
        "public": told(case["people"], 0, public=True).level,
        "number": number,
        "share": group.sensitive_share is not None,
        "mean": group.mean is not None,
        "distribution": group.steps != (),
    }


def words(case: Case) -> Case:
    return {
        "group": told(case["people"], case["low"], public=False).word,
        "public": told(case["people"], case["low"], public=True).word or NONE,
    }


def attacks(case: Case) -> Case:
    answers = {f"p{place}": "low" if place < case["low"] else "fine" for place in range(case["people"])}
    statement = Statement("q", "a", {"low": 1.0}, *case["told"])
    material = AuditInput(
        case["coalition"],
        {"q": Question(("low", "fine"), frozenset({"low"}))},
        dict.fromkeys(answers, frozenset({"a"})),
        {"q": answers},
        (statement,),
    )
    return {"found": ", ".join(violation.kind for violation in audit(material).violations) or "nothing"}


def change(case: Case) -> Case:
    if case["linked"] < LINKED_FROM:
        return {"told_in": "nothing"}
    sides = (case["before"], case["after"], tuple(case["low_before"]), tuple(case["low_after"]))
    return {"told_in": [span(*run) for run in change_runs(case["linked"], *sides, 1)] or "nothing"}


RUNNERS: Mapping[str, Callable[[Case], Case]] = {
    "buckets": buckets,
    "cells": cells,
    "levels": levels,
    "words": words,
    "attacks": attacks,
    "change": change,
}


def rows() -> list[Any]:
    found = []
    for path in sorted(Path(__file__).parent.glob("*.yaml")):
        spec = yaml.safe_load(path.read_text("utf-8"))
        for number, case in enumerate(spec["cases"], 1):
            found.append(pytest.param(RUNNERS[spec["runs"]], case, id=f"{path.stem}-{number}"))
    return found


@pytest.mark.parametrize(("run", "case"), rows())
def test_the_row_holds(run: Callable[[Case], Case], case: Case) -> None:
    found = run(case)
    assert found == {name: case[name] for name in found}
