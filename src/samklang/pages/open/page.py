"""What the open pages show."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.urls import reverse

from samklang.pages.components.release_view import ReleaseView, release_view
from samklang.pages.components.report.on_page import in_readers_language, on_page
from samklang.records.initiative.queries import (
    InitiativeFacts,
    PartnerRow,
    public_initiative,
    public_initiatives,
    public_partners,
)
from samklang.records.measurement.queries import OpenWave, ReleaseRow, open_waves_of, public_releases
from samklang.records.publishing.queries import ReportRow, public_report, public_reports


@dataclass(frozen=True)
class FrontPage:
    """The open initiatives."""

    initiatives: list[InitiativeFacts]


@dataclass(frozen=True)
class OpenInitiativePage:
    """One initiative as anyone may read it."""

    facts: InitiativeFacts
    partners: list[PartnerRow]
    area: ReleaseView | None
    groups: list[ReleaseView]
    waves: list[OpenWave]
    reports: list[ReportRow]


@dataclass(frozen=True)
class OpenReportPage:
    """A published report as anyone reads it."""

    facts: InitiativeFacts
    row: ReportRow
    document: Mapping[str, Any]


def front_page() -> FrontPage:
    """Build the front page."""
    return FrontPage(public_initiatives())


def initiative_page(slug: str) -> OpenInitiativePage:
    """Build an initiative's open page. Raises NotAllowed."""
    facts = public_initiative(slug)
    rows = public_releases(facts.ref)
    area = [row for row in rows if row.wave.group_id is None]
    view = release_view(area[0], public=True, before=area[1] if len(area) > 1 else None) if area else None
    return OpenInitiativePage(
        facts, public_partners(facts.ref), view, _groups(rows), open_waves_of(slug), public_reports(facts.ref)
    )


def _groups(rows: list[ReleaseRow]) -> list[ReleaseView]:
    """Each group's latest release that is large enough for anyone to read of."""
    latest: dict[int, ReleaseRow] = {}
    for row in rows:
        if row.wave.group_id is not None:
            latest.setdefault(row.wave.group_id, row)
    views = [release_view(row, public=True) for row in latest.values()]
    return [view for view in views if view.level != "nothing"]


def open_report_page(slug: str, number: int) -> OpenReportPage:
    """Build a published report's page. Raises NotAllowed, also when unknown."""
    facts = public_initiative(slug)
    _initiative, row = public_report(slug, number)

    def address(picture: int) -> str:
        return reverse("open_report_picture", kwargs={"slug": slug, "number": number, "picture": picture})

    return OpenReportPage(facts, row, on_page(in_readers_language(row.content), address))
