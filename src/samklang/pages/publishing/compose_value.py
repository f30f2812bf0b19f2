"""The report's part on value: the sentence with its range first, then the working, then what must be said."""

from __future__ import annotations

from django.utils.translation import gettext as _

from samklang.pages.components.report.blocks import Section, bullets, paragraph, section, table_block
from samklang.pages.components.table import Table, table
from samklang.pages.components.value_words import finding_text, ledger_of, linked_sentence, value_sentence
from samklang.records.initiative.models.scoped import InitiativeRef
from samklang.records.people.permissions import Actor
from samklang.records.publishing.queries import ReportRow
from samklang.records.value.queries import Valued, value_maps, worked_out


def value_of(initiative: InitiativeRef, actor: Actor, row: ReportRow) -> Valued | None:
    """The report's value map, worked out."""
    maps = value_maps(initiative=initiative, actor=actor)
    found = next((one for one in maps if one.id == row.value_map_id), None)
    return worked_out(initiative, found) if found else None


def value_section(found: Valued | None) -> Section | None:
    """What it was worth; a map with errors says nothing here."""
    if found is None or found.answer.refused:
        return None
    said = dict.fromkeys(finding_text(one) for one in found.answer.findings)
    return section(
        _("What it was worth"),
        paragraph(value_sentence(found)),
        *(table_block(one) for one in _workings(found)),
        *(paragraph(linked_sentence(one)) for one in found.linked),
        bullets(said),
    )


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
