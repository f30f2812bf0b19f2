"""How an initiative stands: on the six conditions, on a checklist, and against the time a line usually takes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from samklang.methods.process.checklists import Check, checklist, conditions
from samklang.methods.process.template import LineName, line

Grade = Literal["well", "partly", "badly", "unknown"]
Answer = Literal["yes", "no", "unknown"]
OwnList = Literal["prestudy", "driver"]  # an outcome's own checks are the agenda's: agenda.outcome_checks
Pace = Literal["early", "usual", "long"]
POINTS: dict[str, float] = {"well": 1.0, "partly": 0.5, "badly": 0.0}
DAYS_A_YEAR = 365.25


class UnknownCheck(LookupError):
    """No condition or check has that identifier, or the number of grades isn't that of the questions."""


@dataclass(frozen=True)
class Standing:
    """One condition. graded of asked questions have a grade; share: 0-1 over the graded ones, None without any."""

    condition: str
    share: float | None
    graded: int
    asked: int


@dataclass(frozen=True)
class ListState:
    """A checklist as answered. open: not answered or unknown; failed: those that must hold and don't.

    preferred: those that are only preferred and don't hold.
    """

    open: tuple[Check, ...]
    failed: tuple[Check, ...]
    preferred: tuple[Check, ...]

    @property
    def holds(self) -> bool:
        """Whether everything that must hold is known to."""
        return not self.failed and not any(check.must for check in self.open)


@dataclass(frozen=True)
class TimeUsed:
    """Years a line has taken beside the least and most it usually takes."""

    years: float
    least: float
    most: float
    pace: Pace


def stand_on_conditions(grades: Mapping[str, Sequence[Grade]]) -> tuple[Standing, ...]:
    """How the initiative stands on all six conditions. grades: condition → one grade for each of its questions.

    A condition nobody has graded yet stands there too, with nothing. Raises UnknownCheck.
    """
    known = {each.id: each for each in conditions()}
    for name, given in grades.items():
        if name not in known or len(given) != len(known[name].questions):
            raise UnknownCheck(f"{name}: there is no such condition with {len(given)} questions")
    return tuple(_standing(name, grades.get(name, ()), len(each.questions)) for name, each in known.items())


def state_of_list(name: OwnList, answers: Mapping[str, Answer]) -> ListState:
    """What a checklist still lacks: is the work needed here (prestudy), who should drive it (driver).

    Raises UnknownCheck for an answer to something that isn't on the list.
    """
    rows = checklist(name)
    strange = sorted(set(answers) - {row.id for row in rows})
    if strange:
        raise UnknownCheck(f"{name} has no check {', '.join(strange)}")
    left = tuple(row for row in rows if answers.get(row.id, "unknown") == "unknown")
    against = [row for row in rows if answers.get(row.id) == "no"]
    return ListState(left, tuple(row for row in against if row.must), tuple(row for row in against if not row.must))


def time_used(name: LineName, begun: date, today: date) -> TimeUsed:
    """The time a line has taken. Raises ValueError when it hasn't begun."""
    if today < begun:
        raise ValueError(f"the {name} begins {begun}, after {today}")
    years = (today - begun).days / DAYS_A_YEAR
    least, most = line(name).years
    pace: Pace = "early" if years < least else "usual" if years <= most else "long"
    return TimeUsed(years, least, most, pace)


def _standing(name: str, given: Sequence[Grade], asked: int) -> Standing:
    points = [POINTS[grade] for grade in given if grade in POINTS]
    return Standing(name, sum(points) / len(points) if points else None, len(points), asked)
