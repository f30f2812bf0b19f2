"""Values with frequencies, checked once: N answers, or their distinct values with counts, give the same numbers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import isfinite

import numpy as np
from numpy.typing import ArrayLike, NDArray

from samklang.methods.statistics.refusals import BadArgument, MissingValues, NoVariation, TooFew

Numbers = NDArray[np.float64]
Integers = NDArray[np.int64]

BLOCK = 16_384


def as_floats(values: ArrayLike, where: str) -> Numbers:
    """The values as floats, missing ones too. Raises BadArgument for text."""
    try:
        return np.asarray(values, dtype=np.float64)
    except (TypeError, ValueError) as problem:
        raise BadArgument(where, "a value is no number: recode text before it comes here") from problem


def finite(values: ArrayLike, where: str) -> Numbers:
    """The values as floats. Raises MissingValues when one is missing or infinite, TooFew when there is none."""
    numbers = as_floats(values, where)
    if numbers.size == 0:
        raise TooFew(where, "there is not one value: leave this comparison out and say that nobody answered")
    # A sum is finite only if all its terms are, and costs no array of booleans; it can overflow, hence the recount.
    with np.errstate(over="ignore"):
        total = float(numbers.sum())
    if not isfinite(total):
        bad = int(numbers.size - np.isfinite(numbers).sum())
        if bad:
            text = f"{bad} of {numbers.size} values are missing or infinite: leave those rows out and report how many"
            raise MissingValues(where, text)
    return numbers


def frequencies(counts: ArrayLike | None, rows: int, where: str = "counts") -> Numbers:
    """People a row, (rows,); ones when counts is None. Raises BadArgument for another length, a negative or NaN."""
    if counts is None:
        return np.ones(rows)
    people = as_floats(counts, where)
    if people.shape != (rows,):
        raise BadArgument(where, f"{people.shape} counts for {rows} rows: give one count a row")
    if not np.all(np.isfinite(people)) or np.any(people < 0) or np.any(people != np.floor(people)):
        raise BadArgument(where, "a count is the number of people in a row: whole and not negative")
    return people


def column(values: ArrayLike, counts: ArrayLike | None, where: str) -> tuple[Numbers, Numbers]:
    """One column and its people, both (m,)."""
    numbers = finite(values, where)
    if numbers.ndim != 1:
        raise BadArgument(where, f"an array of shape {numbers.shape} where one column is meant")
    people = frequencies(counts, len(numbers))
    if people.sum() < 1:
        raise TooFew(where, "there is not one person: leave this comparison out and say that nobody answered")
    return numbers, people


def summed(place: NDArray[np.integer], weights: Numbers, size: int) -> Numbers:
    """Sum of the weights at each place 0..size−1."""
    return np.asarray(np.bincount(place, weights=weights, minlength=size), dtype=np.float64)


def blocks(rows: int) -> Iterator[slice]:
    """Slices of the rows that stay in the processor's cache."""
    return (slice(at, at + BLOCK) for at in range(0, rows, BLOCK))


def same_length(rows: int, **others: Sequence[object] | NDArray[np.generic]) -> None:
    """Raises BadArgument naming the argument whose length is not that of the rows."""
    for name, other in others.items():
        if len(other) != rows:
            raise BadArgument(name, f"{len(other)} rows where the outcome has {rows}: give one a row")


def checked_level(level: float) -> float:
    """A confidence level. Raises BadArgument outside 0–1 (95 for 0.95)."""
    if not 0 < level < 1:
        raise BadArgument("level", f"{level} is no share between 0 and 1: write 0.95 for 95 per cent")
    return level


def mean_and_variance(values: ArrayLike, counts: ArrayLike | None, where: str) -> tuple[int, float, float]:
    """n, mean and variance (divided by n − 1) of one column. Raises TooFew under two people."""
    numbers, people = column(values, counts, where)
    n = int(people.sum())
    if n < 2:
        raise TooFew(where, f"{n} person has no spread: an interval needs two or more")
    mean = float(people @ numbers) / n
    away = numbers - mean
    return n, mean, float(people @ (away * away)) / (n - 1)


def is_nothing(error: float, size: float) -> bool:
    """Whether a standard error is rounding and not spread: under ten units in the last place of the means."""
    return error <= 10 * float(np.finfo(np.float64).eps) * max(abs(size), float(np.finfo(np.float64).tiny))


def refuse_no_spread(where: str, n: int, value: float) -> NoVariation:
    """The refusal for n equal values."""
    text = "all {n} values are {value:g}: equal values tell nothing of the error; report the value and n alone"
    return NoVariation(where, text, n=n, value=value)
