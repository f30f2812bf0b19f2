"""What the results pages show."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from samklang.pages.components.release_view import ReleaseView, first_telling, release_view, tells_something
from samklang.pages.components.threads import loop_of_group, thread_of
from samklang.pages.components.told import ReadSlope, finding, read_slopes
from samklang.pages.components.where import Thread
from samklang.records.initiative.models.scoped import InitiativeRef
from samklang.records.measurement.queries import ReleaseDetail, ReleaseRow, release_details, releases
from samklang.records.people.permissions import Actor, NotAllowed


@dataclass(frozen=True)
class ResultsPage:
    """What the area's newest answers say, then every release the reader may see: the area's, and each group's."""

    latest: ReleaseView | None
    finding: str
    area: list[ReleaseRow]
    groups: list[tuple[str, list[ReleaseRow]]]


@dataclass(frozen=True)
class ResultPage:
    """One release, with the waves before and after it in the same population. slopes: of a small group."""

    view: ReleaseView
    before: ReleaseDetail | None
    siblings: list[ReleaseDetail]
    finding: str
    slopes: list[ReadSlope]
    public: bool
    thread: Thread | None

    @property
    def is_area(self) -> bool:
        """Whether everyone in the area was asked."""
        return self.view.row.wave.group_id is None


def results_page(initiative: InitiativeRef, actor: Actor) -> ResultsPage:
    """Build the list."""
    rows = releases(initiative=initiative, actor=actor)
    names = sorted({row.wave.group for row in rows if row.wave.group_id is not None})
    area = [row for row in rows if row.wave.group_id is None]
    told = first_telling(initiative, (row for row in area if _same_kind(row, area[0])), 2)
    latest = _view(told[0], told[1] if len(told) > 1 else None) if told else None
    return ResultsPage(
        latest,
        finding(latest) if latest else "",
        area,
        [(name, [row for row in rows if row.wave.group == name]) for name in names],
    )


def result_page(initiative: InitiativeRef, actor: Actor, wave_id: int) -> ResultPage:
    """Build one release's page. Raises NotAllowed, also while there is no release."""
    rows = releases(initiative=initiative, actor=actor)
    named = next((one for one in rows if one.wave.id == wave_id), None)
    if named is None:
        raise NotAllowed
    siblings = release_details(initiative=initiative, rows=[one for one in rows if _same_kind(one, named)])
    row = next(one for one in siblings if one.wave.id == wave_id)
    before = earlier(row, siblings)
    public = row.wave.view != "full"
    view = _view(row, before)
    return ResultPage(
        view, before, siblings, finding(view), _slopes(row, siblings), public, _thread(initiative, actor, row)
    )


def _view(row: ReleaseDetail, before: ReleaseDetail | None) -> ReleaseView:
    return release_view(row, public=row.wave.view != "full", before=before)


def _slopes(row: ReleaseDetail, siblings: Sequence[ReleaseDetail]) -> list[ReadSlope]:
    """The group's waves up to this one, in the words the reader may see."""
    if row.wave.group_id is None:
        return []
    until = sorted(
        (one for one in siblings if one.wave.closes_on <= row.wave.closes_on), key=lambda one: one.wave.closes_on
    )
    return read_slopes([_view(one, None) for one in until])


def _thread(initiative: InitiativeRef, actor: Actor, row: ReleaseRow) -> Thread | None:
    loop_id = loop_of_group(initiative=initiative, actor=actor, group_id=row.wave.group_id)
    return thread_of(initiative, actor, loop_id, "answers", row.wave.name)


def _same_kind(one: ReleaseRow, other: ReleaseRow) -> bool:
    return (one.wave.group_id, one.wave.questionnaire) == (other.wave.group_id, other.wave.questionnaire)


def earlier(row: ReleaseRow, siblings: Sequence[ReleaseDetail]) -> ReleaseDetail | None:
    """The release of the wave before this one, among those that tell something."""
    past = [one for one in siblings if one.wave.closes_on < row.wave.closes_on and tells_something(one)]
    return max(past, key=lambda one: one.wave.closes_on, default=None)
