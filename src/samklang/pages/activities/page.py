"""What the pages of activities show."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeVar

from django.core.paginator import Page, Paginator
from django.utils.translation import get_language

from samklang.methods.process.loop import may_record
from samklang.methods.process.template import in_language
from samklang.pages.components.form_page import FormPage
from samklang.pages.components.process_map import loop_strip
from samklang.pages.components.threads import thread_of
from samklang.pages.components.where import Strip, Thread
from samklang.records.activities.enums import ProgrammeState
from samklang.records.activities.permissions import RUNS_ACTIVITIES, leads_group
from samklang.records.activities.queries import (
    GroupRow,
    LeaderRow,
    OutputRow,
    ParticipantRow,
    ProgrammeRow,
    SessionRow,
    StepRow,
    attendance_consent,
    group,
    leaders_of,
    led_groups,
    participants,
    programme,
    programmes,
)
from samklang.records.initiative.models.scoped import InitiativeRef
from samklang.records.initiative.permissions import BACKBONE, has_role
from samklang.records.measurement.queries import FollowUpRow, ReleaseRow, follow_up_plans, releases
from samklang.records.people.permissions import Actor, NotAllowed
from samklang.records.process.queries import evidence, facts_on
from samklang.records.process.queries import loop as loop_row
from samklang.records.value.queries import ValueMapRow, value_maps

LATEST = 5
ON_A_PAGE = 25
Part = TypeVar("Part", StepRow, SessionRow, OutputRow)


@dataclass(frozen=True)
class ActivitiesPage:
    """The programmes."""

    rows: list[ProgrammeRow]
    may_plan: bool


@dataclass(frozen=True)
class ProgrammePage:
    """A programme: its plan, what was held, what came of it and how it is followed up.

    refusal: why it can't be started yet.
    """

    row: ProgrammeRow
    follow_up: FollowUpRow | None
    releases: list[ReleaseRow]
    maps: list[ValueMapRow]
    strip: Strip
    thread: Thread | None
    planned: bool
    running: bool
    refusal: str
    may_plan: bool
    may_report: bool
    latest: int = LATEST


@dataclass(frozen=True)
class ParticipantPage(FormPage):
    """The form for a name, with the text to read aloud in every language of the initiative."""

    texts: Sequence[tuple[str, str, str]] = ()


@dataclass(frozen=True)
class SessionsPage:
    """Everything a programme has held."""

    row: ProgrammeRow
    rows: Page[SessionRow]
    strip: Strip
    thread: Thread | None
    may_change: frozenset[int]
    may_report: bool


@dataclass(frozen=True)
class GroupPage:
    """A group. listed: those in its list, nothing for whoever doesn't lead it."""

    group: GroupRow
    programme: ProgrammeRow | None
    leaders: list[LeaderRow]
    sessions: list[SessionRow]
    releases: list[ReleaseRow]
    listed: list[ParticipantRow] | None
    consent: tuple[str, ...]
    strip: Strip | None
    thread: Thread | None


def activities_page(initiative: InitiativeRef, actor: Actor) -> ActivitiesPage:
    """Build the index."""
    return ActivitiesPage(programmes(initiative=initiative, actor=actor), has_role(actor, initiative, BACKBONE))


def programme_page(initiative: InitiativeRef, actor: Actor, programme_id: int) -> ProgrammePage:
    """Build a programme's page. Raises NotAllowed."""
    row = programme(initiative=initiative, actor=actor, programme_id=programme_id)
    plans = follow_up_plans(initiative=initiative, actor=actor)
    groups = {group.id for group in row.groups}
    told = releases(initiative=initiative, actor=actor)
    maps = value_maps(initiative=initiative, actor=actor)
    return ProgrammePage(
        row,
        next((plan for plan in plans if plan.programme_id == row.id), None),
        [one for one in told if one.wave.group_id in groups],
        [one for one in maps if one.programme.id == row.id],
        loop_strip(initiative, loop_row(initiative=initiative, actor=actor, loop_id=row.loop_id), "5"),
        thread_of(initiative, actor, row.loop_id, "programme", row.name),
        row.state == ProgrammeState.PLANNED,
        row.state == ProgrammeState.RUNNING,
        _refusal(initiative, actor, row),
        has_role(actor, initiative, BACKBONE),
        has_role(actor, initiative, RUNS_ACTIVITIES),
    )


def sessions_page(initiative: InitiativeRef, actor: Actor, programme_id: int, number: str) -> SessionsPage:
    """Build the list of sessions. Raises NotAllowed."""
    row = programme(initiative=initiative, actor=actor, programme_id=programme_id)
    line = loop_row(initiative=initiative, actor=actor, loop_id=row.loop_id)
    led = {group.id for group in led_groups(initiative=initiative, actor=actor)}
    may = has_role(actor, initiative, RUNS_ACTIVITIES)
    return SessionsPage(
        row,
        Paginator(row.sessions, ON_A_PAGE).get_page(number),
        loop_strip(initiative, line, "5"),
        thread_of(initiative, actor, row.loop_id, "programme", row.name),
        frozenset(one.id for one in row.sessions if may and (one.group_id is None or one.group_id in led)),
        may,
    )


def group_page(initiative: InitiativeRef, actor: Actor, group_id: int) -> GroupPage:
    """Build a group's page. Raises NotAllowed."""
    rows = programmes(initiative=initiative, actor=actor)
    row = group(initiative=initiative, group_id=group_id)
    own = next((one for one in rows if group_id in {each.id for each in one.groups}), None)
    leads = leads_group(actor, initiative, group_id)
    line = loop_row(initiative=initiative, actor=actor, loop_id=own.loop_id) if own else None
    told = releases(initiative=initiative, actor=actor)
    return GroupPage(
        row,
        own,
        leaders_of(initiative=initiative, actor=actor, group_id=group_id),
        [one for one in own.sessions if one.group_id == group_id][:LATEST] if own else [],
        [one for one in told if one.wave.group_id == group_id],
        participants(initiative=initiative, actor=actor, group_id=group_id) if leads else None,
        attendance_consent(get_language() or "sv").sentences,
        loop_strip(initiative, line, "5") if line else None,
        thread_of(initiative, actor, own.loop_id, "programme", row.name, group_id=group_id) if own else None,
    )


def consent_in_words(languages: Sequence[tuple[str, str]]) -> list[tuple[str, str, str]]:
    """The text somebody hears before they say yes: code, name and words of each language, the reader's own first."""
    ordered = sorted(languages, key=lambda one: one[0] != (get_language() or "sv"))
    return [(code, name, " ".join(attendance_consent(code).sentences)) for code, name in ordered]


def part_of(rows: Sequence[Part], wanted: int) -> Part:
    """The part of a programme with an id. Raises NotAllowed when the programme has none such."""
    found = next((row for row in rows if row.id == wanted), None)
    if found is None:
        raise NotAllowed
    return found


def _refusal(initiative: InitiativeRef, actor: Actor, row: ProgrammeRow) -> str:
    """What must exist before the programme can start."""
    rows = facts_on(evidence(initiative=initiative, actor=actor), row.loop_id)
    answer = may_record("programme_started", rows, row.subject)
    return " ".join(in_language(reason.text, get_language() or "sv") for reason in answer.reasons)
