"""The report's parts on partners, decisions and what was done."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from samklang.pages.components.drawing.numbers import number
from samklang.pages.components.report.blocks import (
    Block,
    Section,
    bullets,
    facts,
    heading,
    link,
    pair,
    paragraph,
    section,
    voices,
)
from samklang.pages.publishing.compose_brief import ref_name
from samklang.pages.publishing.sources import Sources
from samklang.records.activities.queries import ProgrammeRow
from samklang.records.initiative.enums import Sector
from samklang.records.process.queries import DecisionRow


def partners_section(found: Sources) -> Section | None:
    """Who takes part, by sector."""
    named = [
        (str(sector.label), ", ".join(row.name for row in found.partners if row.sector == sector))
        for sector in Sector
        if any(row.sector == sector for row in found.partners)
    ]
    return section(_("Who takes part"), facts(named), name="partners")


def decisions_section(found: Sources) -> Section | None:
    """What was decided, with dissent as large as support."""
    rows = reversed(found.decisions)
    return section(_("What we decided"), *(block for row in rows for block in _decision(row)), name="decisions")


def _decision(row: DecisionRow) -> Iterator[Block | None]:
    yield heading(row.title, ref_name(f"decision:{row.number}"))
    yield paragraph(row.what)
    left_out = [one["title"] for one in row.options if not one["chosen"]]
    became = row.became or _("Nothing has been told yet.")
    yield facts(
        [
            (_("Why"), row.reasons),
            *([(_("Left out"), "; ".join(left_out))] if left_out else []),
            (_("Decided by"), f"{row.decided_by}, {date_format(row.decided_on, 'j F Y')}"),
            (_("What became of it"), became),
        ]
    )
    asked = voices(_("Asked before the decision"), [(one["words"], one["who"]) for one in row.anchored])
    against = voices(_("Thought otherwise"), [(one["words"], one["who"]) for one in row.dissent])
    yield pair([asked], [against or paragraph(_("Nobody thought otherwise."), quiet=True)])
    yield link(_("The decision and what it rests on"), f"decision:{row.number}")


def work_section(found: Sources) -> Section | None:
    """What was done, in counts."""
    return section(_("What we did"), *(block for row in found.programmes for block in _programme(row)), name="work")


def _programme(row: ProgrammeRow) -> Iterator[Block | None]:
    yield heading(row.name)
    yield paragraph(row.purpose)
    if not row.sessions and not row.outputs:
        yield paragraph(_("Planned, not started."), quiet=True)
        return
    held = _("%(times)s times held, %(visits)s visits in all; the same person coming twice counts twice.") % {
        "times": number(len(row.sessions)),
        "visits": number(row.attended),
    }
    yield bullets([held, *(f"{number(one.count)} {one.what} ({one.source})" for one in row.outputs)])
    yield link(_("The programme"), f"programme:{row.id}")
