"""What each number is held against outside: checks/, rendered into docs/reference/outside-checks.md.

`python -m tests.spec.rendering` writes the page anew, with the other pages of reference. One file a part of the pure
floor. root: the package; checks: rows of a function (or class) with what held it, and in which test beside this file,
or through which other function; definitions: functions, or whole modules, that give no number of their own, and why.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml
from tests.spec.markdown import table

from samklang.methods.kernel import facts

HERE = Path(__file__).parent
PAGE = HERE.parents[1] / "docs" / "reference" / "outside-checks.md"
PARTS = ("statistics", "measurement", "value", "agenda", "disclosure")
INTRODUCTION = """# What each number has been checked against

Nobody here wrote the programs and papers below. Script, printed output and test stand together in `tests/reference/`;
the programs are not needed to run the tests. A rule of our own, a published scoring rule and plain bookkeeping are in
no program: there R works the number out anew from the page or paper that states the rule, and the row says *R* alone.

Every public function of each part has one row, of itself or of its module. A test fails when one lacks it, when a
test is gone or no longer imports its function, and when a score of an instrument has no row.
"""
SCORES = """How much must be answered, and where bands begin, stands in each instrument's file and in R's script.
*own*: the questions are ours, so that no outside rule exists. *draft*: something in the instrument's file, a rule or
its bands, is recalled and not yet held against its source. The arithmetic is right; the rule itself R can't settle.
"""


def read(name: str) -> Any:
    """One file of the list."""
    return yaml.safe_load((HERE / "checks" / f"{name}.yaml").read_text("utf-8"))


def subjects() -> list[dict[str, Any]]:
    """The parts of the floor, as they stand."""
    return [read(part) for part in PARTS]


def score_rows() -> list[dict[str, Any]]:
    """Every instrument's scores, as they stand."""
    rows: list[dict[str, Any]] = read("scores")
    return rows


def render() -> str:
    """The list as one Markdown page."""
    scores = _section("Scores", SCORES + "\n", list(_scores()))
    return INTRODUCTION + "".join(map(_subject, subjects())) + scores + _section("Programs", "", list(_programs()))


def _subject(subject: dict[str, Any]) -> str:
    checks = [
        {
            "function": f"`{row['of']}`",
            "against": row["against"],
            "in": [f"`{test}`" for test in row["in"]] if "in" in row else f"as a step of `{row['through']}`",
        }
        for row in subject["checks"]
    ]
    says = f"Below `{subject['root']}`. {subject.get('says', '')}".strip()
    reasons = [{"function or module": f"`{row['of']}`", "why": row["why"]} for row in subject["definitions"]]
    nothing = "\nNo number of their own, so nothing outside could hold them:\n\n" + "\n".join(table(reasons)) + "\n"
    return _section(subject["subject"], f"{says}\n\n", checks) + nothing


def _section(title: str, says: str, rows: list[dict[str, Any]]) -> str:
    return f"\n## {title}\n\n{says}" + "\n".join(table(rows)) + "\n"


def _scores() -> Iterator[dict[str, Any]]:
    for row in score_rows():
        yield {
            "instrument": ", ".join([f"`{row['of']}`", *_marks(row)]),
            "scores": [f"`{score}`" for score in row["scores"]],
            "against": row["against"],
            "bands": _bands(row) or None,
            "in": f"`{row['in']}`",
        }


def _marks(row: dict[str, Any]) -> Iterator[str]:
    """What must be known of the rule itself."""
    if row.get("own"):
        yield "*own*"
    status = facts.load("instruments", row["of"])["status"]
    if any(each.get("status", status) == "draft" for each in _facts_of(row)):
        yield "*draft*"


def _facts_of(row: dict[str, Any]) -> list[dict[str, Any]]:
    return [each for each in facts.load("instruments", row["of"])["scores"] if each["id"] in row["scores"]]


def _bands(row: dict[str, Any]) -> str:
    """The sources of the bands of a row's scores, each with its status."""
    banded = [each["bands"] for each in _facts_of(row) if "bands" in each]
    return "; ".join(dict.fromkeys(f"{bands['source']} ({bands['status']})" for bands in banded))


def _programs() -> Iterator[dict[str, str]]:
    """The versions that each printed output begins with."""
    for path in sorted(HERE.rglob("*.txt")):
        yield {"output": f"`{path.relative_to(HERE)}`", "by": path.read_text("utf-8").splitlines()[0]}
