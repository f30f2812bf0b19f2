"""The report's cases: each group that anyone may read of, in its own words and Läget by Läget."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from samklang.methods.disclosure.words import Word
from samklang.pages.components.charts import BucketSlope, WavePoint
from samklang.pages.components.release_view import ReleaseView, release_view
from samklang.pages.components.report.blocks import (
    Block,
    Section,
    figure,
    heading,
    link,
    pair,
    paragraph,
    quote,
    section,
)
from samklang.pages.components.told import either
from samklang.pages.publishing.sources import Sources
from samklang.records.measurement.queries import ReleaseDetail

MOST_SLOPES = 2


def cases_section(found: Sources) -> Section | None:
    """Each group that is large enough for anyone to read of."""
    rows = found.groups
    names = sorted({row.wave.group for row in rows})
    cases = [block for name in names for block in _case([row for row in rows if row.wave.group == name])]
    lead = _(
        "A conversation group answers the same questions three times, and talks through what lies behind. The groups "
        "are small, so we say few, about half or most, never a number."
    )
    return section(_("Groups, in their own words"), paragraph(lead), *cases, name="cases") if cases else None


def _case(rows: list[ReleaseDetail]) -> Iterator[Block | None]:
    ordered = sorted(rows, key=lambda row: row.wave.number)
    views = [release_view(row, public=True) for row in ordered]
    if any(view.level == "nothing" for view in views) or len(views) < 2:
        return
    yield heading(ordered[-1].wave.group)
    drawn = [figure(slope.figure(get_language() or "sv"), narrow=True, tabled=False) for slope in _slopes(views)]
    said = [block for row in ordered for block in _said(row)]
    working = link(_("All answers of the group"), f"wave:{ordered[-1].wave.id}")
    if said:
        yield pair([*said, working], drawn, pictured=True)
    else:
        nothing = paragraph(_("The group has not written down what it thinks lies behind."), quiet=True)
        yield pair([nothing, working], drawn[:1], pictured=True)


def _said(row: ReleaseDetail) -> Iterator[Block | None]:
    for reading in row.readings:
        yield quote(reading.text, _("The group about %(wave)s") % {"wave": row.wave.name.split(",")[0]})
        if reading.next_step:
            yield paragraph(_("What they decided next: %(step)s") % {"step": reading.next_step}, quiet=True)


def _slopes(views: list[ReleaseView]) -> Iterator[BucketSlope]:
    last = views[-1]
    read = {one.id for view in views for one in view.readings}
    asked = sorted(last.questions, key=lambda one: one.id not in read)
    for one in asked[:MOST_SLOPES]:
        points = [WavePoint(view.row.wave.name.split(",")[0], _word(view, one.id)) for view in views]
        yield BucketSlope(
            title=one.text,
            unit=_("How many answered %(answers)s") % {"answers": either(one.answers)},
            people=last.people,
            source=last.row.wave.questionnaire,
            line=2,
            waves=tuple(points),
        )


def _word(view: ReleaseView, question: str) -> Word | None:
    return next((one.told.word for one in view.questions if one.id == question), None)
