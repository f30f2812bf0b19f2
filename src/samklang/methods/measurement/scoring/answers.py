"""What an answer is: a code, missing with or without a reason, or no code at all; never clamped to the nearest."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import inf, isfinite, nan
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

from samklang.methods.kernel.findings import UnreadableInput
from samklang.methods.measurement.instrument import ResponseSet

Numbers = NDArray[np.float64]
Codes = NDArray[np.int8]
Flags = NDArray[np.bool_]
Column = NDArray[Any]

NOT_A_NUMBER = inf

# One byte an answer: what a column of codes holds beside the codes themselves.
MISSING_CODE = -128
NOT_A_CODE = 127


@dataclass(frozen=True)
class Judged:
    """One item's answers on a line. values: (n,) marks, NaN where there is none; valid, invalid: (n,) flags."""

    values: Numbers
    valid: Flags
    invalid: Flags


def columns_of(answers: Mapping[str, ArrayLike]) -> dict[str, Column]:
    """Item → (n,) numbers, of arrays, lists or a table with named columns; nothing that is an array is copied.

    Raises UnreadableInput when there are no names, or a column isn't one number a person.
    """
    if not hasattr(answers, "keys"):
        raise UnreadableInput(["the answers have no names; give each item's answers by its id, as {item: answers}"])
    problems: list[str] = []
    columns: dict[str, Column] = {}
    # A table of pandas has the keys and the columns of a mapping, but its values are another thing.
    for name in answers.keys():  # noqa: SIM118
        try:
            columns[name] = np.asarray(answers[name])
        except ValueError:  # a list of lists that differ in length
            columns[name] = np.empty((0, 0))
        if columns[name].ndim != 1:
            problems.append(f"column '{name}' isn't one answer a person; give a list of numbers, and each name once")
        elif columns[name].dtype.kind not in "iuf":
            problems.append(f"column '{name}' holds no numbers; read it as numbers, empty as NaN")
    if problems:
        raise UnreadableInput(dict.fromkeys(problems))
    return columns


def judge(responses: ResponseSet, column: Column) -> Judged:
    """Sort one column into answers, missing and invalid. column: (n,) codes, NaN = missing, infinite = no number."""
    numbers_of = as_numbers(column)
    missing = np.isnan(numbers_of)
    for code in responses.non_answers:
        missing |= numbers_of == code
    valid = _allowed(responses, numbers_of) & ~missing
    return Judged(np.where(valid, numbers_of, nan), valid, ~(valid | missing))


def _allowed(responses: ResponseSet, column: Numbers) -> Flags:
    if not responses.codes:
        return (column >= responses.low) & (column <= responses.high)
    return np.isin(column, responses.codes)


def as_numbers(column: Column) -> Numbers:
    """A column as (n,) numbers, NaN = missing and infinite = no number, whatever it was stored as."""
    made: Numbers = column.astype(np.float64)
    if column.dtype == np.int8:
        made[column == MISSING_CODE] = nan
        made[column == NOT_A_CODE] = NOT_A_NUMBER
    return made


def as_codes(column: Column) -> Codes:
    """A column as (n,) codes of one byte: MISSING_CODE for NaN, NOT_A_CODE for what no response set can hold.

    Columns of one-byte integers are taken as they are, so that large files need not be copied.
    """
    if column.dtype == np.int8:
        return column
    # NaN and the infinite are far away too; comparing tells them apart without a warning.
    near = np.abs(column) < NOT_A_CODE
    made: Codes = np.where(near, column, NOT_A_CODE).astype(np.int8)
    made[near & (made != column)] = NOT_A_CODE
    made[column != column] = MISSING_CODE
    return made


def numbers(texts: Sequence[str]) -> Numbers:
    """Cells of a file as numbers: empty is NaN (missing), what is no finite number is infinite (invalid)."""
    # A file has many cells and few different ones: each is read once.
    known = {text: _number(text.strip()) for text in set(texts)}
    return np.fromiter(map(known.__getitem__, texts), dtype=np.float64, count=len(texts))


def _number(text: str) -> float:
    if not text:
        return nan
    try:
        # A spreadsheet in Swedish or Danish writes 6,5.
        value = float(text.replace(",", ".", 1))
    except ValueError:
        return NOT_A_NUMBER
    # float() also reads "1_0", "nan" and "inf": none of them is an answer anybody wrote down.
    return value if isfinite(value) and "_" not in text else NOT_A_NUMBER
