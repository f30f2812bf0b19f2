"""Reads the text of a plan's data file into a frame; what can't be read is refused, what can't be is a finding."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date

import numpy as np

from samklang.methods.kernel.findings import Finding, UnreadableInput
from samklang.methods.measurement.effect.frame import (
    ANONYMOUS,
    NO_DATE,
    OWN_COLUMNS,
    STRATUM,
    Category,
    Frame,
    Numbers,
)
from samklang.methods.measurement.effect.plan import Plan
from samklang.methods.measurement.scoring.answers import numbers as numbers_of
from samklang.methods.measurement.table_text import read_table

YES = {"1": 1.0, "true": 1.0, "yes": 1.0, "ja": 1.0, "1.0": 1.0}
NO = {"0": 0.0, "false": 0.0, "no": 0.0, "nej": 0.0, "0.0": 0.0}
MOST_LINES = 20
LARGEST = 1e9
NO_ANSWER = "leave the cell empty where there is no answer"

Cells = Sequence[str]


def read_frame(text: str, path: str, plan: Plan) -> tuple[Frame, tuple[Finding, ...]]:
    """The frame in a CSV text, and what is wrong with its values (error findings EE…: nothing may be computed).

    path: for errors. Raises UnreadableInput with one line for each thing that can't be read.
    """
    header, rows = read_table(text, path)
    problems = [*_header_problems(header, plan, path), *_row_problems(header, rows, path)]
    if problems:
        raise UnreadableInput(problems)
    if not rows:
        raise UnreadableInput([f"{path}: has a header and no rows; add one row for each respondent and wave"])
    lines = [line for line, _ in rows]
    cells = dict(zip(header, zip(*(row for _, row in rows), strict=True), strict=True))
    reading = _Reading(path, lines, cells)
    frame = _frame(reading, plan)
    if reading.problems:
        raise UnreadableInput(_shortened(reading.problems))
    names = [word.strip() for word in cells["respondent"]]
    return frame, (*_twice(names, frame, lines, path), *_outside(frame, plan, cells, lines, path))


def _header_problems(header: Sequence[str], plan: Plan, path: str) -> Iterator[str]:
    numbers, words = declared_columns(plan)
    for name, count in Counter(header).items():
        if count > 1:
            yield f"{path}, column '{name}': stands {count} times; keep one"
        if name not in numbers and name not in words and name not in OWN_COLUMNS and not name.startswith(STRATUM):
            yield f"{path}, column '{name}': is not declared; add it to covariates in the plan, or remove it"
    for name in ("respondent", "wave", *numbers, *words, *(margin.column for margin in plan.margins)):
        if name not in header:
            yield f"{path}, column '{name}': is missing; add it{_empty_advice(name)}"
    for name in (*plan.adjust, *plan.subgroups):
        if name.startswith(STRATUM) and name not in header:
            yield f"{path}, column '{name}': is missing; add it, or take it out of adjust and subgroups in the plan"
    for name in plan.labels:
        if name not in header and name not in plan.covariates:
            yield f"{path}, column '{name}': is missing; add it, or take labels.{name} out of the plan"


def _empty_advice(name: str) -> str:
    return ", empty where nobody is told apart" if name == "respondent" else " or take it out of the plan"


def _row_problems(header: Sequence[str], rows: Sequence[tuple[int, list[str]]], path: str) -> list[str]:
    wrong = [
        f"{path}, line {line}: {len(row)} cells for {len(header)} columns"
        for line, row in rows
        if len(row) != len(header)
    ]
    return _shortened(wrong)


def declared_columns(plan: Plan, cells: Mapping[str, Cells] | None = None) -> tuple[list[str], list[str]]:
    """Columns read as numbers and as words, beside the frame's own and the strata. cells: to tell by content."""
    numbers = [indicator.id for indicator in plan.indicators]
    words: list[str] = []
    for name, kind in plan.covariates.items():
        is_words = kind == "category" or (kind == "by_content" and _mostly_words((cells or {}).get(name, ())))
        (words if is_words else numbers).append(name)
    numbers += [name for name in plan.extra_columns if name not in words and name not in OWN_COLUMNS]
    return list(dict.fromkeys(numbers)), words


def _mostly_words(cells: Cells) -> bool:
    written = [word for word in cells if word.strip()]
    return bool(written) and 2 * int(np.isinf(numbers_of(written)).sum()) > len(written)


class _Reading:
    """Columns of cells under reading, and all problems found so far."""

    def __init__(self, path: str, lines: Sequence[int], cells: Mapping[str, Cells]) -> None:
        self.path, self.lines, self.cells = path, lines, cells
        self.problems: list[str] = []

    def numbers(self, name: str, otherwise: float = np.nan) -> Numbers:
        """A column of numbers; empty cells are NaN, and a column that isn't there is the same everywhere."""
        if name not in self.cells:
            return np.full(len(self.lines), otherwise)
        column = numbers_of(self.cells[name])
        for row in np.flatnonzero(np.isinf(column)).tolist():
            self._problem(name, row, f"{self.cells[name][row]!r} is no number; {NO_ANSWER}")
        return column

    def whole(self, name: str) -> Numbers:
        """A column of whole numbers of sensible size, none of them missing."""
        column = numbers_of(self.cells[name])
        wrong = ~np.isfinite(column) | (column != np.floor(column)) | (np.abs(column) > LARGEST)
        for row in np.flatnonzero(wrong).tolist():
            self._problem(name, row, f"{self.cells[name][row]!r} is no whole number; number the waves 1, 2, 3")
        return np.where(wrong, 0, column)

    def each(self, name: str, otherwise: float, read: Callable[[str], float | None], advice: str) -> Numbers:
        """A column read word by word; read gives None for what can't be read."""
        if name not in self.cells:
            return np.full(len(self.lines), otherwise)
        known = {word: read(word.strip()) for word in set(self.cells[name])}
        wrong = {word for word, value in known.items() if value is None}
        if wrong:
            for row, word in enumerate(self.cells[name]):
                if word in wrong:
                    self._problem(name, row, f"{word!r} can't be read; {advice}")
        return np.array([known[word] for word in self.cells[name]], dtype=np.float64)

    def words(self, name: str) -> Category | None:
        """A column of words, or nothing."""
        return Category.of([word.strip() for word in self.cells[name]]) if name in self.cells else None

    def _problem(self, name: str, row: int, text: str) -> None:
        self.problems.append(f"{self.path}, line {self.lines[row]}, column '{name}': {text}")


