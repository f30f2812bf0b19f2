"""Rows counted by pattern, and moments of groups: what N answers say, in as many rows as there are patterns.

Whole codes get one mixed-radix number a row, Σ (cⱼ − minⱼ)·Πᵢ₍ᵢ<ⱼ₎ rᵢ, counted in blocks that stay in the cache.
Variances are of deviations from the group's own mean (two passes), so that a far origin costs no digits.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

from samklang.methods.statistics.refusals import BadArgument, TooFew
from samklang.methods.statistics.sample import Integers, Numbers, blocks, finite, frequencies, same_length

LARGEST_TABLE = 1 << 22


@dataclass(frozen=True)
class GroupMoments:
    """n, mean and variance (by n − 1) a group, each (g,)."""

    n: Integers
    mean: Numbers
    variance: Numbers


def count_table(columns: ArrayLike, counts: ArrayLike | None = None) -> tuple[Numbers, Integers]:
    """Distinct rows, sorted, (m, p), and how many there are of each, (m,).

    columns: (n, p) or (n,), no missing values: give missing a code of its own. counts: people a row, when the rows
    are themselves patterns. Raises MissingValues, TooFew, BadArgument.
    """
    rows = np.asarray(columns)
    if rows.size == 0:
        raise TooFew("columns", "there is not one row to count")
    rows = rows.reshape(len(rows), -1)
    if not np.issubdtype(rows.dtype, np.integer):
        rows = finite(rows, "columns")
    people = None if counts is None else frequencies(counts, len(rows))
    low, high = rows.min(axis=0), rows.max(axis=0)
    if _whole(rows) and float(np.prod(high.astype(np.float64) - low + 1)) <= LARGEST_TABLE:
        return _by_radix(rows, low.astype(np.int64), high.astype(np.int64), people)
    return _by_sorting(rows, people)


def _whole(rows: NDArray[np.generic]) -> bool:
    if np.issubdtype(rows.dtype, np.integer):
        return True
    numbers = rows.astype(np.float64, copy=False)
    return all(bool(np.all(numbers[at] == np.rint(numbers[at]))) for at in blocks(len(rows)))


def _by_radix(
    rows: NDArray[np.generic], low: Integers, high: Integers, people: Numbers | None
) -> tuple[Numbers, Integers]:
    radix = high - low + 1
    table = np.zeros(int(np.prod(radix)))
    for at in blocks(len(rows)):
        code = _code(rows[at].astype(np.int64) - low, radix)
        table += np.bincount(code, weights=None if people is None else people[at], minlength=len(table))
    found = np.flatnonzero(table)
    patterns = np.column_stack(np.unravel_index(found, tuple(radix))) + low
    return patterns.astype(np.float64), table[found].astype(np.int64)


def box_numbers(boxes: Integers, sizes: tuple[int, ...]) -> Integers:
    """One number a row, (n,), for its place in a table of these sizes. boxes: (n, p) of 0 … size − 1."""
    numbers, radix = np.empty(len(boxes), dtype=np.int64), np.array(sizes, dtype=np.int64)
    for at in blocks(len(boxes)):
        numbers[at] = _code(boxes[at], radix)
    return numbers


def _code(digits: Integers, radix: Integers) -> Integers:
    code = digits[:, 0].copy()
    for index in range(1, digits.shape[1]):
        code *= radix[index]
        code += digits[:, index]
    return code


def _by_sorting(rows: NDArray[np.generic], people: Numbers | None) -> tuple[Numbers, Integers]:
    patterns, place = np.unique(rows.astype(np.float64), axis=0, return_inverse=True)
    counts = np.bincount(place.ravel(), weights=people, minlength=len(patterns))
    seen = counts > 0
    return patterns[seen], counts[seen].astype(np.int64)


def moments(group: ArrayLike, values: ArrayLike, counts: ArrayLike | None = None, least: int = 2) -> GroupMoments:
    """Moments of the values a group. group: (n,) codes 0..g−1; values: (n,).

    Raises TooFew naming the first group with under `least` people. With least=1 the variance of one person is NaN.
    """
    codes = np.asarray(group)
    if not np.issubdtype(codes.dtype, np.integer) or codes.ndim != 1 or (codes.size and int(codes.min()) < 0):
        raise BadArgument("group", "groups are whole codes from 0, one a row")
    numbers = finite(values, "values")
    same_length(len(numbers), group=codes)
    people = None if counts is None else frequencies(counts, len(numbers))
    groups = int(codes.max()) + 1
    n, sums = _sums(codes, numbers, people, groups)
    if n.min() < max(least, 1):
        short = int(np.argmax(n < max(least, 1)))
        raise TooFew(f"group {short}", f"{n[short]:.0f} people where {max(least, 1)} are needed: join it to another")
    mean = sums / n
    squares = _squares(codes, numbers, people, mean)
    with np.errstate(invalid="ignore"):
        variance = np.where(n > 1, squares / np.where(n > 1, n - 1, 1), np.nan)
    return GroupMoments(n.astype(np.int64), mean, variance)


def _sums(
    codes: NDArray[np.integer], values: Numbers, people: Numbers | None, groups: int
) -> tuple[Numbers, Numbers]:
    n, sums = np.zeros(groups), np.zeros(groups)
    for at in blocks(len(values)):
        code, value = codes[at], values[at]
        weight = None if people is None else people[at]
        n += np.bincount(code, weights=weight, minlength=groups)
        sums += np.bincount(code, weights=value if weight is None else value * weight, minlength=groups)
    return n, sums


def _squares(codes: NDArray[np.integer], values: Numbers, people: Numbers | None, mean: Numbers) -> Numbers:
    squares = np.zeros(len(mean))
    for at in blocks(len(values)):
        away = values[at] - mean[codes[at]]
        away *= away
        if people is not None:
            away *= people[at]
        squares += np.bincount(codes[at], weights=away, minlength=len(mean))
    return squares
