"""Where a line stands: what a stop lacks, where the train is, and whether it may move on or back."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from samklang.methods.process.template import (
    LineName,
    Requirement,
    Stop,
    Text,
    UnknownStop,
    evidence_kind,
    line,
    reason_texts,
    stop,
    stops,
    stops_asking_for,
)

Standing = Literal["done", "here", "ahead"]


@dataclass(frozen=True)
class Evidence:
    """A row of evidence that has not been withdrawn.

    stop: where it lies; None when whoever recorded it knows no stops, and then it counts where only one stop asks for
    its kind. subject: what it is about; rows about the same thing count once, rows about nothing named count each.
    """

    kind: str
    stop: str | None = None
    subject: str = ""


@dataclass(frozen=True)
class Reason:
    """Why not. code: missing, more, before, loop_done, trunk_done or no_way_back; kinds: the evidence it is about."""

    code: str
    text: Text
    kinds: tuple[str, ...] = ()


@dataclass(frozen=True)
class Answer:
    """May it be done? Reasons only when it may not."""

    reasons: tuple[Reason, ...] = ()

    @property
    def allowed(self) -> bool:
        """True when nothing stands in the way."""
        return not self.reasons


@dataclass(frozen=True)
class StopState:
    """A stop on the map. filled of required: how full it is drawn; missing: what is left to do there."""

    stop: str
    standing: Standing
    filled: int
    required: int
    missing: tuple[Reason, ...]


@dataclass(frozen=True)
class LineState:
    """A line on the map: where the train stands and every stop in order."""

    line: LineName
    at: str
    stops: tuple[StopState, ...]


def missing(identifier: str, evidence: Iterable[Evidence]) -> tuple[Reason, ...]:
    """What a stop still lacks, in the order of its requirements. Raises UnknownStop."""
    rows = tuple(evidence)
    here = stop(identifier)
    return tuple(
        _lack(each, _count(here, each, rows)) for each in here.requires if _count(here, each, rows) < each.least
    )


def train_at(name: LineName, evidence: Iterable[Evidence]) -> str:
    """The stop where the work is: the first that lacks something, else the last of the line."""
    rows = tuple(evidence)
    lacking = (identifier for identifier in line(name).stops if missing(identifier, rows))
    return next(lacking, line(name).stops[-1])


def line_state(name: LineName, evidence: Iterable[Evidence], at: str | None = None) -> LineState:
    """The whole line. at: the stop last moved to; without it the evidence decides. Raises UnknownStop."""
    rows = tuple(evidence)
    order = line(name).stops
    here = train_at(name, rows) if at is None else at
    if here not in order:
        raise UnknownStop(f"the {name} has no stop '{here}'; it has {', '.join(order)}")
    return LineState(name, here, tuple(_stop_state(each, order.index(here), order, rows) for each in stops(name)))


def may_move_on(at: str, evidence: Iterable[Evidence]) -> Answer:
    """May the train leave a stop for the next? The last stop of a line has no next. Raises UnknownStop."""
    here = stop(at)
    lacks = missing(at, evidence)
    if lacks or at != line(here.line).stops[-1]:
        return Answer(lacks)
    code = f"{here.line}_done"
    return Answer((Reason(code, reason_texts()[code]),))


def may_start_loop(evidence: Iterable[Evidence]) -> Answer:
    """May a loop be opened? Not until the trunk, A–C, has what it requires."""
    rows = tuple(evidence)
    return Answer(tuple(reason for each in stops("trunk") for reason in missing(each.id, rows)))


def may_go_back(at: str, to: str) -> Answer:
    """May the train go back from a stop to another? From a loop A–C always open again. Raises UnknownStop."""
    reopened = stop(to).line == "trunk" and stop(at).line == "loop"
    if reopened or to in stop(at).way_back_to:
        return Answer()
    return Answer((Reason("no_way_back", reason_texts()["no_way_back"]),))


def may_record(kind: str, evidence: Iterable[Evidence], subject: str = "") -> Answer:
    """May evidence of a kind be recorded now? A programme starts only after its follow-up plan.

    evidence: all of the loop's; subject: the programme or report it is about. Raises UnknownEvidence.
    """
    rows = tuple(evidence)
    return Answer(
        tuple(
            Reason("before", each.refusal, (each.kind,))
            for each in evidence_kind(kind).after
            if not any(row.kind == each.kind and (not each.same_subject or row.subject == subject) for row in rows)
        )
    )


def _count(here: Stop, requirement: Requirement, rows: Sequence[Evidence]) -> int:
    subjects = [row.subject for row in rows if row.kind in requirement.any_of and _lies_at(row, here)]
    return subjects.count("") + len(set(subjects) - {""})


def _lies_at(row: Evidence, here: Stop) -> bool:
    return row.stop == here.id or (row.stop is None and stops_asking_for(row.kind) == (here.id,))


def _lack(requirement: Requirement, there: int) -> Reason:
    text = evidence_kind(requirement.any_of[0]).missing
    for kind in requirement.any_of[1:]:
        text = _told("either", first=text, second=evidence_kind(kind).missing)
    if requirement.least == 1:
        return Reason("missing", text, requirement.any_of)
    numbers = {"least": requirement.least, "there": there}
    more = _told("more", missing=text, **{name: _same(number) for name, number in numbers.items()})
    return Reason("more", more, requirement.any_of)


def _told(sentence: str, **parts: Text) -> Mapping[str, str]:
    return {
        language: form.format(**{name: part[language] for name, part in parts.items()})
        for language, form in reason_texts()[sentence].items()
    }


def _same(number: int) -> Text:
    return dict.fromkeys(reason_texts()["more"], str(number))


def _stop_state(each: Stop, train: int, order: Sequence[str], rows: Sequence[Evidence]) -> StopState:
    lacks = missing(each.id, rows)
    place = order.index(each.id)
    standing: Standing = "here" if place == train else "done" if place < train else "ahead"
    return StopState(each.id, standing, len(each.requires) - len(lacks), len(each.requires), lacks)
