"""What the open pages show."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from samklang.pages.components.area_words import area_table
from samklang.pages.components.release_view import ReleaseView, first_telling, release_view
from samklang.pages.components.report.on_page import in_readers_language, on_page
from samklang.pages.components.table import Table
from samklang.pages.components.told import MOST_WAVES, ReadSlope, TenCard, finding, read_slopes, ten_cards
from samklang.records.initiative.enums import Sector
from samklang.records.initiative.models.scoped import InitiativeRef
from samklang.records.initiative.queries import (
    InitiativeFacts,
    public_area_figures,
    public_initiative,
    public_initiatives,
    public_partners,
)
from samklang.records.measurement.queries import (
    OpenWave,
    ReleaseRow,
    open_waves_of,
    public_release_rows,
    release_details,
)
from samklang.records.publishing.queries import ReportRow, public_report, public_reports


@dataclass(frozen=True)
class FrontPage:
    """The open initiatives."""

    initiatives: list[InitiativeFacts]


@dataclass(frozen=True)
class OpenGroup:
    """A group that is large enough for anyone to read of, wave by wave."""

    view: ReleaseView
    slopes: list[ReadSlope]


@dataclass(frozen=True)
class OpenInitiativePage:
    """One initiative as anyone may read it. one_in: the area's answers are about one in so many of its people."""

    facts: InitiativeFacts
    sectors: list[tuple[str, list[str]]]
    area: ReleaseView | None
    finding: str
    one_in: int | None
    cards: list[TenCard]
    groups: list[OpenGroup]
    area_figures: Table | None
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
    rows, figures = public_release_rows(facts.ref), public_area_figures(facts.ref)
    area = first_telling(facts.ref, (row for row in rows if row.wave.group_id is None), 2)
    view = release_view(area[0], public=True, before=area[1] if len(area) > 1 else None) if area else None
    return OpenInitiativePage(
        facts,
        _by_sector(facts),
        view,
        finding(view) if view else "",
        _one_in(facts, view) if view else None,
        ten_cards(view) if view else [],
        _groups(facts.ref, rows),
        area_table(figures, _("What others have counted")) if figures else None,
        open_waves_of(slug),
        public_reports(facts.ref),
    )


def _by_sector(facts: InitiativeFacts) -> list[tuple[str, list[str]]]:
    rows = public_partners(facts.ref)
    named = [(str(sector.label), [row.name for row in rows if row.sector == sector]) for sector in Sector]
    return [(label, names) for label, names in named if names]


def _one_in(facts: InitiativeFacts, view: ReleaseView) -> int | None:
    """How many live there for each who answered; only where the exact n is told."""
    n = view.questions[0].told.n if view.questions else None
    return round(facts.population / n) if facts.population and n else None


def _groups(initiative: InitiativeRef, rows: list[ReleaseRow]) -> list[OpenGroup]:
    """Each group whose latest release is large enough for anyone to read of, with the waves its slopes show."""
    waves: dict[int, list[ReleaseRow]] = {}
    for row in rows:
        if row.wave.group_id is not None:
            waves.setdefault(row.wave.group_id, []).append(row)
    by_name = sorted(waves.values(), key=lambda own: own[0].wave.group)
    newest = [row for own in by_name for row in reversed(own[:MOST_WAVES])]
    views: dict[int | None, list[ReleaseView]] = {}
    for detail in release_details(initiative=initiative, rows=newest):
        views.setdefault(detail.wave.group_id, []).append(release_view(detail, public=True))
    return [OpenGroup(own[-1], read_slopes(own)) for own in views.values() if own[-1].level != "nothing"]


def open_report_page(slug: str, number: int) -> OpenReportPage:
    """Build a published report's page. Raises NotAllowed, also when unknown."""
    facts = public_initiative(slug)
    _initiative, row = public_report(slug, number)

    def address(picture: int) -> str:
        return reverse("open_report_picture", kwargs={"slug": slug, "number": number, "picture": picture})

    def opens(ref: str) -> str:
        return reverse("open_initiative", kwargs={"slug": slug}) if ref.startswith("wave:") else ""

    return OpenReportPage(facts, row, on_page(in_readers_language(row.content), address, opens))
