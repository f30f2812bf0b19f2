"""The report's parts on the area's change and on what isn't known. Only what anyone may read is used."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from samklang.methods.disclosure.release import from_manifest
from samklang.methods.measurement.released_change import NotTold, ReleasedChange, released_change
from samklang.pages.components.charts import DotAndInterval
from samklang.pages.components.drawing.numbers import percent
from samklang.pages.components.release_view import ReleaseView
from samklang.pages.components.report.blocks import (
    Block,
    Section,
    bullets,
    figure,
    heading,
    link,
    paragraph,
    quote,
    section,
    unknowns,
)
from samklang.pages.components.told import either, finding
from samklang.pages.publishing.sources import Sources
from samklang.records.measurement.queries import ReleaseDetail
from samklang.records.value.queries import Valued


def change_section(found: Sources) -> Section | None:
    """The area before and after, and those who take part beside the others."""
    before, after, view = found.before, found.after, found.view
    if before is None or after is None or view is None:
        return None
    asked = questions_told(found, view)
    return section(
        _("What changed"),
        paragraph(change_sentence(view, before)),
        _picture(view, asked),
        link(_("Every question and every answer"), f"wave:{after.wave.id}"),
        *(quote(reading.text, _("The residents' own reading")) for one in view.readings for reading in one.readings),
        heading(_("Those who take part, and the others")),
        bullets(arms(before, after, view, asked)),
        paragraph(
            _(
                "The same people were not followed from one time to the next, and those who take part have chosen it "
                "themselves. So these are changes side by side. They don't show what caused them."
            )
        ),
        name="change",
    )


def questions_told(found: Sources, view: ReleaseView) -> list[str]:
    """The questions a report dwells on: those of the lines' outcomes, then those residents have read."""
    wanted = [row.outcome.question for row in found.loops] + [one.id for one in view.readings]
    known = {one.id for one in view.questions}
    return [one for one in dict.fromkeys(wanted) if one in known]


def _picture(view: ReleaseView, asked: list[str]) -> Block | None:
    """The chart of those questions only: the rest stands on the page of the answers."""
    texts = {one.text for one in view.questions if one.id in asked}
    chart = view.charts[0] if view.charts else None
    if not isinstance(chart, DotAndInterval):
        return None
    rows = tuple(row for row in chart.rows if row.label in texts)
    shown = replace(chart, title=finding(view), rows=rows, line=1) if rows else chart
    return figure(shown.figure(get_language() or "sv"))


def change_sentence(view: ReleaseView, before: ReleaseDetail) -> str:
    """Who answered, before any figure comes."""
    return _(
        "%(now)s in %(after)s who live here. They are not all who live here, and not the same "
        "people as in %(before)s."
    ) % {"now": view.people, "after": view.row.wave.name, "before": before.wave.name}


def arms(before: ReleaseDetail, after: ReleaseDetail, view: ReleaseView, asked: list[str]) -> Iterator[str]:
    """A sentence for each question that can be told for both arms at both times."""
    first, second = from_manifest(before.manifest), from_manifest(after.manifest)
    about = {one.id: one for one in view.questions}
    for question in asked:
        try:
            change = released_change(first, second, question)
        except NotTold:
            continue
        named = {"question": about[question].text, "answers": either(about[question].answers)}
        yield _("%(question)s Share who gave %(answers)s:") % named + " " + arm_sentence(change)


def arm_sentence(change: ReleasedChange) -> str:
    """Both arms at both times, and whether the difference can be told from chance."""
    shares = _(
        "among those who take part %(part_before)s and then %(part_after)s, among the others %(others_before)s and "
        "then %(others_after)s."
    ) % {
        "part_before": percent(change.part_before.value),
        "part_after": percent(change.part_after.value),
        "others_before": percent(change.others_before.value),
        "others_after": percent(change.others_after.value),
    }
    if change.difference.low <= 0 <= change.difference.high:
        return shares + " " + _("The difference between the changes is no larger than chance can make it.")
    return shares + " " + _("The difference between the changes is larger than chance alone would make it.")


def unknown_section(found: Valued | None) -> Section | None:
    """What the report can't claim, and why."""
    rows = [
        (
            _("That those who didn't answer think the same."),
            _("We only know what those who answered said."),
        ),
        (
            _("That the changes are due to us."),
            _("Nobody was chosen by lot and no other place was followed, so we don't know how it would have gone."),
        ),
        (
            _("Anything about groups under twelve."),
            _("They are left out here, so that nobody can be recognised."),
        ),
    ]
    if found is not None:
        rows.append(
            (
                _("That everything of worth has been counted."),
                _("Only what partners and residents have put a number on is in the value."),
            )
        )
    return section(_("What we can't claim"), unknowns(rows), name="unknown")
