"""Row 7. Whole groups as the unit: with two to five an arm all ways to deal their means are counted.

p = share of the dealings in which the arms lie as far apart. Three against three never reach 5 per cent, whatever
their people say. From six an arm CR2 serves. Source: Fisher (1935), The Design of Experiments, §21.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import sqrt

import numpy as np

from samklang.methods.measurement.effect.designs.arms import ENOUGH_GROUPS
from samklang.methods.measurement.effect.designs.making import SIGNIFICANT
from samklang.methods.measurement.effect.frame import Flags, Numbers
from samklang.methods.measurement.effect.table import Table
from samklang.methods.statistics.few_groups import group_means, permutation_p
from samklang.methods.statistics.power import smallest_two_groups
from samklang.methods.statistics.refusals import TooFew


@dataclass(frozen=True)
class Dealt:
    """groups: how many took part and how many did not; p: by all dealings, None from six an arm; mde: the smallest
    difference so many groups show, None where they can show none."""

    groups: tuple[int, int]
    p: float | None
    mde: float | None

    @property
    def numbers(self) -> dict[str, float]:
        """For a result."""
        return {"groups_part": float(self.groups[0]), "groups_others": float(self.groups[1])}


def dealt(table: Table, values: Numbers, groups: tuple[int, int] | None) -> Dealt | None:
    """By the groups' means of a column, (m,); None where people are the unit. Raises TooFew."""
    return None if groups is None else _dealt(*(_means(table, values, table["arm"] == arm) for arm in (1, 0)))


def dealt_changes(table: Table, groups: tuple[int, int] | None) -> Dealt | None:
    """By the change of each group's mean between two waves that aren't linked (columns now and post)."""
    return None if groups is None else _dealt(*(_changes(table, arm) for arm in (1, 0)))


def _dealt(one: Numbers, other: Numbers) -> Dealt:
    groups = len(one), len(other)
    exact = permutation_p(other, one) if min(groups) < ENOUGH_GROUPS else None
    if exact and exact.smallest_p > SIGNIFICANT:
        return Dealt(groups, exact.p, None)
    squares = sum(float(((means - means.mean()) ** 2).sum()) for means in (one, other))
    spread = sqrt(squares / (sum(groups) - 2))
    return Dealt(groups, exact.p if exact else None, smallest_two_groups(*groups, sd=spread))


def _changes(table: Table, arm: int) -> Numbers:
    waves = [(table["arm"] == arm) & (table["post"] == post) for post in (0, 1)]
    both = np.intersect1d(*(table["group"][wave] for wave in waves))
    if len(both) < 2:
        raise TooFew("group", f"{len(both)} group of an arm has answers in both waves: two are needed")
    first, second = (_means(table, table["now"], wave & np.isin(table["group"], both)) for wave in waves)
    return second - first


def _means(table: Table, values: Numbers, rows: Flags) -> Numbers:
    return group_means(table["group"][rows], values[rows], table.counts[rows])
