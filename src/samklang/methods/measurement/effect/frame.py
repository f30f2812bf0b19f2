"""The long frame: one row for each respondent and wave, in columns.

Everything later works on count tables made from it, so that 388 rows and ten million take the same way.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import ArrayLike, NDArray

Numbers = NDArray[np.float64]
Integers = NDArray[np.int64]
Flags = NDArray[np.bool_]

STRATUM = "stratum_"
OWN_COLUMNS = (
    "respondent",
    "wave",
    "when",
    "mode",
    "group",
    "took_part",
    "dose",
    "started",
    "area",
    "weight",
    "wording_hash",
)
ANONYMOUS = -1
NO_DATE = -1


@dataclass(frozen=True)
class Category:
    """Words as numbers. codes: (n,) places in labels, −1 where nothing is given."""

    codes: Integers
    labels: tuple[str, ...]

    @classmethod
    def of(cls, words: Sequence[str]) -> Category:
        """Words in alphabetical order; an empty word is nothing given."""
        labels, codes = np.unique(np.asarray(words, dtype=np.str_), return_inverse=True)
        empty = 1 if len(labels) and labels[0] == "" else 0
        return cls(codes.astype(np.int64).ravel() - empty, tuple(str(label) for label in labels[empty:]))

    def __getitem__(self, rows: Integers | Flags) -> Category:
        return Category(self.codes[rows], self.labels)

    def is_(self, label: str) -> Flags:
        """Which rows have that word."""
        place = self.labels.index(label) if label in self.labels else -2
        found: Flags = self.codes == place
        return found


@dataclass(frozen=True)
class Frame:
    """Columns of n rows. respondent: a number for each person, −1 where nobody is told apart; took_part, area (lives
    there): 1, 0 or NaN; started: whether the person began; dose: sessions, NaN; weight: above 0; when: day numbers,
    −1; numbers: indicators, declared numbers; categories: strata and declared categories. The row order means
    nothing."""

    respondent: Integers
    wave: Integers
    numbers: Mapping[str, Numbers]
    took_part: Numbers
    started: Flags
    dose: Numbers
    weight: Numbers
    when: Integers
    categories: Mapping[str, Category] = field(default_factory=dict)
    group: Category | None = None
    mode: Category | None = None
    wording: Category | None = None
    area: Numbers | None = None

    def __len__(self) -> int:
        return len(self.wave)

    @property
    def waves(self) -> tuple[int, ...]:
        """The waves that have rows, in order."""
        return tuple(int(wave) for wave in np.unique(self.wave))

    def rows(self, keep: Flags) -> Frame:
        """Only some rows."""
        at = np.flatnonzero(keep)
        return Frame(
            respondent=self.respondent[at],
            wave=self.wave[at],
            numbers={name: column[at] for name, column in self.numbers.items()},
            took_part=self.took_part[at],
            started=self.started[at],
            dose=self.dose[at],
            weight=self.weight[at],
            when=self.when[at],
            categories={name: column[at] for name, column in self.categories.items()},
            group=_some(self.group, at),
            mode=_some(self.mode, at),
            wording=_some(self.wording, at),
            area=None if self.area is None else self.area[at],
        )


def _some(column: Category | None, at: Integers) -> Category | None:
    return None if column is None else column[at]


def make_frame(
    wave: ArrayLike,
    numbers: Mapping[str, ArrayLike],
    *,
    respondent: ArrayLike | None = None,
    took_part: ArrayLike | None = None,
    started: ArrayLike | None = None,
    dose: ArrayLike | None = None,
    weight: ArrayLike | None = None,
    when: ArrayLike | None = None,
    categories: Mapping[str, Sequence[str]] | None = None,
    group: Sequence[str] | None = None,
    mode: Sequence[str] | None = None,
    wording: Sequence[str] | None = None,
    area: ArrayLike | None = None,
) -> Frame:
    """A frame from arrays of n rows. What isn't given: nobody told apart, everybody started, weight 1, no more known.

    Raises ValueError naming the column whose length differs.
    """
    waves = np.asarray(wave, dtype=np.int64)
    n = len(waves)
    frame = Frame(
        respondent=_column(respondent, n, ANONYMOUS).astype(np.int64),
        wave=waves,
        numbers={name: np.asarray(column, dtype=np.float64) for name, column in numbers.items()},
        took_part=_column(took_part, n, np.nan),
        started=_column(started, n, 1).astype(np.bool_),
        dose=_column(dose, n, np.nan),
        weight=_column(weight, n, 1),
        when=_column(when, n, NO_DATE).astype(np.int64),
        categories={name: Category.of(words) for name, words in (categories or {}).items()},
        group=_category(group),
        mode=_category(mode),
        wording=_category(wording),
        area=None if area is None else np.asarray(area, dtype=np.float64),
    )
    for name, length in _lengths(frame).items():
        if length != n:
            raise ValueError(f"{name}: {length} rows where wave has {n}")
    return frame


def _column(given: ArrayLike | None, n: int, otherwise: float) -> Numbers:
    return np.full(n, otherwise, dtype=np.float64) if given is None else np.asarray(given, dtype=np.float64)


def _category(words: Sequence[str] | None) -> Category | None:
    return None if words is None else Category.of(words)


def _lengths(frame: Frame) -> dict[str, int]:
    columns = {name: len(column) for name, column in frame.numbers.items()}
    columns |= {name: len(column.codes) for name, column in frame.categories.items()}
    columns |= {"respondent": len(frame.respondent), "took_part": len(frame.took_part), "weight": len(frame.weight)}
    columns |= {"started": len(frame.started), "dose": len(frame.dose), "when": len(frame.when)}
    own = {"group": frame.group, "mode": frame.mode, "wording": frame.wording}
    columns |= {} if frame.area is None else {"area": len(frame.area)}
    return columns | {name: len(column.codes) for name, column in own.items() if column is not None}
