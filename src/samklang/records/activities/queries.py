"""What may be read about groups."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from samklang.records.activities.enums import ProgrammeState
from samklang.records.activities.models import Group, Output, PlanStep, Programme, Session, WorkingGroupMember
from samklang.records.activities.permissions import check_may_read_programmes, led_group_ids, visible_group_ids
from samklang.records.initiative.models.scoped import InitiativeRef
from samklang.records.initiative.permissions import BACKBONE, has_role
from samklang.records.people.permissions import Actor, NotAllowed

ProgrammePart = TypeVar("ProgrammePart", WorkingGroupMember, PlanStep, Session, Output, Group)


@dataclass(frozen=True)
class GroupRow:
    """A group by name."""

    id: int
    name: str


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

    title: str
    held_on: date
    attended: int


@dataclass(frozen=True)
class OutputRow:
    """Something finished, with where the count comes from."""

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
            tuple(StepRow(one.pk, one.text, one.by_whom, one.due_on, one.done_on) for one in steps.get(row.pk, [])),
            tuple(SessionRow(one.title, one.held_on, one.attended) for one in sessions.get(row.pk, [])),
            tuple(OutputRow(one.what, one.count, one.source, one.counted_on) for one in outputs.get(row.pk, [])),
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


def loop_of_group(*, initiative: InitiativeRef, group_id: int) -> int | None:
    """The loop a group's programme belongs to, for evidence about the group."""
    row = Group.objects.within(initiative).filter(pk=group_id).select_related("programme").first()
    return row.programme.loop_id if row and row.programme else None


def _by_programme(rows: Iterable[ProgrammePart]) -> dict[int | None, list[ProgrammePart]]:
    found: dict[int | None, list[ProgrammePart]] = {}
    for row in rows:
        found.setdefault(row.programme_id, []).append(row)
    return found
