"""What may be read of the process."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from samklang.methods.process.loop import Evidence as EvidenceFact
from samklang.methods.process.loop import LineState, line_state
from samklang.methods.process.standing import Grade
from samklang.methods.process.template import stop as template_stop
from samklang.records.agenda.queries import OutcomeRow, outcomes
from samklang.records.initiative.models.scoped import InitiativeRef
from samklang.records.people.permissions import Actor, NotAllowed
from samklang.records.process.enums import CharterKind
from samklang.records.process.models import (
    Charter,
    ConditionsReview,
    Decision,
    DecisionGround,
    Evidence,
    LetterOfIntent,
    Loop,
)
from samklang.records.process.permissions import check_may_read_process


@dataclass(frozen=True)
class EvidenceRow:
    """Something that exists at a stop. ref: what a page can open."""

    id: int
    loop_id: int | None
    stop: str
    kind: str
    subject: str
    ref: str
    title: str
    dated: date
    withdrawn: bool

    @property
    def by_hand(self) -> bool:
        """Whether it was written down by hand, so that it can be taken back by hand."""
        return not self.ref and not self.subject

    @property
    def fact(self) -> EvidenceFact:
        """The row as the pure process sees it."""
        return EvidenceFact(self.kind, self.stop or None, self.subject)


@dataclass(frozen=True)
class LoopRow:
    """A loop with where it stands."""

    id: int
    number: int
    name: str
    turn: int
    turn_after: int
    at: str
    at_since: date
    outcome: OutcomeRow
    state: LineState


@dataclass(frozen=True)
class DecisionRow:
    """A decision with the evidence it rests on."""

    id: int
    number: int
    loop_id: int | None
    title: str
    what: str
    reasons: str
    options: tuple[Mapping[str, Any], ...]
    decided_by: str
    decided_on: date
    dissent: tuple[Mapping[str, str], ...]
    anchored: tuple[Mapping[str, str], ...]
    became: str
    became_on: date | None
    corrections: tuple[Mapping[str, str], ...]
    grounds: tuple[EvidenceRow, ...]


@dataclass(frozen=True)
class CharterRow:
    """A version of what the stops A–C agreed."""

    kind: CharterKind
    version: int
    text: str
    adopted_on: date


@dataclass(frozen=True)
class LetterRow:
    """A version of a partner's letter of intent. current: whether it is the newest."""

    partner_id: int
    partner: str
    version: int
    text: str
    signed_on: date
    current: bool


@dataclass(frozen=True)
class ReviewRow:
    """One time the partners went through the six conditions. grades: condition → a grade for each question."""

    id: int
    grades: Mapping[str, Sequence[Grade]]
    why: str
    reviewed_by: str
    reviewed_on: date


def evidence(*, initiative: InitiativeRef, actor: Actor) -> list[EvidenceRow]:
    """All evidence, oldest first, what has been withdrawn too."""
    check_may_read_process(actor, initiative)
    return [_evidence(row) for row in Evidence.objects.within(initiative)]


def trunk(*, initiative: InitiativeRef, actor: Actor, known: list[EvidenceRow] | None = None) -> LineState:
    """Where the shared stops A–C stand. known: all evidence, if it has been read already."""
    rows = evidence(initiative=initiative, actor=actor) if known is None else known
    return line_state("trunk", facts_on(rows, None))


def loops(*, initiative: InitiativeRef, actor: Actor, known: list[EvidenceRow] | None = None) -> list[LoopRow]:
    """The loops with where they stand. Three queries, however many loops. known: all evidence, if read already."""
    rows = evidence(initiative=initiative, actor=actor) if known is None else known
    by_loop: dict[int | None, list[EvidenceRow]] = {}
    for one in rows:
        by_loop.setdefault(one.loop_id, []).append(one)
    chosen = {row.id: row for row in outcomes(initiative=initiative, actor=actor)}
    return [
        LoopRow(
            row.pk,
            row.number,
            row.name,
            row.turn,
            row.turn_after,
            row.at,
            row.at_since,
            chosen[row.outcome_id],
            line_state(
                "loop", facts_on([*by_loop.get(None, []), *by_loop.get(row.pk, [])], row.pk, row.turn_after), row.at
            ),
        )
        for row in Loop.objects.within(initiative)
    ]


def loop(*, initiative: InitiativeRef, actor: Actor, loop_id: int, known: list[EvidenceRow] | None = None) -> LoopRow:
    """One loop. known: see ``loops``. Raises NotAllowed, also when unknown."""
    rows = loops(initiative=initiative, actor=actor, known=known)
    found = next((row for row in rows if row.id == loop_id), None)
    if found is None:
        raise NotAllowed
    return found


def facts_on(rows: list[EvidenceRow], loop_id: int | None, after: int = 0) -> list[EvidenceFact]:
    """The evidence that counts on a line: its own and the whole initiative's, none that was withdrawn.

    after: only rows recorded later, which is what fills the stops of a line's later turns.
    """
    return [row.fact for row in rows if not row.withdrawn and row.loop_id in (loop_id, None) and row.id > after]


