"""Puts a report together from what is public: the same blocks for the page, the PDF and the archive."""

from __future__ import annotations

from typing import Any

from django.utils import timezone, translation
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from samklang.methods.disclosure.release import manifest_hash
from samklang.pages.components.process_map import process_map
from samklang.pages.components.report.blocks import Section, paragraph, picture, section, table_block
from samklang.pages.components.table import table
from samklang.pages.components.transit_map.draw import (
    standalone_narrow_svg,
    standalone_svg,
    standalone_wide_svg,
)
from samklang.pages.components.transit_map.words import description
from samklang.pages.publishing.compose_brief import brief_section, figures_section
from samklang.pages.publishing.compose_cases import cases_section
from samklang.pages.publishing.compose_change import change_section, unknown_section
from samklang.pages.publishing.compose_value import value_section
from samklang.pages.publishing.compose_work import decisions_section, partners_section, work_section
from samklang.pages.publishing.sources import Sources, sources_of
from samklang.records.initiative.models.scoped import InitiativeRef
from samklang.records.people.permissions import Actor
from samklang.records.process.queries import charters, trunk
from samklang.records.publishing.queries import ReportRow, pictures

LANGUAGES = ("sv", "en", "da")


def content_of(initiative: InitiativeRef, actor: Actor, row: ReportRow) -> dict[str, Any]:
    """The report in every language of the interface, ready to be frozen."""
    found = {}
    for language in LANGUAGES:
        with translation.override(language):
            found[language] = document_of(initiative, actor, row)
    return found


def uses_of(initiative: InitiativeRef, actor: Actor, row: ReportRow) -> list[dict[str, str]]:
    """Everything the report is built from, with its hash."""
    found = sources_of(initiative, actor, row)
    used = [{"kind": "release", "title": one.wave.name, "hash": one.hash} for one in found.used]
    if found.valued is not None:
        named = found.valued.row
        title = f"{named.name} {named.version}"
        written = manifest_hash({"text": named.text, "links": dict(named.links)})
        used.append({"kind": "value_map", "title": title, "hash": written})
    return used


def document_of(initiative: InitiativeRef, actor: Actor, row: ReportRow) -> dict[str, Any]:
    """The report in the active language."""
    found = sources_of(initiative, actor, row)
    sections = [
        figures_section(found),
        brief_section(found),
        partners_section(found),
        decisions_section(found),
        work_section(found),
        cases_section(found),
        change_section(found),
        value_section(found.valued),
        unknown_section(found.valued),
        section(_("The way forward"), paragraph(row.way_forward), name="forward"),
        _pictures(initiative, row),
        _method(found),
    ]
    return {
        "title": row.title,
        "summary": row.summary,
        "place": f"{initiative.name}, {initiative.place}",
        "author": initiative.name,
        "language": translation.get_language() or "sv",
        "cover": _cover(initiative, actor, found),
        "sections": [one for one in sections if one is not None],
        "foot": _("Written on %(day)s with Samklang. Every figure comes from released results, never from answers.")
        % {"day": date_format(timezone.localdate(), "j F Y")},
    }


def _cover(initiative: InitiativeRef, actor: Actor, found: Sources) -> dict[str, str]:
    """The map as it stands, wide and narrow on dark ground, and what stands around it."""
    shared, agreed = trunk(initiative=initiative, actor=actor), charters(initiative=initiative, actor=actor)
    drawn = process_map(initiative, shared, found.loops, agreed)
    language = translation.get_language() or "sv"
    begun = found.facts.begun_on
    today = date_format(timezone.localdate(), "j F Y")
    backbone = next((one.name for one in found.partners if one.is_backbone), found.facts.controller)
    return {
        "kicker": _("Effect report"),
        "period": f"{date_format(begun, 'j F Y')} – {today}" if begun else today,
        "wide": standalone_wide_svg(drawn, language, scheme="dark"),
        "narrow": standalone_narrow_svg(drawn, language, scheme="dark"),
        "paper": standalone_svg(drawn, language, scheme="dark"),
        "alt": description(drawn),
        "publisher": _("Published by %(backbone)s with %(number)s partners")
        % {"backbone": backbone, "number": sum(not one.is_backbone for one in found.partners)},
        "promise": _("Every figure leads to its working."),
        "how": _(
            "Read the map like this: the work begins with three shared stops, A to C. Then comes one line for each "
            "change people want to see. Each line has six stops, and the train stands where the work is now."
        ),
    }


def _pictures(initiative: InitiativeRef, row: ReportRow) -> Section | None:
    rows = pictures(initiative=initiative, report_id=row.id)
    return section(_("Pictures"), *(picture(one.id, one.media_type, one.alt, one.caption) for one in rows))


def _method(found: Sources) -> Section | None:
    """How the figures came about, and the hash of everything used."""
    used = [(one.wave.name, one.hash[:16]) for one in found.used]
    if found.valued is not None:
        named = found.valued.row
        used.append((named.name, _("version %(version)s") % {"version": named.version}))
    return section(
        _("How we know"),
        paragraph(
            _(
                "Answers are anonymous. When a survey closes, people are split once into groups of at least eight, "
                "and only ranges of counts are stored. Every figure here is worked out from those ranges."
            )
        ),
        paragraph(
            _(
                "The fingerprints below belong to what the report was built from. If a single figure in it had been "
                "changed afterwards, its fingerprint would be another."
            )
        ),
        table_block(table(_("Built from"), (_("What"), _("Fingerprint")), used)),
        name="method",
    )
