"""What the pages of activities show."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import get_language

from samklang.methods.process.loop import may_record
from samklang.methods.process.template import in_language
from samklang.pages.components.process_map import loop_strip
from samklang.pages.components.threads import thread_of
from samklang.pages.components.where import Strip, Thread
from samklang.records.activities.enums import ProgrammeState
from samklang.records.activities.permissions import RUNS_ACTIVITIES
from samklang.records.activities.queries import ProgrammeRow, programme, programmes
from samklang.records.initiative.models.scoped import InitiativeRef
from samklang.records.initiative.permissions import BACKBONE, has_role
from samklang.records.measurement.queries import FollowUpRow, ReleaseRow, follow_up_plans, releases
from samklang.records.people.permissions import Actor
from samklang.records.process.queries import evidence, facts_on
from samklang.records.process.queries import loop as loop_row
from samklang.records.value.queries import ValueMapRow, value_maps

LATEST = 8


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
        thread_of(initiative, actor, row.loop_id, "programme"),
        row.state == ProgrammeState.PLANNED,
        row.state == ProgrammeState.RUNNING,
        _refusal(initiative, actor, row),
        has_role(actor, initiative, BACKBONE),
        has_role(actor, initiative, RUNS_ACTIVITIES),
    )


def _refusal(initiative: InitiativeRef, actor: Actor, row: ProgrammeRow) -> str:
    """What must exist before the programme can start."""
    rows = facts_on(evidence(initiative=initiative, actor=actor), row.loop_id)
    answer = may_record("programme_started", rows, row.subject)
    return " ".join(in_language(reason.text, get_language() or "sv") for reason in answer.reasons)
