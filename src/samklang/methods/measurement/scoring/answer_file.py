"""Reads the text of a file of answers: one row a person, one column per item."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import isfinite

import numpy as np

from samklang.methods.kernel.findings import UnreadableInput
from samklang.methods.measurement.instrument import Instrument, ResponseSet
from samklang.methods.measurement.scoring.answers import Numbers, judge, numbers
from samklang.methods.measurement.table_text import read_table

ENDS = ("from", "to")

MOST_NAMED = 5
LONGEST_NAME = 80  # of a column that isn't ours: a file without line breaks is all one name
NO_NUMBER = "no number; write one, or leave the cell empty where nobody answered"
NO_ANSWER_HINT = "; if that code means no answer, leave the cell empty or declare it in the instrument"


@dataclass(frozen=True)
class AnswerFile:
    """ids: the column `id`, or row numbers; answers: item id → (n,) numbers; other: further columns as text."""

    ids: Sequence[str]
    answers: Mapping[str, Numbers]
    other: Mapping[str, Sequence[str]]

    @property
    def repeated_ids(self) -> list[str]:
        """Ids that stand on more than one row; an empty id is nobody's."""
        return [name for name, count in Counter(self.ids).items() if name and count > 1]


def read_answers(text: str, path: str, instrument: Instrument, also: Sequence[str] = ()) -> AnswerFile:
    """The answers in a CSV text (comma or semicolon). path: for errors; also: further columns asked for.

    A network's answers say whose tie to whom they are about, in the columns from and to.
    Raises UnreadableInput with one line for each error.
    """
    also = [*also, *(ENDS if instrument.kind == "network" else ())]
    header, rows = read_table(text, path)
    items = [item.id for item in instrument.items]
    allowed = {"id", *items, *also}
    problems = [
        f"{path}, column '{name[:LONGEST_NAME]}': not an item of {instrument.id}; rename or remove it"
        for name in header
        if name not in allowed
    ]
    problems += [
        f"{path}, column '{name[:LONGEST_NAME]}': stands twice; keep one"
        for name, count in Counter(header).items()
        if count > 1
    ]
    problems += [
        f"{path}, column '{name}': is missing; add it, empty where nobody answered"
        for name in (*items, *also)
        if name not in header
    ]
    problems += [
        f"{path}, line {line}: {len(row)} cells for {len(header)} columns"
        for line, row in rows
        if len(row) != len(header)
    ]
    if problems:
        raise UnreadableInput(problems)
    cells = [row for _, row in rows]
    columns = dict(zip(header, zip(*cells, strict=True), strict=True)) if cells else dict.fromkeys(header, ())
    ids = columns.get("id", tuple(str(place) for place in range(1, len(cells) + 1)))
    return AnswerFile(ids, {name: numbers(columns[name]) for name in items}, {name: columns[name] for name in also})


def repeated_id_notes(file: AnswerFile, meaning: str) -> Iterator[str]:
    """One line for each of the first ids that stand on several rows, and how many more there are."""
    for name in file.repeated_ids[:MOST_NAMED]:
        yield f"id '{name}' stands on several rows; {meaning}"
    if len(file.repeated_ids) > MOST_NAMED:
        yield f"{len(file.repeated_ids) - MOST_NAMED} more ids stand on several rows"


def outside_notes(file: AnswerFile, instrument: Instrument) -> Iterator[str]:
    """One line for each item with answers outside its response set: how many, where the first is, and what to do."""
    for item in instrument.items:
        answers = file.answers[item.id]
        wrong = np.flatnonzero(judge(item.responses, answers).invalid)
        if len(wrong):
            first = float(answers[wrong[0]])
            written = f"{first:g}{NO_ANSWER_HINT}" if isfinite(first) else NO_NUMBER
            allowed = _allowed_words(item.responses)
            yield f"{item.id}: {len(wrong)} outside {allowed}, first in row {wrong[0] + 1}: {written}"


def _allowed_words(responses: ResponseSet) -> str:
    if responses.codes:
        return ", ".join(str(code) for code in sorted(responses.codes))
    return f"{responses.low:g} to {responses.high:g}"
