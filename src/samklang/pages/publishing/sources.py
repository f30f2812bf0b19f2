"""What a report is put together from, read once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from samklang.pages.components.line_findings import latest_pair, view_of
from samklang.pages.components.release_view import ReleaseView, release_view
from samklang.records.activities.queries import ProgrammeRow, programmes
from samklang.records.initiative.models.scoped import InitiativeRef
from samklang.records.initiative.queries import (
    AreaFigureRow,
    InitiativeFacts,
    PartnerRow,
    area_figures,
    initiative_facts,
    public_partners,
)
from samklang.records.measurement.queries import ReleaseRow, public_releases
from samklang.records.people.permissions import Actor
from samklang.records.process.queries import DecisionRow, LoopRow, decisions, loops


@dataclass(frozen=True)
class Sources:
    """Everything but value. before, after: the area's last two releases; view: the later held against the earlier."""

    facts: InitiativeFacts
    area: list[AreaFigureRow]
    partners: list[PartnerRow]
    loops: list[LoopRow]
    decisions: list[DecisionRow]
    programmes: list[ProgrammeRow]
    before: ReleaseRow | None
    after: ReleaseRow | None
    view: ReleaseView | None

    @property
    def lines(self) -> Mapping[int, LoopRow]:
        """The loops by id."""
        return {row.id: row for row in self.loops}


def sources_of(initiative: InitiativeRef, actor: Actor) -> Sources:
    """Read it all."""
    told = public_releases(initiative)
    before, after = latest_pair(told)
    return Sources(
        initiative_facts(initiative=initiative, actor=actor),
        area_figures(initiative=initiative, actor=actor),
        public_partners(initiative),
        loops(initiative=initiative, actor=actor),
        decisions(initiative=initiative, actor=actor),
        programmes(initiative=initiative, actor=actor),
        before,
        after,
        view_of(told),
    )


def group_releases(initiative: InitiativeRef) -> list[ReleaseRow]:
    """The groups' releases, whether or not anyone may read of them."""
    return [row for row in public_releases(initiative) if row.wave.group_id is not None]


def used_releases(initiative: InitiativeRef) -> list[ReleaseRow]:
    """The releases a report tells something of: the area's last two, and the groups anyone may read of."""
    area = [row for row in latest_pair(public_releases(initiative)) if row is not None]
    rows = group_releases(initiative)
    return [*area, *(row for row in rows if release_view(row, public=True).level != "nothing")]
