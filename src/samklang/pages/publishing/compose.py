"""Puts a report together from what is public: the same blocks for the page, the PDF and the archive."""

from __future__ import annotations

from typing import Any

from django.utils import timezone, translation
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from samklang.methods.disclosure.release import manifest_hash
from samklang.pages.components.process_map import process_map
from samklang.pages.components.report.blocks import Section, drawing, facts, paragraph, picture, section, table_block
from samklang.pages.components.table import table
from samklang.pages.components.transit_map.draw import standalone_svg
from samklang.pages.components.transit_map.words import description
from samklang.pages.publishing.compose_change import cases_section, change_section, unknown_section, used_releases
from samklang.pages.publishing.compose_value import value_of, value_section
from samklang.pages.publishing.compose_work import decisions_section, partners_section, work_section
from samklang.records.initiative.models.scoped import InitiativeRef
from samklang.records.initiative.queries import initiative_facts
from samklang.records.people.permissions import Actor
from samklang.records.process.queries import charters, loops, trunk
from samklang.records.publishing.queries import ReportRow, pictures
from samklang.records.value.queries import Valued

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
    used = [{"kind": "release", "title": one.wave.name, "hash": one.hash} for one in used_releases(initiative)]
    found = value_of(initiative, actor, row)
    if found is not None:
        written = {"text": found.row.text, "links": dict(found.row.links)}
        title = f"{found.row.name} {found.row.version}"
        used.append({"kind": "value_map", "title": title, "hash": manifest_hash(written)})
    return used


def document_of(initiative: InitiativeRef, actor: Actor, row: ReportRow) -> dict[str, Any]:
    """The report in the active language."""
    found = value_of(initiative, actor, row)
    sections = [
        _place(initiative, actor),
        partners_section(initiative),
        decisions_section(initiative, actor),
        work_section(initiative, actor),
        cases_section(initiative),
        change_section(initiative),
        value_section(found),
        unknown_section(found),
        section(_("The way forward"), paragraph(row.way_forward)),
        _pictures(initiative, row),
        _method(initiative, found),
    ]
    language = translation.get_language() or "sv"
    return {
        "title": row.title,
        "summary": row.summary,
        "place": f"{initiative.name}, {initiative.place}",
        "author": initiative.name,
        "language": language,
        "sections": [one for one in sections if one is not None],
        "foot": _("Written on %(day)s with Samklang. Every figure comes from released results, never from answers.")
        % {"day": date_format(timezone.localdate(), "j F Y")},
    }


def _place(initiative: InitiativeRef, actor: Actor) -> Section | None:
    about = initiative_facts(initiative=initiative, actor=actor)
    with_map = process_map(
        initiative,
        trunk(initiative=initiative, actor=actor),
        loops(initiative=initiative, actor=actor),
        charters(initiative=initiative, actor=actor),
    )
    language = translation.get_language() or "sv"
    rows = [(_("Place"), initiative.place)]
    if about.population:
        rows.append((_("People who live there"), f"{about.population:,}".replace(",", "\u00a0")))
    if about.begun_on:
        rows.append((_("Begun"), date_format(about.begun_on, "j F Y")))
    rows.append((_("Answers for personal data"), about.controller))
    return section(
        _("The place and where the work stands"),
        paragraph(about.summary),
        drawing(standalone_svg(with_map, language), description(with_map)),
        facts(rows),
    )


def _pictures(initiative: InitiativeRef, row: ReportRow) -> Section | None:
    rows = pictures(initiative=initiative, report_id=row.id)
    return section(_("Pictures"), *(picture(one.id, one.media_type, one.alt, one.caption) for one in rows))


def _method(initiative: InitiativeRef, found: Valued | None) -> Section | None:
    """How the figures came about, and the hash of everything used."""
    used = [(one.wave.name, one.hash[:16]) for one in used_releases(initiative)]
    if found is not None:
        used.append((found.row.name, _("version %(version)s") % {"version": found.row.version}))
    return section(
        _("How we know"),
        paragraph(
            _(
                "Answers are anonymous. When a survey closes, people are split once into groups of at least eight, "
                "and only ranges of counts are stored. Every figure here is worked out from those ranges."
            )
        ),
        table_block(table(_("Built from"), (_("What"), _("Fingerprint")), used)),
    )
