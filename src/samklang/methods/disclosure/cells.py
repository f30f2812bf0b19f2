"""Home cells: a wave's people split once, into cells that never overlap.

Cells merge by size alone, and small ones only with each other: first those that agree on the first axis, then the
rest. What is still under k is left out of every figure.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

Labels = tuple[str, ...]


@dataclass(frozen=True)
class Cell:
    """People told of together. labels: one value per axis of the plan, for every part that was merged; n: people."""

    id: str
    labels: tuple[Labels, ...]
    n: int


@dataclass(frozen=True)
class Partition:
    """Disjoint home cells. home: labels → cell id, None for those left out; left_out: whether anybody was."""

    cells: tuple[Cell, ...]
    home: Mapping[Labels, str | None]

    @property
    def left_out(self) -> bool:
        """Whether some people stand in no cell and so in no figure."""
        return None in self.home.values()


def home_cells(people: Sequence[Labels], k: int) -> Partition:
    """Split people by their labels. people: one tuple per person, as long as the plan has axes; k: least cell."""
    sizes = Counter(people)
    large = [(labels,) for labels in sorted(sizes) if sizes[labels] >= k]
    small = [labels for labels in sorted(sizes) if sizes[labels] < k]
    merged, rest = _merge_by_first_axis(small, sizes, k)
    if sum(sizes[labels] for labels in rest) >= k:
        merged, rest = [*merged, tuple(rest)], []
    groups = sorted([*large, *merged])
    cells = tuple(
        Cell(f"c{index:02d}", group, sum(sizes[labels] for labels in group)) for index, group in enumerate(groups, 1)
    )
    home: dict[Labels, str | None] = dict.fromkeys(rest)
    home |= {labels: cell.id for cell in cells for labels in cell.labels}
    return Partition(cells, home)


def _merge_by_first_axis(
    small: Sequence[Labels], sizes: Mapping[Labels, int], k: int
) -> tuple[list[tuple[Labels, ...]], list[Labels]]:
    """Small cells merged with those of the same first label, and those that are still too few."""
    merged: list[tuple[Labels, ...]] = []
    rest: list[Labels] = []
    for first in sorted({labels[:1] for labels in small}):
        group = [labels for labels in small if labels[:1] == first]
        if sum(sizes[labels] for labels in group) >= k:
            merged.append(tuple(group))
        else:
            rest += group
    return merged, rest
