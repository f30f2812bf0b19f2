"""The report's parts on partners, decisions and what was done."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from samklang.pages.components.report.blocks import Block, Section, bullets, facts, heading, paragraph, quote, section
from samklang.records.activities.queries import ProgrammeRow, programmes
from samklang.records.initiative.enums import Sector
from samklang.records.initiative.models.scoped import InitiativeRef
from samklang.records.initiative.queries import public_partners
from samklang.records.people.permissions import Actor
from samklang.records.process.queries import DecisionRow, decisions


def partners_section(initiative: InitiativeRef) -> Section | None:
    """Who takes part, by sector."""
    rows = public_partners(initiative)
    named = [
        (str(sector.label), ", ".join(row.name for row in rows if row.sector == sector))
        for sector in Sector
        if any(row.sector == sector for row in rows)
    ]
    return section(_("Who takes part"), facts(named))


def decisions_section(initiative: InitiativeRef, actor: Actor) -> Section | None:
    """What was decided, with dissent as large as support."""
    rows = decisions(initiative=initiative, actor=actor)
    return section(_("What we decided"), *(block for row in reversed(rows) for block in _decision(row)))


def _decision(row: DecisionRow) -> Iterator[Block | None]:
    yield heading(row.title)
    yield paragraph(row.what)
    yield paragraph(_("Why: %(reasons)s") % {"reasons": row.reasons})
    left_out = [one["title"] for one in row.options if not one["chosen"]]
    if left_out:
        yield paragraph(_("Left out: %(options)s.") % {"options": "; ".join(left_out)})
    for one in row.anchored:
        yield quote(one["words"], _("%(who)s, asked before the decision") % {"who": one["who"]})
    for one in row.dissent:
        yield quote(one["words"], _("%(who)s, who thought otherwise") % {"who": one["who"]})
    became = row.became or _("Nothing has been told yet.")
    yield paragraph(_("What became of it: %(became)s") % {"became": became})
    day = date_format(row.decided_on, "j F Y")
    yield paragraph(f"{row.decided_by}, {day}", quiet=True)


def work_section(initiative: InitiativeRef, actor: Actor) -> Section | None:
    """What was done, in counts."""
    rows = programmes(initiative=initiative, actor=actor)
    return section(_("What we did"), *(block for row in rows for block in _programme(row)))


def _programme(row: ProgrammeRow) -> Iterator[Block | None]:
    yield heading(row.name)
    yield paragraph(row.purpose)
    if not row.sessions and not row.outputs:
        yield paragraph(_("Planned, not started."), quiet=True)
        return
    held = _("%(times)s times held, %(visits)s visits in all; the same person coming twice counts twice.") % {
        "times": len(row.sessions),
        "visits": row.attended,
    }
    yield bullets([held, *(f"{one.count} {one.what} ({one.source})" for one in row.outputs)])
