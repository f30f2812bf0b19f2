"""The same people in two waves: one row a person, reduced to a table of patterns."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from samklang.methods.measurement.effect.frame import ANONYMOUS, Frame, Integers, Numbers
from samklang.methods.measurement.effect.table import Table, tabulate

UNKNOWN_ARM = 2.0
X = "x_"
MISSING = "_missing"


@dataclass(frozen=True)
class Linked:
    """People with a row in the first wave who started, or never were to: others have nothing to start.

    table: columns before, known (1 where before is known), after, seen (1 where after is known), arm (1, 0, 2 =
    unknown), weight, group (a code, −1), and x_… for what is held equal; categories: the columns x_… that are codes;
    asked: people in the first wave, by arm (1, 0, 2); only_after: people who came later, not among those who started.
    """

    table: Table
    asked: Mapping[int, int]
    only_after: int
    categories: frozenset[str]

    @property
    def started(self) -> int:
        """People who started."""
        return self.table.n

    @property
    def complete(self) -> Table:
        """Those with an answer in both waves."""
        return self.table.where((self.table["known"] == 1) & (self.table["seen"] == 1))

    @property
    def adjusted(self) -> tuple[str, ...]:
        """Columns held equal."""
        return tuple(name for name in self.table.columns if name.startswith(X))

    def arm(self, arm: int) -> Linked:
        """Only one arm."""
        asked = {arm: self.asked.get(arm, 0)}
        return Linked(self.table.where(self.table["arm"] == arm), asked, self.only_after, self.categories)


def linked(
    frame: Frame,
    score: str,
    waves: tuple[int, int],
    arm: str = "",
    adjust: Sequence[str] = (),
    as_drawn: bool = False,
) -> Linked:
    """People linked over two waves. score: the column of answers; arm: the column that splits them, took_part if
    empty; adjust: columns held equal, as they were in the first wave; as_drawn: also those who never came."""
    first, second = (_people_of(frame, wave) for wave in waves)
    place = np.searchsorted(frame.respondent[second], frame.respondent[first])
    place = np.minimum(place, max(len(second) - 1, 0))
    found = frame.respondent[second][place] == frame.respondent[first] if len(second) else np.zeros(len(first), bool)
    partner = second[place] if len(second) else first
    arms = _arm(arm_column(frame, arm), first, partner, found)
    asked = {each: int((arms == each).sum()) for each in (1, 0, int(UNKNOWN_ARM))}
    begun = frame.started[first] | (arms == 0) | as_drawn
    first, found, partner, arms = first[begun], found[begun], partner[begun], arms[begun]
    answers = frame.numbers[score]
    before, after = answers[first], np.where(found, answers[partner], np.nan)
    columns = {
        "before": np.nan_to_num(before),
        "known": np.isfinite(before).astype(np.float64),
        "after": np.nan_to_num(after),
        "seen": np.isfinite(after).astype(np.float64),
        "arm": arms,
        "weight": frame.weight[first],
        "group": np.full(len(first), -1.0) if frame.group is None else frame.group.codes[first].astype(np.float64),
    }
    held, categories = held_equal(frame, first, adjust)
    only_after = len(second) - int(np.isin(frame.respondent[second], frame.respondent[first]).sum())
    return Linked(tabulate({**columns, **held}), asked, only_after, categories)


def _people_of(frame: Frame, wave: int) -> Integers:
    rows = np.flatnonzero((frame.wave == wave) & (frame.respondent != ANONYMOUS))
    return rows[np.argsort(frame.respondent[rows], kind="stable")]


def arm_column(frame: Frame, arm: str) -> Numbers:
    """1, 0 or NaN a row: whether the person took part, or was drawn."""
    return frame.numbers[arm] if arm and arm in frame.numbers else frame.took_part


def _arm(column: Numbers, first: Integers, partner: Integers, found: np.ndarray) -> Numbers:
    """1 where either wave says so, 0 where one says no and none says yes."""
    now, later = column[first], np.where(found, column[partner], np.nan)
    known = np.isfinite(now) | np.isfinite(later)
    took_part = (now == 1) | (later == 1)
    return np.where(known, took_part.astype(np.float64), UNKNOWN_ARM)


def held_equal(frame: Frame, rows: Integers, adjust: Sequence[str]) -> tuple[Mapping[str, Numbers], frozenset[str]]:
    """Columns held equal, without missing values: a number that is missing is the mean and has a column that says
    so."""
    columns: dict[str, Numbers] = {}
    categories = set()
    for name in adjust:
        if name in frame.categories:
            columns[X + name] = frame.categories[name].codes[rows].astype(np.float64)
            categories.add(X + name)
            continue
        value = frame.numbers[name][rows]
        missing = ~np.isfinite(value)
        columns[X + name] = np.where(missing, value[~missing].mean() if not missing.all() else 0.0, value)
        if missing.any():
            columns[X + name + MISSING] = missing.astype(np.float64)
    return columns, frozenset(categories)
