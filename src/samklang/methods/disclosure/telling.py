"""What a release tells of a set of cells, by how many people stand in it. Computed from stored buckets only.

under 8 (public: under 12): nothing · 8-29: words and a band for n (the public reads under 20 in pairs of runs) ·
30-99: three classes and means too · 100 and more: distributions, non-response and exact n. A count is told from what
its whole staircase leaves of it; counts of several cells add: their intervals and their middles.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from math import hypot, sqrt
from typing import Literal

from samklang.methods.disclosure.plan import (
    DISTRIBUTION_FROM,
    EXACT_FROM,
    PAIRED_UNDER,
    PUBLIC_FROM,
    SHOWN_FROM,
)
from samklang.methods.disclosure.release import Asked, Interval, Release, StoredCell
from samklang.methods.disclosure.skips import skipped
from samklang.methods.disclosure.words import Word, public_word, word_of
from samklang.methods.statistics.intervals import wilson

Level = Literal["nothing", "words", "classes", "exact"]
BANDS = ((8, 11), (12, 19), (20, 29), (30, 49), (50, 99))
Z95 = 1.959963984540054


@dataclass(frozen=True)
class Told:
    """A share or mean with what it can't say.

    value: from the middles of what the buckets leave; error: standard error of what they leave open, taken as uniform
    over each; low, high: 95 % interval of sampling and buckets together. Shares are 0-1; means in steps of the scale.
    """

    value: float
    error: float
    low: float
    high: float


@dataclass(frozen=True)
class _Count:
    """A count known by intervals: the sum of their middles, and of the variances of what they leave open."""

    middle: float
    variance: float

    def __sub__(self, other: _Count) -> _Count:
        return _Count(max(0.0, self.middle - other.middle), self.variance + other.variance)


@dataclass(frozen=True)
class Step:
    """The share at one step of the scale; code None is no answer."""

    code: int | None
    share: Told


@dataclass(frozen=True)
class Class:
    """The share in one of three classes of the scale: the codes it holds. The last one holds those who skipped too,
    since non-response is not told here."""

    codes: tuple[int, ...]
    share: Told


@dataclass(frozen=True)
class Telling:
    """What may be told of one question among some cells. Parts not allowed at the size are None or empty.

    classes: the sensitive end, the middle and the other end; none for a scale too short to have a middle.
    """

    question: str
    level: Level
    n: int | None
    band: tuple[int, int] | None
    word: Word | None
    sensitive_share: Told | None
    mean: Told | None
    classes: tuple[Class, ...]
    steps: tuple[Step, ...]
    answered: int | None
    left_out: bool


@dataclass(frozen=True)
class ChangeTold:
    """How many of the linked people got better and how many worse; the rest stayed on their side.

    band: of the linked people, None from 100; n: exactly from 100; shares: 0-1, from 30.
    """

    question: str
    n: int | None
    band: tuple[int, int] | None
    better: Word
    worse: Word
    better_share: Told | None
    worse_share: Told | None


def level_of(n: int, public: bool) -> Level:
    """How much may be told of n people."""
    if n < (PUBLIC_FROM if public else SHOWN_FROM):
        return "nothing"
    if n < DISTRIBUTION_FROM:
        return "words"
    return "classes" if n < EXACT_FROM else "exact"


def band_of(n: int) -> tuple[int, int] | None:
    """The band n is told as; None from 100, where it is told exactly, and under 8."""
    return next(((lo, hi) for lo, hi in BANDS if lo <= n <= hi), None)


def tell(release: Release, question: str, cells: Iterable[str] | None = None, *, public: bool = False) -> Telling:
    """What may be told of a question among the cells (all when None) to insiders, or to the public."""
    wanted = None if cells is None else set(cells)
    chosen = [cell for cell in release.cells if wanted is None or cell.id in wanted]
    asked = release.question(question)
    n = sum(cell.n for cell in chosen)
    level = level_of(n, public)
    if level == "nothing" or not asked.cuts or not asked.sensitive:
        return Telling(question, "nothing", None, None, None, None, None, (), (), None, release.left_out)
    counts = [_count(held) for held in zip(*(release.read(cell, question) for cell in chosen), strict=True)]
    if asked.ordered:
        counts[-1] = _answered(chosen, asked, n)
    sensitive = counts[asked.cuts.index(asked.sensitive)]
    fine = level in ("classes", "exact")
    full = level == "exact" and asked.ordered
    return Telling(
        question,
        level,
        n if level == "exact" else None,
        band_of(n),
        _word(chosen, asked, release.plan.width) if public and n < PAIRED_UNDER else word_of(sensitive.middle / n),
        _share(sensitive, n) if fine else None,
        _mean(counts, asked) if fine and asked.ordered else None,
        _classes(counts, asked, n) if fine and asked.ordered else (),
        _steps(counts, asked, n) if full else (),
        round(counts[-1].middle) if full else None,
        release.left_out,
    )


def tell_change(release: Release, question: str, cell: str) -> ChangeTold | None:
    """What may be told of the three-way change of a question in a cell; None where none is stored."""
    stored = {(change.question, change.cell): change for change in release.changes}.get((question, cell))
    if stored is None:
        return None
    n = stored.linked
    better, worse = (_between(stored.better), _between(stored.worse))
    fine = n >= DISTRIBUTION_FROM
    return ChangeTold(
        question,
        n if n >= EXACT_FROM else None,
        band_of(n),
        word_of(better.middle / n),
        word_of(worse.middle / n),
        _share(better, n) if fine else None,
        _share(worse, n) if fine else None,
    )


def _between(held: Interval) -> _Count:
    return _Count((held[0] + held[1]) / 2, ((held[1] - held[0] + 1) ** 2 - 1) / 12)


def _count(held: Iterable[Interval]) -> _Count:
    """The cumulative count at a cut over several cells. held: the interval of each."""
    parts = [_between(each) for each in held]
    return _Count(sum(part.middle for part in parts), sum(part.variance for part in parts))


def _answered(cells: Iterable[StoredCell], asked: Asked, n: int) -> _Count:
    """How many answered: those who don't skip, by the buckets of the last cut."""
    skips, variance = skipped(tuple((cell.buckets[asked.id][-1], cell.n) for cell in cells))
    return _Count(n - skips, variance)


