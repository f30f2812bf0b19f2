"""The report's part on value: the sentence with its range, the picture, the working, and what must be said."""

from __future__ import annotations

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from samklang.pages.components.finding_words import finding_text
from samklang.pages.components.report.blocks import (
    Block,
    Section,
    figure,
    heading,
    link,
    paragraph,
    section,
    table_block,
    unknowns,
)
from samklang.pages.components.table import Table, table
from samklang.pages.components.value_picture import waterfall_of
from samklang.pages.components.value_words import ledger_of, linked_sentence, ratio_of, value_sentence
from samklang.records.initiative.models.scoped import InitiativeRef
from samklang.records.people.permissions import Actor
from samklang.records.publishing.queries import ReportRow
from samklang.records.value.queries import Valued, newest_version, worked_out


def value_of(initiative: InitiativeRef, actor: Actor, row: ReportRow) -> Valued | None:
    """The newest version of the report's value map, worked out."""
    found = newest_version(initiative=initiative, actor=actor, map_id=row.value_map_id)
    return worked_out(initiative, found) if found else None


def value_section(found: Valued | None) -> Section | None:
    """What it was worth; a map with errors says nothing here."""
    if found is None or found.answer.refused:
        return None
    said = dict.fromkeys(finding_text(one) for one in found.answer.findings)
    ratio = ratio_of(found.answer)
    return section(
        _("What it was worth"),
        paragraph(value_sentence(found)),
        paragraph(_("Resources to value: %(ratio)s.") % {"ratio": ratio}) if ratio else None,
        *(paragraph(linked_sentence(one)) for one in found.linked),
        _picture(found),
        link(_("How we worked it out: %(map)s") % {"map": found.row.name}, f"map:{found.row.id}"),
        *(table_block(one) for one in _workings(found)),
        heading(_("What must be said with it")) if said else None,
        unknowns([("", text) for text in said]),
        name="value",
    )


def _picture(found: Valued) -> Block | None:
    drawn = waterfall_of(found)
    # The working stands in a table right under it.
    return figure(drawn.figure(get_language() or "sv"), tabled=False) if drawn else None


def _workings(found: Valued) -> list[Table]:
    head = (_("Factor"), _("What"), _("Source"), _("Comes to"))
    return [
        table(
            _("The working for %(stakeholder)s") % {"stakeholder": one.stakeholder},
            head,
            [
                (f"{row.sign} {row.factor}".strip(), row.what, row.source or "–", row.running)
                for row in ledger_of(one, one.outcome).rows
            ],
        )
        for one in found.answer.working
    ]
