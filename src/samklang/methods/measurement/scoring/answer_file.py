"""Reads the text of a file of answers: one row a person, one column per item."""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from samklang.methods.kernel.findings import UnreadableInput
from samklang.methods.measurement.instrument import Instrument
from samklang.methods.measurement.scoring.answers import Numbers, numbers


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

    Raises UnreadableInput with one line for each error.
    """
    header, rows = _table(text, path)
    items = [item.id for item in instrument.items]
    allowed = {"id", *items, *also}
    problems = [
        f"{path}, column '{name}': not an item of {instrument.id}; rename or remove it"
        for name in header
        if name not in allowed
    ]
    problems += [
        f"{path}, column '{name}': stands twice; keep one" for name, count in Counter(header).items() if count > 1
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


def _table(text: str, path: str) -> tuple[list[str], list[tuple[int, list[str]]]]:
    first = text.split("\n", 1)[0]
    separator = ";" if ";" in first and "," not in first else ","
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    try:
        rows = [(reader.line_num, row) for row in reader if row]
    except csv.Error as error:
        raise UnreadableInput([f"{path}, line {reader.line_num}: not CSV ({error})"]) from None
    if not rows:
        raise UnreadableInput([f"{path}: the file is empty; the first line names the columns"])
    return [name.strip() for name in rows[0][1]], rows[1:]