def _share(count: _Count, n: int) -> Told:
    """A share with Wilson's interval (1927), widened by the variance of what the buckets leave open."""
    share, error = min(1.0, count.middle / n), sqrt(count.variance) / n
    low, high = wilson(share * n, n)
    centre, half = (low + high) / 2, hypot((high - low) / 2, Z95 * error)
    return Told(share, error, max(0.0, centre - half), min(1.0, centre + half))


def _word(cells: Iterable[StoredCell], asked: Asked, width: int) -> Word | None:
    """The public's word: stored runs merged in pairs."""
    cut = asked.cuts.index(asked.sensitive)
    return public_word([(cell.buckets[asked.id][cut], cell.n) for cell in cells], width, top_coded=True)


def _classes(counts: list[_Count], asked: Asked, n: int) -> tuple[Class, ...]:
    """Three classes: the sensitive set, the middle, and as many steps of the other end as leave a middle."""
    total, low = len(asked.steps), asked.sensitive
    high = min(low, total - low - 1)
    if high < 1:
        return ()
    starts = (0, low, total - high, total)
    reached = (_Count(0, 0), counts[low - 1], counts[total - high - 1], _Count(n, 0))
    return tuple(
        Class(asked.steps[starts[place] : starts[place + 1]], _share(reached[place + 1] - reached[place], n))
        for place in range(3)
    )


def _steps(counts: list[_Count], asked: Asked, n: int) -> tuple[Step, ...]:
    """The share at every step: differences of neighbouring cuts; the skip is what is left."""
    reached = [_Count(0, 0), *counts]
    inside = [after - before for before, after in zip(reached, [*counts, _Count(n, 0)], strict=True)]
    return tuple(Step(code, _share(count, n)) for code, count in zip((*asked.steps, None), inside, strict=True))


def _mean(counts: list[_Count], asked: Asked) -> Told:
    """The mean code among those who answered: v_m - Σ (v_j+1 - v_j) C_j / C_m, with C the cumulative counts.

    Its error holds that of C_m too: m people fewer move the mean by (v_m - mean) / C_m each.
    """
    answered = counts[-1].middle or 1.0
    gaps = [after - before for before, after in zip(asked.steps, asked.steps[1:], strict=False)]
    below = sum(gap * held.middle for gap, held in zip(gaps, counts, strict=False)) / answered
    open_counts = sum(gap**2 * held.variance for gap, held in zip(gaps, counts, strict=False))
    error = sqrt(open_counts + below**2 * counts[-1].variance) / answered
    value = asked.steps[-1] - below
    shares = [(now - before).middle / answered for before, now in zip([_Count(0, 0), *counts], counts, strict=False)]
    spread = sum(share * (code - value) ** 2 for share, code in zip(shares, asked.steps, strict=True))
    half = Z95 * sqrt(spread / answered + error**2)
    return Told(value, error, value - half, value + half)


def difference(first: Told, second: Told) -> Told:
    """Second minus first, of two sets of people who don't overlap: variances add."""
    value, error = second.value - first.value, sqrt(first.error**2 + second.error**2)
    half = sqrt(((first.high - first.low) / 2) ** 2 + ((second.high - second.low) / 2) ** 2)
    return Told(value, error, value - half, value + half)
