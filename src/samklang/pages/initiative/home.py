"""What an initiative's home shows: the map, what to do next, what was decided and told last."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from samklang.methods.process.template import in_language
from samklang.pages.components.line_findings import LineFinding, latest_pair, line_findings, view_of
from samklang.pages.components.lines import LineMark
from samklang.pages.components.process_map import line_of, process_map, stop_name, trunk_line
from samklang.pages.components.transit_map import TransitMap
from samklang.pages.components.where import NextStep, ThenRow
from samklang.records.activities.queries import ProgrammeRow, led_groups, programmes
from samklang.records.initiative.enums import Role
from samklang.records.initiative.models.scoped import InitiativeRef
from samklang.records.initiative.permissions import roles_of
from samklang.records.initiative.queries import InitiativeFacts, initiative_facts
from samklang.records.measurement.enums import WaveState
from samklang.records.measurement.queries import ReleaseRow, WaveRow, release_details, releases, waves
from samklang.records.people.permissions import Actor
from samklang.records.process.queries import DecisionRow, LoopRow, charters, decisions, evidence, loops, trunk
from samklang.records.publishing.enums import ReportState
from samklang.records.publishing.permissions import SIGNS
from samklang.records.publishing.queries import ReportRow, reports

LATEST = 4


@dataclass(frozen=True)
class HomePage:
    """The initiative at a glance."""

    facts: InitiativeFacts
    map: TransitMap
    next: NextStep | None
    then: tuple[ThenRow, ...]
    decisions: list[tuple[DecisionRow, LineMark]]
    findings: list[LineFinding]
    told: list[ReleaseRow]
    reports: list[ReportRow]
    open: list[WaveRow]


@dataclass(frozen=True)
class Standing:
    """What the next step is chosen from."""

    initiative: InitiativeRef
    roles: frozenset[Role]
    loops: list[LoopRow]
    programmes: list[ProgrammeRow]
    reports: list[ReportRow]
    waves: list[WaveRow]
    told: list[ReleaseRow]


def home_page(initiative: InitiativeRef, actor: Actor) -> HomePage:
    """Build the home."""
    known = evidence(initiative=initiative, actor=actor)
    lines = loops(initiative=initiative, actor=actor, known=known)
    shared = trunk(initiative=initiative, actor=actor, known=known)
    agreed = charters(initiative=initiative, actor=actor)
    rows = waves(initiative=initiative, actor=actor)
    told = releases(initiative=initiative, actor=actor)
    last = release_details(initiative=initiative, rows=[row for row in latest_pair(told) if row is not None])
    written = reports(initiative=initiative, actor=actor)
    standing = Standing(
        initiative,
        roles_of(actor, initiative),
        lines,
        programmes(initiative=initiative, actor=actor),
        written,
        rows,
        told,
    )
    decided = decisions(initiative=initiative, actor=actor, latest=LATEST)
    marks: dict[int | None, LineMark] = {row.id: line_of(row) for row in lines}
    begun = {row.loop_id for row in standing.programmes if row.sessions}
    steps = list(_steps(standing, bool(led_groups(initiative=initiative, actor=actor))))
    return HomePage(
        initiative_facts(initiative=initiative, actor=actor),
        process_map(initiative, shared, lines, agreed),
        steps[0] if steps else None,
        tuple(ThenRow(step.line, step.title, step.href) for step in steps[1 : LATEST + 1]),
        [(row, marks.get(row.loop_id, trunk_line())) for row in decided],
        list(line_findings(lines, begun, view_of(last))),
        told[:LATEST],
        [row for row in written if row.published][:LATEST],
        [row for row in rows if row.state == WaveState.OPEN],
    )


def _steps(now: Standing, leads_groups: bool) -> Iterator[NextStep]:
    """What there is to do for the reader, the most pressing first."""
    yield from _signing(now)
    if Role.PROCESS_LEADER in now.roles:
        yield from _leading(now)
    if leads_groups and Role.ACTIVITY_LEADER in now.roles:
        yield from _with_the_group(now)
    yield from _reading(now)


def _signing(now: Standing) -> Iterator[NextStep]:
    bodies = {SIGNS[role] for role in now.roles if role in SIGNS}
    for row in now.reports:
        if row.state == ReportState.AWAITING and bodies - {one.body for one in row.signed}:
            yield NextStep(
                trunk_line(),
                _("Reports"),
                _("Read and sign: %(title)s") % {"title": row.title},
                _("It is published when both the backbone and the resident council have signed."),
                _("Read the report"),
                _address(now, "report", number=row.number),
            )


def _leading(now: Standing) -> Iterator[NextStep]:
    """For each line what its stop lacks, with the button that leads there."""
    if not now.loops:
        title = _("Go through the shared stops")
        text = _("Manifesto, mission and roles come before the first line.")
        yield NextStep(trunk_line(), "", title, text, _("To the process"), _address(now, "process"))
    for row in sorted(now.loops, key=lambda one: one.number):
        here = next(each for each in row.state.stops if each.stop == row.at)
        if here.missing:
            words = in_language(here.missing[0].text, get_language() or "sv")
            where = f"{row.name} · {stop_name(row.at)}"
            href = _address(now, "loop", loop=row.id)
            yield NextStep(line_of(row), where, words, row.outcome.title, _("Open the stop"), href)


def _with_the_group(now: Standing) -> Iterator[NextStep]:
    """Figures nobody has talked through yet."""
    for row in now.told:
        if row.wave.group_id is not None and row.wave.view == "full" and not row.readings:
            title = _("Go through %(wave)s with the group") % {"wave": row.wave.name}
            text = _("Write down what the group says lies behind the figures.")
            href = _address(now, "result", wave=row.wave.id)
            yield NextStep(LineMark(0, row.wave.group), row.wave.group, title, text, _("Open the figures"), href)


def _reading(now: Standing) -> Iterator[NextStep]:
    for row in now.reports:
        if row.published:
            title = _("Read what came of it: %(title)s") % {"title": row.title}
            href = _address(now, "report", number=row.number)
            yield NextStep(trunk_line(), _("Reports"), title, row.summary, _("Read the report"), href)
    if not now.reports and now.told:
        row_told = now.told[0]
        title = _("Read the latest answers: %(wave)s") % {"wave": row_told.wave.name}
        href = _address(now, "result", wave=row_told.wave.id)
        yield NextStep(trunk_line(), _("Results"), title, "", _("Open the results"), href)


def _address(now: Standing, name: str, **parts: int) -> str:
    return reverse(name, kwargs={"slug": now.initiative.slug, **parts})
