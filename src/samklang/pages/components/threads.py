"""The thread of a loop: need → outcome → decision → programme → answers → value → report, each a link."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Literal

from django.urls import reverse
from django.utils.translation import gettext as _

from samklang.pages.components.process_map import line_of
from samklang.pages.components.where import Thread, ThreadLink
from samklang.records.activities.queries import ProgrammeName, programme_names
from samklang.records.initiative.models.scoped import InitiativeRef
from samklang.records.measurement.queries import releases
from samklang.records.people.permissions import Actor
from samklang.records.process.queries import LoopRow, latest_decision_of, loops
from samklang.records.publishing.queries import reports
from samklang.records.value.queries import MapName, map_names

Knot = Literal["need", "outcome", "decision", "programme", "answers", "value", "report", ""]


def loop_of_programme(*, initiative: InitiativeRef, actor: Actor, programme_id: int) -> int | None:
    """The loop a programme stands on."""
    rows = programme_names(initiative=initiative, actor=actor)
    return next((row.loop_id for row in rows if row.id == programme_id), None)


def loop_of_group(*, initiative: InitiativeRef, actor: Actor, group_id: int | None) -> int | None:
    """The loop of the programme a group belongs to."""
    for row in programme_names(initiative=initiative, actor=actor):
        if group_id in row.group_ids:
            return row.loop_id
    return None


def thread_of(
    initiative: InitiativeRef,
    actor: Actor,
    loop_id: int | None,
    here: Knot = "",
    title: str = "",
    map_name: str = "",
    group_id: int | None = None,
) -> Thread | None:
    """The thread of a loop, of the first one when none is named; nothing while there is no loop.

    here: the knot this page is; title: what it is called, when the loop has several such things; map_name: the value
    map the thread goes through, group_id: the group whose answers it goes through, when there are several.
    """
    # The thread doesn't ask where the lines stand, so no evidence is read for it.
    rows = loops(initiative=initiative, actor=actor, known=[])
    row = next((one for one in rows if loop_id in (None, one.id)), None)
    if row is None:
        return None
    links = _links(initiative, actor, row, here, map_name, group_id)
    return Thread(line_of(row), tuple(replace(one, title=title) if one.here and title else one for one in links))


def _links(
    initiative: InitiativeRef, actor: Actor, row: LoopRow, here: Knot, map_name: str, group_id: int | None
) -> Iterator[ThreadLink]:
    slug = initiative.slug
    need = reverse("need", kwargs={"slug": slug, "need": row.outcome.need_id})
    yield ThreadLink(_("need"), row.outcome.need, need, here == "need")
    outcome = reverse("outcome", kwargs={"slug": slug, "outcome": row.outcome.id})
    yield ThreadLink(_("outcome"), row.outcome.title, outcome, here == "outcome")
    decided = latest_decision_of(initiative=initiative, actor=actor, loop_id=row.id)
    title, href = "", ""
    if decided is not None:
        title, href = decided[1], reverse("decision", kwargs={"slug": slug, "number": decided[0]})
    yield ThreadLink(_("decision"), title, href, here == "decision")
    own = [one for one in programme_names(initiative=initiative, actor=actor) if one.loop_id == row.id]
    title, href = "", ""
    if own:
        title, href = own[0].name, reverse("programme", kwargs={"slug": slug, "programme": own[0].id})
    yield ThreadLink(_("activity"), title, href, here == "programme")
    yield _answers(initiative, actor, own, here, group_id)
    yield from _ends(initiative, actor, own, here, map_name)


def _answers(
    initiative: InitiativeRef, actor: Actor, own: list[ProgrammeName], here: Knot, group_id: int | None
) -> ThreadLink:
    """The newest answers about the loop: of the group named, else of its own groups, else the area's."""
    groups = {group for programme in own for group in programme.group_ids}
    told = releases(initiative=initiative, actor=actor) if own else []
    mine = [one for one in told if one.wave.group_id in groups] or [one for one in told if not one.wave.group_id]
    mine.sort(key=lambda one: one.wave.group_id != group_id)
    if not mine:
        return ThreadLink(_("answers"), "", "", here == "answers")
    href = reverse("result", kwargs={"slug": initiative.slug, "wave": mine[0].wave.id})
    return ThreadLink(_("answers"), mine[0].wave.name, href, here == "answers")


def _ends(
    initiative: InitiativeRef, actor: Actor, own: list[ProgrammeName], here: Knot, map_name: str
) -> Iterator[ThreadLink]:
    """The value and the report that tells it. With several maps: the one named, else one that a report tells."""
    ids = {one.id for one in own}
    every = map_names(initiative=initiative, actor=actor, programme_ids=ids)
    names = {one.id: one.name for one in every}
    told = {
        names[one.value_map_id]: one
        for one in reversed(reports(initiative=initiative, actor=actor))
        if one.published and one.value_map_id in names
    }
    newest: dict[str, MapName] = {}
    for one in every:
        newest.setdefault(one.name, one)
    maps = list(newest.values())
    maps.sort(key=lambda one: (one.name != map_name, one.name not in told))
    title, href = "", ""
    if maps:
        title, href = maps[0].name, reverse("value_map", kwargs={"slug": initiative.slug, "map": maps[0].id})
    yield ThreadLink(_("value"), title, href, here == "value")
    report = told.get(maps[0].name) if maps else None
    title, href = "", ""
    if report is not None:
        title, href = report.title, reverse("report", kwargs={"slug": initiative.slug, "number": report.number})
    yield ThreadLink(_("report"), title, href, here == "report")
