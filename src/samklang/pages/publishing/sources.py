"""What a report is put together from, read once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
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
from samklang.records.measurement.queries import ReleaseDetail, public_releases
from samklang.records.people.permissions import Actor
from samklang.records.process.queries import DecisionRow, LoopRow, decisions, loops
from samklang.records.publishing.queries import ReportRow
from samklang.records.value.queries import Valued, newest_version, valued


@dataclass(frozen=True)
class Sources:
    """told: the public releases, newest first; before, after: the area's last two; view: the later held against the
    earlier; valued: the newest version of the report's value map, worked out.
    """

    facts: InitiativeFacts
    area: list[AreaFigureRow]
    partners: list[PartnerRow]
    loops: list[LoopRow]
    decisions: list[DecisionRow]
    programmes: list[ProgrammeRow]
    told: list[ReleaseDetail]
    before: ReleaseDetail | None
    after: ReleaseDetail | None
    view: ReleaseView | None
    valued: Valued | None

    @property
    def lines(self) -> Mapping[int, LoopRow]:
        """The loops by id."""
        return {row.id: row for row in self.loops}

    @property
    def groups(self) -> list[ReleaseDetail]:
        """The groups' releases, whether or not anyone may read of them."""
        return [row for row in self.told if row.wave.group_id is not None]

    @property
    def used(self) -> list[ReleaseDetail]:
        """The releases the report tells something of: the area's last two, and the groups anyone may read of."""
        area = [row for row in (self.before, self.after) if row is not None]
        return [*area, *(row for row in self.groups if release_view(row, public=True).level != "nothing")]


def sources_of(initiative: InitiativeRef, actor: Actor, row: ReportRow) -> Sources:
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
        told,
        before,
        after,
        view_of(told),
        value_of(initiative, actor, row, told),
    )


def value_of(
    initiative: InitiativeRef, actor: Actor, row: ReportRow, told: Sequence[ReleaseDetail] | None = None
) -> Valued | None:
    """The newest version of the report's value map, worked out. told: the public releases, if read already."""
    found = newest_version(initiative=initiative, actor=actor, map_id=row.value_map_id)
    return valued(initiative=initiative, actor=actor, map_id=found.id, told=told) if found else None