def _frame(reading: _Reading, plan: Plan) -> Frame:
    numbers, words = declared_columns(plan, reading.cells)
    strata = [name for name in reading.cells if name.startswith(STRATUM)]
    named = reading.words("respondent")
    assert named is not None
    started = reading.each("started", 1.0, _yes_or_no, "write 1 or 0")
    answered = {name: reading.numbers(name) for name in numbers}
    for indicator in plan.indicators:
        for name in (indicator.id, indicator.then):
            if name:
                answered[name] = _without(answered[name], indicator.missing_codes)
    weight = reading.each("weight", 1.0, _positive, "a weight is a number above 0, and at most 1000000000")
    return Frame(
        respondent=np.where(named.codes < 0, ANONYMOUS, named.codes),
        wave=reading.whole("wave").astype(np.int64),
        numbers=answered,
        took_part=reading.each("took_part", np.nan, _yes_or_no, "write 1 or 0, empty where it isn't known"),
        # Somebody whose start isn't noted is counted: leaving people out is what has to be shown.
        started=~(started == 0),
        dose=reading.each("dose", np.nan, _sessions, "a number of sessions is 0 or more"),
        weight=weight,
        when=np.nan_to_num(reading.each("when", NO_DATE, _day, "write the date as 2024-05-31")).astype(np.int64),
        categories={name: column for name in (*strata, *words) if (column := reading.words(name)) is not None},
        group=reading.words("group"),
        mode=reading.words("mode"),
        wording=reading.words("wording_hash"),
        area=reading.each("area", np.nan, _yes_or_no, "write 1 for who lives there, else 0")
        if "area" in reading.cells
        else None,
    )


def _without(column: Numbers, codes: Sequence[float]) -> Numbers:
    return np.where(np.isin(column, codes), np.nan, column) if codes else column


def _yes_or_no(word: str) -> float | None:
    return np.nan if not word else YES.get(word.lower(), NO.get(word.lower()))


def _sessions(word: str) -> float | None:
    number = float(numbers_of([word])[0])
    return None if number < 0 or np.isinf(number) else number


def _positive(word: str) -> float | None:
    number = float(numbers_of([word])[0])
    return number if 0 < number <= LARGEST else None


def _day(word: str) -> float | None:
    if not word:
        return NO_DATE
    try:
        return float(date.fromisoformat(word).toordinal())
    except ValueError:
        return None


def _twice(names: Sequence[str], frame: Frame, lines: Sequence[int], path: str) -> Iterator[Finding]:
    known = np.flatnonzero(frame.respondent != ANONYMOUS)
    order = known[np.lexsort((known, frame.wave[known], frame.respondent[known]))]
    person, wave = frame.respondent[order], frame.wave[order]
    people = [names[row] for row in order]
    at = [lines[row] for row in order]
    again = np.flatnonzero((person[1:] == person[:-1]) & (wave[1:] == wave[:-1])) + 1
    found = [
        Finding(
            "EE01",
            "error",
            f"{path}, line {at[place]}, column 'respondent'",
            f"'{people[place]}' stands twice in wave {wave[place]}, also on line {at[place - 1]}; keep one",
        )
        for place in again[:MOST_LINES]
    ]
    yield from found
    if len(again) > MOST_LINES:
        yield Finding("EE01", "error", path, f"… and {len(again) - MOST_LINES} more rows that stand twice")


def _outside(
    frame: Frame, plan: Plan, cells: Mapping[str, Cells], lines: Sequence[int], path: str
) -> Iterator[Finding]:
    for indicator in plan.indicators:
        for name in (indicator.id, indicator.then):
            if not name:
                continue
            column = frame.numbers[name]
            wrong = np.flatnonzero((column < indicator.low) | (column > indicator.high))
            scale = f"the scale {indicator.low:g}–{indicator.high:g}"
            advice = "mend it, or declare the code as missing_codes of the indicator"
            for row in wrong[:MOST_LINES]:
                where = f"{path}, line {lines[row]}, column '{name}'"
                yield Finding("EE02", "error", where, f"{cells[name][row]} lies outside {scale}; {advice}")
            if len(wrong) > MOST_LINES:
                where = f"{path}, column '{name}'"
                yield Finding("EE02", "error", where, f"… and {len(wrong) - MOST_LINES} more outside {scale}")


def _shortened(problems: list[str]) -> list[str]:
    rest = len(problems) - MOST_LINES
    return problems if rest <= 0 else [*problems[:MOST_LINES], f"… and {rest} more lines like these"]
