"""The template of the process: lines, stops and kinds of evidence, read from facts/process."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal

from samklang.methods.kernel import facts

LineName = Literal["trunk", "loop"]
LINES: tuple[LineName, ...] = ("trunk", "loop")
FALLBACK = ("en", "sv")

Text = Mapping[str, str]


class UnknownStop(LookupError):
    """No stop has that identifier."""


class UnknownEvidence(LookupError):
    """No kind of evidence has that identifier."""


@dataclass(frozen=True)
class Line:
    """A line. stops: identifiers in order; years: least and most time it usually takes; time: the same in words."""

    name: LineName
    stops: tuple[str, ...]
    years: tuple[float, float]
    time: Text


@dataclass(frozen=True)
class Requirement:
    """What must exist before leaving a stop: at least so many rows of any of the kinds."""

    any_of: tuple[str, ...]
    least: int


@dataclass(frozen=True)
class Workshops:
    """How many workshops (least, most) a part of a stop usually takes, and for what."""

    span: tuple[float, float]
    purpose: Text


@dataclass(frozen=True)
class Stop:
    """One stop. id: A–C or 1–6; way_back_to: stops one may go back to; from a loop A–C can always be opened again."""

    id: str
    key: str
    line: LineName
    name: Text
    purpose: Text
    questions: tuple[Text, ...]
    time: Text
    workshops: tuple[Workshops, ...]
    requires: tuple[Requirement, ...]
    way_back_to: tuple[str, ...]
    way_back: Text

    @property
    def kinds(self) -> frozenset[str]:
        """Every kind of evidence the stop asks for."""
        return frozenset(kind for each in self.requires for kind in each.any_of)


@dataclass(frozen=True)
class Precondition:
    """What must exist before evidence of a kind; same_subject: for the same programme, group or report."""

    kind: str
    same_subject: bool
    refusal: Text


@dataclass(frozen=True)
class EvidenceKind:
    """A kind of evidence: its name, what to do when it is missing, and what must come before it."""

    id: str
    name: Text
    missing: Text
    after: tuple[Precondition, ...]


def in_language(text: Text, language: str) -> str:
    """A text in a language, else in English, else in Swedish. Never for the wording of a validated scale."""
    return next(text[name] for name in (language, *FALLBACK) if name in text)


@cache
def line(name: LineName) -> Line:
    """The trunk (A–C, once) or the loop (1–6, for every prioritised outcome)."""
    fact = facts.load("process", name)
    low, high = fact["years"]
    return Line(name, tuple(row["id"] for row in fact["stops"]), (low, high), fact["time"])


def stops(name: LineName | None = None) -> tuple[Stop, ...]:
    """All nine stops in order, or those of one line."""
    return tuple(each for each in _stops().values() if name in (None, each.line))


def stop(identifier: str) -> Stop:
    """One stop. Raises UnknownStop."""
    try:
        return _stops()[identifier]
    except KeyError:
        raise UnknownStop(f"there is no stop '{identifier}'; there are {', '.join(_stops())}") from None


def evidence_kinds() -> tuple[EvidenceKind, ...]:
    """Every kind of evidence, in the order of the process."""
    return tuple(_kinds().values())


def evidence_kind(identifier: str) -> EvidenceKind:
    """One kind of evidence. Raises UnknownEvidence."""
    try:
        return _kinds()[identifier]
    except KeyError:
        raise UnknownEvidence(f"there is no kind of evidence '{identifier}'") from None


def stops_asking_for(kind: str) -> tuple[str, ...]:
    """The stops that ask for a kind of evidence, in order."""
    return tuple(each.id for each in stops() if kind in each.kinds)


def reason_texts() -> Mapping[str, Text]:
    """The sentences that reasons are put together from."""
    texts: Mapping[str, Text] = facts.load("process", "evidence")["reasons"]
    return texts


@cache
def _stops() -> Mapping[str, Stop]:
    return {row["id"]: _stop(name, row) for name in LINES for row in facts.load("process", name)["stops"]}


def _stop(name: LineName, row: Mapping[str, Any]) -> Stop:
    return Stop(
        id=row["id"],
        key=row["key"],
        line=name,
        name=row["name"],
        purpose=row["purpose"],
        questions=tuple(row["questions"]),
        time=row["time"]["text"],
        workshops=tuple(
            Workshops((each["span"][0], each["span"][1]), each["for"]) for each in row["time"]["workshops"]
        ),
        requires=tuple(Requirement(tuple(each["any_of"]), each.get("least", 1)) for each in row["requires"]),
        way_back_to=tuple(row["way_back"]["to"]),
        way_back=row["way_back"]["text"],
    )


@cache
def _kinds() -> Mapping[str, EvidenceKind]:
    return {row["id"]: _kind(row) for row in facts.load("process", "evidence")["evidence"]}


def _kind(row: Mapping[str, Any]) -> EvidenceKind:
    after = tuple(Precondition(each["kind"], each["same_subject"], each["refusal"]) for each in row.get("after", ()))
    return EvidenceKind(row["id"], row["name"], row["missing"], after)
