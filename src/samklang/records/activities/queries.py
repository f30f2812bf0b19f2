"""What may be read about groups."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from samklang.methods.kernel import facts
from samklang.records.activities.enums import AgreedHow, ProgrammeState
from samklang.records.activities.models import (
    Attendance,
    Group,
    GroupLeader,
    Output,
    Participant,
    PlanStep,
    Programme,
    Session,
    WorkingGroupMember,
)
from samklang.records.activities.permissions import (
    check_leads_group,
    check_may_add_group,
    check_may_read_programmes,
    led_group_ids,
    visible_group_ids,
)
from samklang.records.initiative.enums import AgeBand, Role
from samklang.records.initiative.models.scoped import InitiativeRef
from samklang.records.initiative.permissions import BACKBONE, has_role
from samklang.records.initiative.queries import members
from samklang.records.people.permissions import Actor, NotAllowed

ProgrammePart = TypeVar("ProgrammePart", WorkingGroupMember, PlanStep, Session, Output, Group)


@dataclass(frozen=True)
class GroupRow:
    """A group by name."""

    id: int
    name: str


@dataclass(frozen=True)
class LeaderRow:
    """Somebody who leads a group, or could."""

    user_id: int
    name: str


@dataclass(frozen=True)
class ParticipantRow:
    """Somebody in a group's list. times: how often they have come."""

    id: int
    name: str
    age_band: AgeBand
    language: str
    how: AgreedHow
    agreed_on: date
    times: int


@dataclass(frozen=True)
class AttendanceConsent:
    """What is read to somebody before their name is written down."""

    version: str
    sentences: tuple[str, ...]


@dataclass(frozen=True)
class StepRow:
    """A step of an action plan."""

    id: int
    text: str
    by_whom: str
    due_on: date
    done_on: date | None


@dataclass(frozen=True)
class SessionRow:
    """Something held. attended: how many came."""

    id: int
    group_id: int | None
    title: str
    held_on: date
    attended: int


@dataclass(frozen=True)
class OutputRow:
    """Something finished, with where the count comes from."""

    id: int
    what: str
    count: int
    source: str
    counted_on: date


@dataclass(frozen=True)
class ProgrammeRow:
    """A programme with its plan and what has come of it. working: pairs of partner and its part."""

    id: int
    loop_id: int
    name: str
    purpose: str
    state: ProgrammeState
    starts_on: date
    ends_on: date
    working: tuple[tuple[str, str], ...]
    partner_ids: tuple[int, ...]
    steps: tuple[StepRow, ...]
    sessions: tuple[SessionRow, ...]
    outputs: tuple[OutputRow, ...]
    groups: tuple[GroupRow, ...]

    @property
    def subject(self) -> str:
        """What evidence about it is filed under."""
        return f"programme:{self.id}"

    @property
    def attended(self) -> int:
        """Visits in all: the same person coming twice counts twice."""
        return sum(row.attended for row in self.sessions)


@dataclass(frozen=True)
class ProgrammeName:
    """A programme by name, and the ids of its groups."""

    id: int
    loop_id: int
    name: str
    group_ids: frozenset[int]


def visible_groups(*, initiative: InitiativeRef, actor: Actor) -> list[GroupRow]:
    """The groups whose own figures the actor may see, by name."""
    rows = Group.objects.within(initiative).filter(pk__in=visible_group_ids(actor, initiative))
    return [GroupRow(row.pk, row.name) for row in rows]


def led_groups(*, initiative: InitiativeRef, actor: Actor) -> list[GroupRow]:
    """The groups the actor may run a wave with: those led, all for the backbone."""
    rows = Group.objects.within(initiative)
    if not has_role(actor, initiative, BACKBONE):
        rows = rows.filter(pk__in=led_group_ids(actor, initiative))
    return [GroupRow(row.pk, row.name) for row in rows]


def group(*, initiative: InitiativeRef, group_id: int) -> GroupRow:
    """A group's name, for words that hold their own permission. Raises NotAllowed when there is none here."""
    row = Group.objects.within(initiative).filter(pk=group_id).first()
    if row is None:
        raise NotAllowed
    return GroupRow(row.pk, row.name)


def programme_names(*, initiative: InitiativeRef, actor: Actor) -> list[ProgrammeName]:
    """The programmes by name with their groups, without all that was held: two queries."""
    check_may_read_programmes(actor, initiative)
    groups = _by_programme(Group.objects.within(initiative))
    return [
        ProgrammeName(row.pk, row.loop_id, row.name, frozenset(one.pk for one in groups.get(row.pk, [])))
        for row in Programme.objects.within(initiative)
    ]


