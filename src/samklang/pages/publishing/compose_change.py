"""The report's parts on groups, the area's change, and what isn't known. Only what anyone may read is used."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from samklang.methods.disclosure.release import from_manifest
from samklang.methods.disclosure.telling import Word
from samklang.methods.measurement.released_change import NotTold, ReleasedChange, released_change
from samklang.pages.components.charts import BucketSlope, WavePoint
from samklang.pages.components.drawing.numbers import percent
from samklang.pages.components.release_view import ReleaseView, release_view
from samklang.pages.components.report.blocks import (
    Block,
    Section,
    bullets,
    figure,
    heading,
    paragraph,
    quote,
    section,
)
from samklang.records.initiative.models.scoped import InitiativeRef
from samklang.records.measurement.queries import ReleaseRow, public_releases
from samklang.records.value.queries import Valued

COMPARED = ("safe_01", "bel_01", "trust_01")
MOST_SLOPES = 3


def area_releases(initiative: InitiativeRef) -> list[ReleaseRow]:
    """The area's releases, oldest first."""
    rows = [row for row in public_releases(initiative) if row.wave.group_id is None]
    return sorted(rows, key=lambda row: row.wave.number)


def used_releases(initiative: InitiativeRef) -> list[ReleaseRow]:
    """The releases a report tells something of: the area's last two, and the groups anyone may read of."""
    groups = [row for row in public_releases(initiative) if row.wave.group_id is not None]
    told = [row for row in groups if release_view(row, public=True).level != "nothing"]
    return [*area_releases(initiative)[-2:], *told]


def cases_section(initiative: InitiativeRef) -> Section | None:
    """Each group that is large enough for anyone to read of: Läget by Läget, with its own reading."""
    rows = [row for row in public_releases(initiative) if row.wave.group_id is not None]
    names = sorted({row.wave.group for row in rows})
    cases = [block for name in names for block in _case([row for row in rows if row.wave.group == name])]
    return section(_("Groups, in their own words"), *cases)


def _case(rows: list[ReleaseRow]) -> Iterator[Block | None]:
    ordered = sorted(rows, key=lambda row: row.wave.number)
    views = [release_view(row, public=True) for row in ordered]
    if any(view.level == "nothing" for view in views) or len(views) < 2:
        return
    yield heading(ordered[-1].wave.group)
    yield from (figure(slope.figure(get_language() or "sv"), narrow=True) for slope in _slopes(views))
    for row in ordered:
        for reading in row.readings:
            yield quote(reading.text, _("The group about %(wave)s") % {"wave": row.wave.name})
            if reading.next_step:
                yield paragraph(_("What they decided next: %(step)s") % {"step": reading.next_step})


def _slopes(views: list[ReleaseView]) -> Iterator[BucketSlope]:
    last = views[-1]
    read = {one.id for view in views for one in view.readings}
    asked = sorted(last.questions, key=lambda one: one.id not in read)
    for one in asked[:MOST_SLOPES]:
        points = [WavePoint(view.row.wave.name.split(",")[0], _word(view, one.id)) for view in views]
        yield BucketSlope(
            title=_("%(question)s How many answered: %(answers)s") % {"question": one.text, "answers": one.ends},
            people=last.people,
            source=last.row.wave.questionnaire,
            line=2,
            waves=tuple(points),
        )


def _word(view: ReleaseView, question: str) -> Word | None:
    return next((one.told.word for one in view.questions if one.id == question), None)


def change_section(initiative: InitiativeRef) -> Section | None:
    """The area before and after, and those who take part beside the others."""
    rows = area_releases(initiative)
    if len(rows) < 2:
        return None
    before, after = rows[-2], rows[-1]
    view = release_view(after, public=True, before=before)
    charts = [figure(view.charts[0].figure(get_language() or "sv"))] if view.charts else []
    return section(
        _("What changed"),
        paragraph(change_sentence(view, before)),
        *charts,
        heading(_("Those who take part, and the others")),
        *(paragraph(words) for words in arms(before, after, view)),
        paragraph(
            _(
                "The same people were not followed from one time to the next, and those who take part have chosen it "
                "themselves. So these are changes side by side. They don't show what caused them."
            )
        ),
        *(quote(reading.text, _("The residents' own reading")) for one in view.readings for reading in one.readings),
    )


def change_sentence(view: ReleaseView, before: ReleaseRow) -> str:
    """Who answered, before any figure comes."""
    return _(
        "%(now)s in %(after)s who live here. They are not all who live here, and not the same "
        "people as in %(before)s."
    ) % {"now": view.people, "after": view.row.wave.name, "before": before.wave.name}


def arms(before: ReleaseRow, after: ReleaseRow, view: ReleaseView) -> Iterator[str]:
    """A sentence for each question that can be told for both arms at both times."""
    first, second = from_manifest(before.manifest), from_manifest(after.manifest)
    about = {one.id: one for one in view.questions}
    for question in COMPARED:
        if question not in about:
            continue
        try:
            change = released_change(first, second, question)
        except NotTold:
            continue
        yield f"{about[question].text} ({about[question].ends}): {arm_sentence(change)}"


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
    """What the report can't say."""
    rows = [
        _("What those who didn't answer would have said."),
        _("What would have happened without us: nobody was chosen by lot, and no other place has been followed."),
        _("Anything about groups under twelve: they are left out here, so that nobody can be recognised."),
    ]
    if found is not None:
        rows.append(_("What is not valued: what neither partners nor residents have put a number on."))
    return section(_("What we don't know"), bullets(rows))
