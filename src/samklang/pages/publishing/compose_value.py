"""The report's part on value: the sentence with its range, the picture, the working, and what must be said."""

from __future__ import annotations

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from samklang.methods.kernel.findings import errors
from samklang.pages.components.finding_words import finding_text
from samklang.pages.components.report.blocks import (
    Block,
    Section,
    bullets,
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
from samklang.pages.publishing.sources import value_of
from samklang.records.initiative.models.scoped import InitiativeRef
from samklang.records.people.permissions import Actor, Refused
from samklang.records.publishing.queries import ReportRow
from samklang.records.value.queries import Valued


def check_value(initiative: InitiativeRef, actor: Actor, row: ReportRow) -> None:
    """A report that waits to be signed has a value one can read. Raises Refused with what stops the map."""
    found = value_of(initiative, actor, row)
    if found is not None and found.answer.refused:
        raise Refused("\n".join([_stopped(found), *_errors(found)]))


def _stopped(found: Valued) -> str:
    return _(
        "The value map “%(map)s” has errors, so it gives no value. Mend it, or choose another map for the report."
    ) % {"map": found.row.name}


def _errors(found: Valued) -> list[str]:
    stop = errors(found.answer.findings)
    return list(dict.fromkeys(finding_text(one, found.shared) for one in stop))


def value_section(found: Valued | None) -> Section | None:
    """What it was worth; of a map with errors a draft says what stops it."""
    if found is None:
        return None
    title = _("What it was worth")
    if found.answer.refused:
        working = link(_("How we worked it out: %(map)s") % {"map": found.row.name}, f"map:{found.row.id}")
        return section(title, paragraph(_stopped(found)), bullets(_errors(found)), working, name="value")
    said = dict.fromkeys(finding_text(one) for one in found.answer.findings)
    ratio = ratio_of(found.answer)
    return section(
        title,
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
                (f"{row.sign}\u00a0{row.factor}".strip(), row.what, row.source or "–", row.running)
                for row in ledger_of(one, one.outcome).rows
            ],
        )
        for one in found.answer.working
    ]
