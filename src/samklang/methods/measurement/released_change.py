"""Change between two releases among those who took part and among the others, from stored buckets only.

The people of the two waves are not linked, so it is a difference of differences between unlinked samples: at most
evidence level E2, since nothing says that the two arms would have moved alike.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from samklang.methods.disclosure.release import Release
from samklang.methods.disclosure.telling import Telling, Told, difference, tell


class NotTold(ValueError):
    """An arm is too small, or the question was not asked, so there is nothing to compare."""


@dataclass(frozen=True)
class ReleasedChange:
    """Shares at the sensitive end of a question, 0-1. difference: change in the arm minus change among the others."""

    question: str
    part_before: Told
    part_after: Told
    others_before: Told
    others_after: Told
    part_change: Told
    others_change: Told
    difference: Told


def cells_where(release: Release, wanted: Mapping[str, str]) -> list[str]:
    """The cells in which everybody has the wanted labels. Merged cells with others in them are left out."""
    places = {release.axes.index(axis): value for axis, value in wanted.items() if axis in release.axes}
    if len(places) < len(wanted):
        return []
    return [
        cell.id
        for cell in release.cells
        if all(labels[place] == value for labels in cell.labels for place, value in places.items())
    ]


def released_change(before: Release, after: Release, question: str) -> ReleasedChange:
    """The change of a question's sensitive share among residents who took part, held against the others.

    Raises NotTold unless each of the four sets of people is large enough for a share to be told (30).
    """
    part = _share(before, question, "yes"), _share(after, question, "yes")
    others = _share(before, question, "no"), _share(after, question, "no")
    changes = difference(*part), difference(*others)
    return ReleasedChange(question, *part, *others, *changes, difference(changes[1], changes[0]))


def _share(release: Release, question: str, arm: str) -> Told:
    cells = cells_where(release, {"lives_here": "yes", "took_part": arm})
    if question not in {asked.id for asked in release.questions} or not cells:
        raise NotTold(f"{question} has no figure for those with took_part = {arm}")
    found: Telling = tell(release, question, cells)
    if found.sensitive_share is None:
        raise NotTold(f"too few with took_part = {arm} for a share of {question}")
    return found.sensitive_share