def programmes(*, initiative: InitiativeRef, actor: Actor) -> list[ProgrammeRow]:
    """The programmes with all that belongs to them. Six queries, however many."""
    check_may_read_programmes(actor, initiative)
    working = _by_programme(WorkingGroupMember.objects.within(initiative).select_related("partner"))
    steps = _by_programme(PlanStep.objects.within(initiative))
    sessions = _by_programme(Session.objects.within(initiative))
    outputs = _by_programme(Output.objects.within(initiative))
    groups = _by_programme(Group.objects.within(initiative))
    return [
        ProgrammeRow(
            row.pk,
            row.loop_id,
            row.name,
            row.purpose,
            ProgrammeState(row.state),
            row.starts_on,
            row.ends_on,
            tuple((one.partner.name, one.part) for one in working.get(row.pk, [])),
            tuple(one.partner_id for one in working.get(row.pk, [])),
            tuple(StepRow(one.pk, one.text, one.by_whom, one.due_on, one.done_on) for one in steps.get(row.pk, [])),
            tuple(
                SessionRow(one.pk, one.group_id, one.title, one.held_on, one.attended)
                for one in sessions.get(row.pk, [])
            ),
            tuple(
                OutputRow(one.pk, one.what, one.count, one.source, one.counted_on) for one in outputs.get(row.pk, [])
            ),
            tuple(GroupRow(one.pk, one.name) for one in groups.get(row.pk, [])),
        )
        for row in Programme.objects.within(initiative)
    ]


def programme(*, initiative: InitiativeRef, actor: Actor, programme_id: int) -> ProgrammeRow:
    """One programme. Raises NotAllowed, also when unknown."""
    found = next((row for row in programmes(initiative=initiative, actor=actor) if row.id == programme_id), None)
    if found is None:
        raise NotAllowed
    return found


def attendance_consent(language: str) -> AttendanceConsent:
    """The text in a language, else in Swedish, with the version a consent is kept under."""
    fact = facts.load("texts", "attendance")
    said = tuple(text.get(language, text["sv"]) for text in fact["strings"].values())
    return AttendanceConsent(f"attendance-{fact['date']}", said)


def participants(*, initiative: InitiativeRef, actor: Actor, group_id: int) -> list[ParticipantRow]:
    """Who stands in a group's list. Raises NotAllowed unless the actor leads it, also when unknown."""
    check_leads_group(actor, initiative, group_id)
    group(initiative=initiative, group_id=group_id)
    rows = Participant.objects.within(initiative).filter(group_id=group_id)
    came = Counter(
        Attendance.objects.within(initiative)
        .filter(participant__group_id=group_id)
        .values_list("participant_id", flat=True)
    )
    return [
        ParticipantRow(
            row.pk,
            row.name,
            AgeBand(row.consent_age_band),
            row.consent_language,
            AgreedHow(row.consent_how),
            row.agreed_on,
            came[row.pk],
        )
        for row in rows
    ]


def who_came(*, initiative: InitiativeRef, actor: Actor, session: SessionRow) -> list[int]:
    """Participants who were at a session, by id. Raises NotAllowed unless the actor leads its group."""
    if session.group_id is None:
        return []
    check_leads_group(actor, initiative, session.group_id)
    rows = Attendance.objects.within(initiative).filter(session_id=session.id)
    return list(rows.values_list("participant_id", flat=True))


def leaders_of(*, initiative: InitiativeRef, actor: Actor, group_id: int) -> list[LeaderRow]:
    """A group's leaders. Raises NotAllowed unless the actor is a member."""
    check_may_read_programmes(actor, initiative)
    rows = GroupLeader.objects.within(initiative).filter(group_id=group_id).select_related("user")
    return [LeaderRow(row.user_id, str(row.user)) for row in rows]


def possible_leaders(*, initiative: InitiativeRef, actor: Actor) -> list[LeaderRow]:
    """Activity leaders of the initiative, by name, for whoever may start a group."""
    check_may_add_group(actor, initiative)
    rows = members(initiative=initiative, actor=actor)
    return [LeaderRow(row.user_id, row.name) for row in rows if row.role == Role.ACTIVITY_LEADER]


def loop_of_group(*, initiative: InitiativeRef, group_id: int) -> int | None:
    """The loop a group's programme belongs to, for evidence about the group."""
    row = Group.objects.within(initiative).filter(pk=group_id).select_related("programme").first()
    return row.programme.loop_id if row and row.programme else None


def _by_programme(rows: Iterable[ProgrammePart]) -> dict[int | None, list[ProgrammePart]]:
    found: dict[int | None, list[ProgrammePart]] = {}
    for row in rows:
        found.setdefault(row.programme_id, []).append(row)
    return found
