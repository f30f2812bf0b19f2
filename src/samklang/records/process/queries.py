"""What may be read of the process."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from samklang.methods.process.loop import Evidence as EvidenceFact
from samklang.methods.process.loop import LineState, line_state
from samklang.methods.process.template import stop as template_stop
from samklang.records.agenda.queries import OutcomeRow, outcomes
from samklang.records.initiative.models.scoped import InitiativeRef
from samklang.records.people.permissions import Actor, NotAllowed
from samklang.records.process.enums import CharterKind
from samklang.records.process.models import Charter, Decision, DecisionGround, Evidence, LetterOfIntent, Loop
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


def evidence(*, initiative: InitiativeRef, actor: Actor) -> list[EvidenceRow]:
    """All evidence, oldest first, what has been withdrawn too."""
    check_may_read_process(actor, initiative)
    return [_evidence(row) for row in Evidence.objects.within(initiative)]


def trunk(*, initiative: InitiativeRef, actor: Actor) -> LineState:
    """Where the shared stops A–C stand."""
    return line_state("trunk", facts_on(evidence(initiative=initiative, actor=actor), None))


def loops(*, initiative: InitiativeRef, actor: Actor) -> list[LoopRow]:
    """The loops with where they stand. Three queries, however many loops."""
    rows = evidence(initiative=initiative, actor=actor)
    chosen = {row.id: row for row in outcomes(initiative=initiative, actor=actor)}
    return [
        LoopRow(
            row.pk,
            row.number,
            row.name,
            row.turn,
            row.at,
            row.at_since,
            chosen[row.outcome_id],
            line_state("loop", facts_on(rows, row.pk), row.at),
        )
        for row in Loop.objects.within(initiative)
    ]


def loop(*, initiative: InitiativeRef, actor: Actor, loop_id: int) -> LoopRow:
    """One loop. Raises NotAllowed, also when unknown."""
    found = next((row for row in loops(initiative=initiative, actor=actor) if row.id == loop_id), None)
    if found is None:
        raise NotAllowed
    return found


def facts_on(rows: list[EvidenceRow], loop_id: int | None) -> list[EvidenceFact]:
    """The evidence that counts on a line: its own and the whole initiative's, none that was withdrawn."""
    return [row.fact for row in rows if not row.withdrawn and row.loop_id in (loop_id, None)]


def evidence_at(rows: list[EvidenceRow], loop_id: int | None, stop: str) -> list[EvidenceRow]:
    """The evidence that lies at a stop of a line."""
    kinds = template_stop(stop).kinds
    return [
        row
        for row in rows
        if row.loop_id in (loop_id, None) and row.kind in kinds and (row.stop == stop or not row.stop)
    ]


def decisions(*, initiative: InitiativeRef, actor: Actor) -> list[DecisionRow]:
    """The decisions, newest first. Three queries, however many decisions."""
    rows = {row.id: row for row in evidence(initiative=initiative, actor=actor)}
    grounds: dict[int, list[EvidenceRow]] = {}
    for ground in DecisionGround.objects.within(initiative):
        grounds.setdefault(ground.decision_id, []).append(rows[ground.evidence_id])
    return [_decision(row, grounds.get(row.pk, [])) for row in Decision.objects.within(initiative)]


def decision(*, initiative: InitiativeRef, actor: Actor, number: int) -> DecisionRow:
    """One decision by its number. Raises NotAllowed, also when unknown."""
    found = next((row for row in decisions(initiative=initiative, actor=actor) if row.number == number), None)
    if found is None:
        raise NotAllowed
    return found


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


def has_evidence(*, initiative: InitiativeRef, kind: str, subject: str = "") -> bool:
    """Whether such evidence exists, for the words above that must ask before they act."""
    rows = Evidence.objects.within(initiative).filter(kind=kind, withdrawn_on__isnull=True)
    return bool((rows.filter(subject=subject) if subject else rows).exists())


def standing_evidence(*, initiative: InitiativeRef, loop_id: int | None) -> list[EvidenceFact]:
    """What counts on a line, for services that ask the pure process."""
    return facts_on([_evidence(row) for row in Evidence.objects.within(initiative)], loop_id)


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
        tuple(grounds),
    )
