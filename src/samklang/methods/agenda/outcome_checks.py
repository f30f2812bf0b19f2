"""The checks of an outcome: answers the foremost needs, linked to the goal, can be followed up, within our power.

The checks are facts (process/prioritising); those that only are preferred never fail an outcome.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from samklang.methods.kernel import facts
from samklang.methods.statistics.refusals import BadArgument

State = Literal["unchecked", "passes", "fails"]


@dataclass(frozen=True)
class CheckedOutcome:
    """Where an outcome stands. failed, open: ids of the checks that do not hold, and of those nobody has answered."""

    state: State
    failed: tuple[str, ...]
    open: tuple[str, ...]


def checked(answers: Mapping[str, bool | None]) -> CheckedOutcome:
    """The state of an outcome. answers: check → whether it holds; None or absent: not known yet.

    One failed check is enough to fail, whatever is still open. Raises BadArgument for an answer to no check.
    """
    checks = {row["id"]: row.get("must", True) for row in facts.load("process", "prioritising")["checks"]}
    unknown = sorted(answers.keys() - checks.keys())
    if unknown:
        raise BadArgument("answers", f"there is no check {', '.join(unknown)}; the checks are {', '.join(checks)}")
    must = [name for name, needed in checks.items() if needed]
    failed = tuple(name for name in must if answers.get(name) is False)
    still = tuple(name for name in must if answers.get(name) is None)
    return CheckedOutcome("fails" if failed else "unchecked" if still else "passes", failed, still)
