"""What the results pages show."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from samklang.pages.components.release_view import ReleaseView, release_view
from samklang.pages.components.threads import loop_of_group, thread_of
from samklang.pages.components.where import Thread
from samklang.records.initiative.models.scoped import InitiativeRef
from samklang.records.measurement.queries import ReleaseRow, releases
from samklang.records.people.permissions import Actor, NotAllowed


@dataclass(frozen=True)
class ResultsPage:
    """Every release the reader may see: the area's, then each group's."""

    area: list[ReleaseRow]
    groups: list[tuple[str, list[ReleaseRow]]]


@dataclass(frozen=True)
class ResultPage:
    """One release, with the waves before and after it in the same population."""

    view: ReleaseView
    before: ReleaseRow | None
    siblings: list[ReleaseRow]
    public: bool
    thread: Thread | None


def results_page(initiative: InitiativeRef, actor: Actor) -> ResultsPage:
    """Build the list."""
    rows = releases(initiative=initiative, actor=actor)
    names = sorted({row.wave.group for row in rows if row.wave.group_id is not None})
    return ResultsPage(
        [row for row in rows if row.wave.group_id is None],
        [(name, [row for row in rows if row.wave.group == name]) for name in names],
    )


def result_page(initiative: InitiativeRef, actor: Actor, wave_id: int) -> ResultPage:
    """Build one release's page. Raises NotAllowed, also while there is no release."""
    rows = releases(initiative=initiative, actor=actor)
    row = next((one for one in rows if one.wave.id == wave_id), None)
    if row is None:
        raise NotAllowed
    siblings = [one for one in rows if _same_kind(one, row)]
    before = earlier(row, siblings)
    public = row.wave.view != "full"
    return ResultPage(
        release_view(row, public=public, before=before), before, siblings, public, _thread(initiative, actor, row)
    )


def _thread(initiative: InitiativeRef, actor: Actor, row: ReleaseRow) -> Thread | None:
    loop_id = loop_of_group(initiative=initiative, actor=actor, group_id=row.wave.group_id)
    return thread_of(initiative, actor, loop_id, "answers")


def _same_kind(one: ReleaseRow, other: ReleaseRow) -> bool:
    return (one.wave.group_id, one.wave.questionnaire) == (other.wave.group_id, other.wave.questionnaire)


def earlier(row: ReleaseRow, siblings: Sequence[ReleaseRow]) -> ReleaseRow | None:
    """The release of the wave before this one."""
    past = [one for one in siblings if one.wave.number < row.wave.number]
    return max(past, key=lambda one: one.wave.number, default=None)
