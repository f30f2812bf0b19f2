"""Which function is held against what outside: checks.yaml, rendered into docs/reference/outside-checks.md.

`python -m tests.spec.rendering` writes the page anew, with the other pages of reference.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml
from tests.spec.markdown import table

HERE = Path(__file__).parent
PAGE = HERE.parents[1] / "docs" / "reference" / "outside-checks.md"
INTRODUCTION = """# What each number has been checked against

Nobody here wrote the programs and papers below. Script, printed output and test stand together in `tests/reference/`;
the programs are not needed to run the tests.
"""


def subjects() -> list[dict[str, Any]]:
    """The list as it stands."""
    listed: list[dict[str, Any]] = yaml.safe_load((HERE / "checks.yaml").read_text("utf-8"))
    return listed


def render() -> str:
    """The list as one Markdown page."""
    return INTRODUCTION + "".join(_subject(each) for each in subjects()) + _section("Programs", "", list(_programs()))


def _subject(subject: dict[str, Any]) -> str:
    checks = [
        {
            "function": f"`{row['of']}`",
            "against": row["against"],
            "in": [f"`{test}`" for test in row["in"]] if "in" in row else f"as a step of `{row['through']}`",
        }
        for row in subject["checks"]
    ]
    text = _section(subject["subject"], f"Below `{subject['root']}`. {subject['says'].strip()}\n\n", checks)
    if "definitions" not in subject:
        return text
    reasons = [{"function": f"`{row['of']}`", "why": row["why"]} for row in subject["definitions"]]
    return text + "\nNo estimators, so nothing outside could hold them:\n\n" + "\n".join(table(reasons)) + "\n"


def _section(title: str, says: str, rows: list[dict[str, Any]]) -> str:
    return f"\n## {title}\n\n{says}" + "\n".join(table(rows)) + "\n"


def _programs() -> Iterator[dict[str, str]]:
    """The versions that each printed output begins with."""
    for path in sorted(HERE.rglob("*.txt")):
        yield {"output": f"`{path.relative_to(HERE)}`", "by": path.read_text("utf-8").splitlines()[0]}
