"""Three-way change of linked people: better, the same, worse, in buckets beside those of the two waves.

Better: a person left the sensitive set between the waves; worse: entered it; the same: neither. A skip stands outside
the set, as in every other figure. The linked people of a cell are a part of it, so their change could undo the cell's
buckets. It is therefore told in even runs chosen by what is already public: the finest of a fixed list such that no
possible pair of runs, read with both waves' stored buckets, lets a coalition prove on which side others stood or
stand, or that they all got better or worse. When none will do, nothing is told. Anyone can work the choice out from
what was published, so making it, or refusing, tells nothing.
Source: simulatable auditing, Kenthapadi, Mishra and Nissim (PODS 2005); bounds in linked_bounds.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from samklang.methods.disclosure.buckets import within_staircase
from samklang.methods.disclosure.linked_bounds import Pair, possible, proves
from samklang.methods.disclosure.plan import LINKED_FROM
from samklang.methods.disclosure.release import Asked, Interval, Release, Row, StoredCell, StoredChange, value_of

MOST_RUNS = 6


@dataclass(frozen=True)
class LinkedRow:
    """One person's rows in two waves."""

    first: Row
    second: Row


def protect_change(first: Release, second: Release, linked: Sequence[LinkedRow]) -> tuple[StoredChange, ...]:
    """The three-way change of every question both waves asked, in every cell both have with the same labels.

    linked: everyone who could be linked. Under 12 linked people of a cell nothing is told. A wave stands in one
    change only: that no other later wave is compared with the first is for the caller to see. Raises ValueError when
    the first wave is itself compared with an earlier one, or the plans differ.
    """
    if first.changes:
        raise ValueError("the first wave is already compared with an earlier one; a wave stands in one change only")
    if first.plan != second.plan:
        raise ValueError("the two waves have different plans of publication; their change can't be told")
    shared = [asked for asked in first.questions if asked.sensitive and asked in second.questions]
    return tuple(
        change
        for before, after in _shared_cells(first, second)
        for change in _changes_of(before, after, shared, linked, first.plan.coalition)
    )


def change_of(person: LinkedRow, asked: Asked) -> int:
    """1 when a person left the sensitive set, -1 when they entered it, else 0."""
    low = set(asked.values[: asked.sensitive])
    return int(value_of(person.first, asked) in low) - int(value_of(person.second, asked) in low)


def in_both(linked: Sequence[LinkedRow], before: StoredCell, after: StoredCell) -> list[LinkedRow]:
    """The linked people who stand in one cell of the first wave and one of the second."""
    return [one for one in linked if one.first.labels in before.labels and one.second.labels in after.labels]


@lru_cache(maxsize=4096)
def change_runs(
    linked: int, before: int, after: int, first: Interval, second: Interval, coalition: int
) -> tuple[Interval, ...]:
    """The runs of 0..linked the counts of better and worse are told in; empty when none are safe.

    before, after: people of the cell in each wave; first, second: what is public of how many were low in each.
    """
    width = coalition + 2
    for pieces in range(min(MOST_RUNS, (linked + 1) // width), 1, -1):
        starts = [(linked + 1) * piece // pieces for piece in range(pieces)]
        runs = tuple(zip(starts, [*(start - 1 for start in starts[1:]), linked], strict=True))
        told = (
            Pair(linked, before - linked, after - linked, first, second, better, worse)
            for better in runs
            for worse in runs
        )
        if not any(proves(each, coalition) for each in told if possible(each)):
            return runs
    return ()


def sensitive_interval(asked: Asked, stored: Sequence[Interval]) -> Interval:
    """All that a question's staircase tells of the count in the sensitive set: other cuts may narrow its bucket."""
    return within_staircase(stored)[asked.cuts.index(asked.sensitive)]


def _shared_cells(first: Release, second: Release) -> list[tuple[StoredCell, StoredCell]]:
    if first.axes != second.axes:
        return []
    after = {cell.labels: cell for cell in second.cells}
    return [(cell, after[cell.labels]) for cell in first.cells if cell.labels in after]


def _changes_of(
    before: StoredCell,
    after: StoredCell,
    shared: Sequence[Asked],
    linked: Sequence[LinkedRow],
    coalition: int,
) -> list[StoredChange]:
    people = in_both(linked, before, after)
    if len(people) < LINKED_FROM:
        return []
    found = []
    for asked in shared:
        runs = change_runs(
            len(people),
            before.n,
            after.n,
            sensitive_interval(asked, before.buckets[asked.id]),
            sensitive_interval(asked, after.buckets[asked.id]),
            coalition,
        )
        if runs:
            moves = [change_of(one, asked) for one in people]
            better, worse = (_run_of(moves.count(side), runs) for side in (1, -1))
            found.append(StoredChange(asked.id, before.id, after.id, len(people), better, worse))
    return found


def _run_of(count: int, runs: Sequence[Interval]) -> Interval:
    return next(run for run in runs if run[0] <= count <= run[1])