def evidence_at(rows: list[EvidenceRow], loop_id: int | None, stop: str, after: int = 0) -> list[EvidenceRow]:
    """The evidence that lies at a stop of a line, in this turn (see ``facts_on``)."""
    kinds = template_stop(stop).kinds
    return [
        row
        for row in rows
        if row.loop_id in (loop_id, None)
        and row.id > after
        and row.kind in kinds
        and (row.stop == stop or not row.stop)
    ]


def decisions(*, initiative: InitiativeRef, actor: Actor, latest: int | None = None) -> list[DecisionRow]:
    """The decisions, newest first, or only so many of the latest. Two queries, however many decisions."""
    check_may_read_process(actor, initiative)
    rows = list(Decision.objects.within(initiative)[:latest])
    grounds: dict[int, list[EvidenceRow]] = {}
    found = DecisionGround.objects.within(initiative).filter(decision__in=[row.pk for row in rows])
    for ground in found.select_related("evidence"):
        grounds.setdefault(ground.decision_id, []).append(_evidence(ground.evidence))
    return [_decision(row, grounds.get(row.pk, [])) for row in rows]


def decision(*, initiative: InitiativeRef, actor: Actor, number: int) -> DecisionRow:
    """One decision by its number. Raises NotAllowed, also when unknown."""
    check_may_read_process(actor, initiative)
    row = Decision.objects.within(initiative).filter(number=number).first()
    if row is None:
        raise NotAllowed
    grounds = DecisionGround.objects.within(initiative).filter(decision=row).select_related("evidence")
    return _decision(row, [_evidence(one.evidence) for one in grounds])


def latest_decision_of(*, initiative: InitiativeRef, actor: Actor, loop_id: int) -> tuple[int, str] | None:
    """Number and title of the newest decision on a loop."""
    check_may_read_process(actor, initiative)
    row = Decision.objects.within(initiative).filter(loop_id=loop_id).first()
    return (row.number, row.title) if row else None


def charters(*, initiative: InitiativeRef, actor: Actor) -> list[CharterRow]:
    """Every version of what the stops A–C agreed, newest first."""
    check_may_read_process(actor, initiative)
    return [
        CharterRow(CharterKind(row.kind), row.version, row.text, row.adopted_on)
        for row in Charter.objects.within(initiative)
    ]


def letters(*, initiative: InitiativeRef, actor: Actor) -> list[LetterRow]:
    """The partners' letters of intent, every version."""
    check_may_read_process(actor, initiative)
    rows = list(LetterOfIntent.objects.within(initiative).select_related("partner"))
    newest = {row.partner_id: max(one.version for one in rows if one.partner_id == row.partner_id) for row in rows}
    return [
        LetterRow(
            row.partner_id,
            row.partner.name,
            row.version,
            row.text,
            row.signed_on,
            row.version == newest[row.partner_id],
        )
        for row in rows
    ]


def conditions_reviews(*, initiative: InitiativeRef, actor: Actor) -> list[ReviewRow]:
    """Every time the partners went through the six conditions, the newest first."""
    check_may_read_process(actor, initiative)
    return [
        ReviewRow(row.pk, row.grades, row.why, row.reviewed_by, row.reviewed_on)
        for row in ConditionsReview.objects.within(initiative)
    ]


def has_evidence(*, initiative: InitiativeRef, kind: str, subject: str = "") -> bool:
    """Whether such evidence exists, for the words above that must ask before they act."""
    rows = Evidence.objects.within(initiative).filter(kind=kind, withdrawn_on__isnull=True)
    return bool((rows.filter(subject=subject) if subject else rows).exists())


def standing_evidence(*, initiative: InitiativeRef, loop_id: int | None, after: int = 0) -> list[EvidenceFact]:
    """What counts on a line, for services that ask the pure process. after: see ``facts_on``."""
    return facts_on([_evidence(row) for row in Evidence.objects.within(initiative)], loop_id, after)


def fills_this_turn(*, initiative: InitiativeRef, loop_id: int, kind: str, subject: str) -> bool:
    """Whether a line's present turn already has such evidence."""
    row = Loop.objects.within(initiative).filter(pk=loop_id).first()
    after = row.turn_after if row else 0
    rows = Evidence.objects.within(initiative).filter(kind=kind, subject=subject, loop_id=loop_id, pk__gt=after)
    return bool(rows.filter(withdrawn_on__isnull=True).exists())


def _evidence(row: Evidence) -> EvidenceRow:
    return EvidenceRow(
        row.pk,
        row.loop_id,
        row.stop,
        row.kind,
        row.subject,
        row.ref,
        row.title,
        row.dated,
        row.withdrawn_on is not None,
    )


def _decision(row: Decision, grounds: list[EvidenceRow]) -> DecisionRow:
    return DecisionRow(
        row.pk,
        row.number,
        row.loop_id,
        row.title,
        row.what,
        row.reasons,
        tuple(row.options),
        row.decided_by,
        row.decided_on,
        tuple(row.dissent),
        tuple(row.anchored),
        row.became,
        row.became_on,
        tuple(row.corrections),
        tuple(grounds),
    )
