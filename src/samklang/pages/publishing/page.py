"""What the pages of publishing show."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.core.paginator import Page, Paginator
from django.urls import reverse
from django.utils.translation import gettext as _

from samklang.pages.components.addresses import address_of
from samklang.pages.components.report.on_page import in_readers_language, on_page
from samklang.pages.components.threads import thread_of
from samklang.pages.components.where import Thread
from samklang.pages.publishing.compose import document_of
from samklang.records.initiative.models.scoped import InitiativeRef
from samklang.records.initiative.permissions import BACKBONE, has_role, roles_of
from samklang.records.measurement.queries import releases
from samklang.records.people.permissions import Actor
from samklang.records.publishing.enums import ReportState, SigningBody
from samklang.records.publishing.permissions import SIGNS
from samklang.records.publishing.queries import PictureRow, ReportRow, pictures, report, reports
from samklang.records.value.queries import newest_version

ON_A_PAGE = 25


@dataclass(frozen=True)
class PublishingPage:
    """The reports, page by page."""

    rows: Page[ReportRow]
    may_write: bool


@dataclass(frozen=True)
class ReportPage:
    """A report as it is now, or as it was frozen. refusal: why the reader can't sign it."""

    row: ReportRow
    document: Mapping[str, Any]
    signed: list[tuple[str, date | None]]
    is_draft: bool
    awaits: bool
    may_write: bool
    may_sign: bool
    refusal: str
    pictures: list[PictureRow]
    map: str
    thread: Thread | None


def publishing_page(initiative: InitiativeRef, actor: Actor, number: str | None) -> PublishingPage:
    """Build the index. number: which page of it."""
    shown = Paginator(reports(initiative=initiative, actor=actor), ON_A_PAGE).get_page(number)
    return PublishingPage(shown, has_role(actor, initiative, BACKBONE))


def report_page(initiative: InitiativeRef, actor: Actor, number: int) -> ReportPage:
    """Build a report's page. Raises NotAllowed."""
    row = report(initiative=initiative, actor=actor, number=number)
    signed = {one.body: one.signed_on for one in row.signed}

    def address(picture: int) -> str:
        return reverse("report_picture", kwargs={"slug": initiative.slug, "number": number, "picture": picture})

    bodies = [SIGNS[role] for role in roles_of(actor, initiative) if role in SIGNS]
    return ReportPage(
        row,
        on_page(document(initiative, actor, row), address, _opens(initiative, actor)),
        [(str(body.label), signed.get(body)) for body in SigningBody],
        row.state == ReportState.DRAFT,
        row.state == ReportState.AWAITING,
        has_role(actor, initiative, BACKBONE),
        bool(bodies),
        _("Your part has already signed.") if bodies and all(body in signed for body in bodies) else "",
        pictures(initiative=initiative, report_id=row.id) if row.state == ReportState.DRAFT else [],
        *_where(initiative, actor, row),
    )


def _opens(initiative: InitiativeRef, actor: Actor) -> Callable[[str], str]:
    """What a link of a report opens for this reader: of answers not theirs to see, the page anyone may read."""
    seen = {f"wave:{one.wave.id}" for one in releases(initiative=initiative, actor=actor)}

    def opens(ref: str) -> str:
        if ref.startswith("wave:") and ref not in seen:
            return reverse("open_initiative", kwargs={"slug": initiative.slug})
        return address_of(initiative, ref)

    return opens


def _where(initiative: InitiativeRef, actor: Actor, row: ReportRow) -> tuple[str, Thread | None]:
    """The address of the report's value map, and the thread it ends."""
    found = newest_version(initiative=initiative, actor=actor, map_id=row.value_map_id)
    if found is None:
        return "", thread_of(initiative, actor, None, "report", row.title)
    map_id = row.value_map_id if row.published else found.id
    address = reverse("value_map", kwargs={"slug": initiative.slug, "map": map_id})
    return address, thread_of(initiative, actor, found.programme.loop_id, "report", row.title, found.name)


def document(initiative: InitiativeRef, actor: Actor, row: ReportRow) -> Mapping[str, Any]:
    """The frozen document in the reader's language, or the draft as it would be frozen now."""
    if row.state == ReportState.DRAFT:
        return document_of(initiative, actor, row)
    return in_readers_language(row.content)
