"""The process as pictures: the transit map of an initiative, and the strip that says where one is."""

from __future__ import annotations

from collections.abc import Sequence

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from samklang.methods.process.loop import LineState
from samklang.methods.process.loop import StopState as StopFact
from samklang.methods.process.template import in_language
from samklang.methods.process.template import stop as template_stop
from samklang.pages.components.lines import LineMark, StopState
from samklang.pages.components.transit_map import Line, Stop, TransitMap, TrunkStop
from samklang.pages.components.where import Strip, StripStop
from samklang.records.initiative.models.scoped import InitiativeRef
from samklang.records.process.queries import CharterRow, LoopRow

CHARTER_OF = {"A": "manifesto", "B": "mission", "C": "governance"}


def line_of(row: LoopRow) -> LineMark:
    """How a loop's line is recognised."""
    return LineMark(row.number, row.name)


def trunk_line() -> LineMark:
    """The shared line."""
    return LineMark(0, _("The shared stops"))


def stop_name(stop: str) -> str:
    """A stop's name in the reader's language."""
    return in_language(template_stop(stop).name, get_language() or "sv")


def state_of(fact: StopFact) -> StopState:
    """How a stop is drawn. One the train has left that lacks something again is reopened."""
    if fact.standing == "done":
        return "done" if not fact.missing else "reopened"
    return "under_way" if fact.standing == "here" else "not_begun"


def trunk_state_of(fact: StopFact) -> StopState:
    """How a shared stop is drawn: the trunk has no train, so a stop is done when nothing is missing."""
    if not fact.missing:
        return "done"
    return "under_way" if fact.filled else "not_begun"


def process_map(
    initiative: InitiativeRef, trunk: LineState, loops: Sequence[LoopRow], charters: Sequence[CharterRow]
) -> TransitMap:
    """The whole initiative as a map."""
    versions = {row.kind.value: row for row in reversed(charters)}
    shared = tuple(
        TrunkStop(
            fact.stop,
            stop_name(fact.stop),
            trunk_state_of(fact),
            _version(versions.get(CHARTER_OF[fact.stop])),
            here=bool(fact.missing) and fact.stop == trunk.at,
            href=reverse("trunk_stop", kwargs={"slug": initiative.slug, "stop": fact.stop}),
        )
        for fact in trunk.stops
    )
    return TransitMap(initiative.name, shared, tuple(_line(initiative, row) for row in loops))


def trunk_strip(initiative: InitiativeRef, trunk: LineState, here: str = "") -> Strip:
    """Where one is on the shared line."""
    stops = tuple(
        StripStop(
            fact.stop,
            stop_name(fact.stop),
            trunk_state_of(fact),
            fact.stop == here,
            reverse("trunk_stop", kwargs={"slug": initiative.slug, "stop": fact.stop}),
        )
        for fact in trunk.stops
    )
    return Strip(trunk_line(), stops)


def loop_strip(initiative: InitiativeRef, row: LoopRow, here: str = "") -> Strip:
    """Where one is on a loop; the stop where the train stands unless another is named."""
    stops = tuple(
        StripStop(
            fact.stop,
            stop_name(fact.stop),
            state_of(fact),
            fact.stop == (here or row.at),
            reverse("loop_stop", kwargs={"slug": initiative.slug, "loop": row.id, "stop": fact.stop}),
        )
        for fact in row.state.stops
    )
    return Strip(line_of(row), stops, _("turn %(number)s") % {"number": row.turn})


def _line(initiative: InitiativeRef, row: LoopRow) -> Line:
    since = _("since %(date)s") % {"date": date_format(row.at_since, "j F Y")}
    stops = tuple(
        Stop(
            fact.stop,
            stop_name(fact.stop),
            state_of(fact),
            required=fact.required,
            held=fact.filled,
            here=fact.stop == row.at,
            href=reverse("loop_stop", kwargs={"slug": initiative.slug, "loop": row.id, "stop": fact.stop}),
            since=since if fact.stop == row.at else "",
        )
        for fact in row.state.stops
    )
    return Line(LineMark(row.number, row.name, row.outcome.title), stops)


def _version(row: CharterRow | None) -> str:
    if row is None:
        return ""
    return _("version %(version)s, %(year)s") % {"version": row.version, "year": row.adopted_on.year}
