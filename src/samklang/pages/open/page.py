"""What the open pages show."""

from __future__ import annotations

from dataclasses import dataclass

from samklang.pages.components.release_view import ReleaseView, release_view
from samklang.records.initiative.queries import (
    InitiativeFacts,
    PartnerRow,
    public_initiative,
    public_initiatives,
    public_partners,
)
from samklang.records.measurement.queries import OpenWave, ReleaseRow, open_waves_of, public_releases


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


def front_page() -> FrontPage:
    """Build the front page."""
    return FrontPage(public_initiatives())


def initiative_page(slug: str) -> OpenInitiativePage:
    """Build an initiative's open page. Raises NotAllowed."""
    facts = public_initiative(slug)
    rows = public_releases(facts.ref)
    area = [row for row in rows if row.wave.group_id is None]
    view = release_view(area[0], public=True, before=area[1] if len(area) > 1 else None) if area else None
    return OpenInitiativePage(facts, public_partners(facts.ref), view, _groups(rows), open_waves_of(slug))


def _groups(rows: list[ReleaseRow]) -> list[ReleaseView]:
    """Each group's latest release that is large enough for anyone to read of."""
    latest: dict[int, ReleaseRow] = {}
    for row in rows:
        if row.wave.group_id is not None:
            latest.setdefault(row.wave.group_id, row)
    views = [release_view(row, public=True) for row in latest.values()]
    return [view for view in views if view.level != "nothing"]
