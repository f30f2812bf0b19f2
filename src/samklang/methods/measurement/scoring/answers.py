"""What an answer is: valid, missing with or without a reason, or invalid; never clamped to the nearest code."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from math import inf, isfinite, nan

import numpy as np
from numpy.typing import NDArray

from samklang.methods.measurement.instrument import ResponseSet

Numbers = NDArray[np.float64]
Flags = NDArray[np.bool_]

NOT_A_NUMBER = inf


@dataclass(frozen=True)
class Judged:
    """One item's answers. values: (n,) codes, NaN where there is none; valid, invalid: (n,) flags."""

    values: Numbers
    valid: Flags
    invalid: Flags


def judge(responses: ResponseSet, column: Numbers) -> Judged:
    """Sort one column into answers, missing and invalid. column: (n,) codes, NaN = missing, infinite = no number."""
    missing = np.isnan(column)
    for code in responses.non_answers:
        missing |= column == code
    valid = _allowed(responses, column) & ~missing
    return Judged(np.where(valid, column, nan), valid, ~(valid | missing))


def _allowed(responses: ResponseSet, column: Numbers) -> Flags:
    if not responses.codes:
        return (column >= responses.low) & (column <= responses.high)
    allowed = np.zeros(column.shape, dtype=np.bool_)
    for code in responses.codes:
        allowed |= column == code
    return allowed


def numbers(texts: Iterable[str]) -> Numbers:
    """Cells of a file as numbers: empty is NaN (missing), what is no finite number is infinite (invalid)."""
    known: dict[str, float] = {}
    made: list[float] = []
    for text in texts:
        value = known.get(text)
        if value is None:
            value = known[text] = _number(text.strip())
        made.append(value)
    return np.array(made, dtype=np.float64)


def _number(text: str) -> float:
    if not text:
        return nan
    try:
        value = float(text)
    except ValueError:
        return NOT_A_NUMBER
    # float() also reads "1_0", "nan" and "inf": none of them is an answer anybody wrote down.
    return value if isfinite(value) and "_" not in text else NOT_A_NUMBER
