"""The report in brief: for each line a finding and what can't be said of it; then a few large numbers."""

from __future__ import annotations

from django.utils.translation import gettext as _

from samklang.pages.components.area_words import area_table
from samklang.pages.components.drawing.numbers import number
from samklang.pages.components.line_findings import LineFinding, line_findings
from samklang.pages.components.report.blocks import Block, Section, card, cards, figures, link, section, table_block
from samklang.pages.components.value_words import value_in_short
from samklang.pages.publishing.sources import Sources
from samklang.records.process.queries import LoopRow
from samklang.records.value.queries import Valued


def brief_section(found: Sources) -> Section | None:
    """A card for each line."""
    begun = {row.loop_id for row in found.programmes if row.sessions}
    measured = {one.loop.id: one for one in line_findings(found.loops, begun, found.view)}
    rows = [
        _measured(measured[row.id], _worth(row, found.valued)) if row.id in measured else _decided(found, row)
        for row in sorted(found.loops, key=lambda row: row.number)
    ]
    return section(_("In brief"), cards(rows), name="brief")


def _measured(one: LineFinding, worth: str) -> Block:
    working = link(_("See the answers"), f"wave:{one.wave}", "change")
    said = f"{one.text}. {worth}".strip()
    return card(one.loop.number, one.loop.name, one.title, said, one.unknown, working)


def _worth(row: LoopRow, valued: Valued | None) -> str:
    if valued is None or valued.answer.refused or valued.row.programme.loop_id != row.id:
        return ""
    return value_in_short(valued)


def _decided(found: Sources, row: LoopRow) -> Block:
    decided = next((one for one in found.decisions if one.loop_id == row.id), None)
    if decided is None:
        text = _("Nothing has been decided yet.")
        unknown = _("There are no results to tell of.")
        return card(row.number, row.name, row.outcome.title, text, unknown, link("", "", "work"))
    unknown = _("We can't say anything about results yet: nothing has been measured since it began.")
    if decided.dissent:
        unknown = _("There are no results yet. The decision was made with somebody thinking otherwise.")
    ref = f"decision:{decided.number}"
    return card(
        row.number, row.name, decided.title, decided.what, unknown, link(_("Read the decision"), ref, ref_name(ref))
    )


def ref_name(ref: str) -> str:
    """A ref as the name of a place in the report."""
    return ref.replace(":", "-")


def figures_section(found: Sources) -> Section | None:
    """The place and the work in a few numbers."""
    facts = found.facts
    held = sum(len(row.sessions) for row in found.programmes)
    visits = sum(row.attended for row in found.programmes)
    answered = found.view.questions[0].told.n if found.view and found.view.questions else None
    wave = f"wave:{found.after.wave.id}" if found.after else ""
    rows = (
        (facts.population, _("people live here"), link("")),
        (len(found.partners), _("partners work together"), link("", "partners", "partners")),
        (len(found.decisions), _("decisions, each with those who were asked"), link("", "decisions", "decisions")),
        (held, _("times something was held"), link("", "activities", "work")),
        (visits, _("visits; who came twice counts twice"), link("", "activities", "work")),
        (answered, _("residents answered last time"), link("", wave, "change")),
    )
    title = _("%(place)s in figures") % {"place": facts.ref.place.split(",")[0]}
    shown = [(number(value), label, working) for value, label, working in rows if value]
    area = table_block(area_table(found.area, _("What others have counted"))) if found.area else None
    return section(title, figures(shown), area, name="figures")
