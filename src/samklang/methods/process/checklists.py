"""The lists around the process: checklists, the six conditions, phases, known risks and what a decision records."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from samklang.methods.kernel import facts
from samklang.methods.process.template import Text

Checklist = Literal["prestudy", "driver", "prioritising"]


@dataclass(frozen=True)
class Check:
    """One line of a checklist, and why it stands there. must: False when it is preferred, not required."""

    id: str
    text: Text
    why: Text
    must: bool


@dataclass(frozen=True)
class Condition:
    """One of the six conditions, with the questions that show how an initiative stands on it."""

    id: str
    name: Text
    text: Text
    questions: tuple[Text, ...]


@dataclass(frozen=True)
class Phase:
    """A phase of an initiative over the years: what makes it possible, and the keys to it."""

    id: str
    name: Text
    text: Text
    enablers: tuple[Text, ...]
    keys: tuple[Text, ...]


@dataclass(frozen=True)
class Risk:
    """A known risk: its sign, what to do against it, and whether literature or practice tells of it."""

    id: str
    source: Literal["literature", "practice"]
    name: Text
    sign: Text
    counter: Text


@dataclass(frozen=True)
class DecisionPart:
    """One part of a decision's record."""

    id: str
    required: bool
    name: Text
    help: Text


def checklist(name: Checklist) -> tuple[Check, ...]:
    """prestudy: is the work needed here; driver: who should drive it; prioritising: which outcomes to choose."""
    rows = facts.load("process", name)["checks"]
    return tuple(Check(row["id"], row["text"], row["why"], row.get("must", True)) for row in rows)


def conditions() -> tuple[Condition, ...]:
    """The five conditions of collective impact and the sixth, user involvement."""
    rows = facts.load("process", "conditions")["conditions"]
    return tuple(Condition(row["id"], row["name"], row["text"], tuple(row["questions"])) for row in rows)


def phases() -> tuple[Phase, ...]:
    """The phases over the years, in order."""
    rows = facts.load("process", "phases")["phases"]
    return tuple(
        Phase(row["id"], row["name"], row["text"], tuple(row["enablers"]), tuple(row["keys"])) for row in rows
    )


def risks() -> tuple[Risk, ...]:
    """The register of known risks."""
    rows = facts.load("process", "risks")["risks"]
    return tuple(Risk(row["id"], row["source"], row["name"], row["sign"], row["counter"]) for row in rows)


def decision_parts() -> tuple[DecisionPart, ...]:
    """What a decision records, in order."""
    rows = facts.load("process", "decision")["parts"]
    return tuple(DecisionPart(row["id"], row["required"], row["name"], row["help"]) for row in rows)
