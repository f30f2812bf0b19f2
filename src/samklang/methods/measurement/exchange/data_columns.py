"""A file of answers with its scores as labelled columns: what CSV, SPSS, Stata and a data package are made from."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import isfinite
from typing import Any, Literal

from samklang.methods.kernel.findings import UnreadableInput
from samklang.methods.measurement.exchange.shareable import non_answer_label, shareable, stand_in, title_in
from samklang.methods.measurement.instrument import Instrument, Item, Scale

Cell = str | float | int | None

# Stata's longest text that isn't a document of its own.
LONGEST_TEXT = 2045

WORDS: Mapping[str, Mapping[str, str]] = {
    "en": {"id": "person", "from": "from", "to": "to", "n_valid": "answers used", "status": "status", "band": "band"},
    "sv": {"id": "person", "from": "från", "to": "till", "n_valid": "antal svar", "status": "status", "band": "nivå"},
    "da": {"id": "person", "from": "fra", "to": "til", "n_valid": "antal svar", "status": "status", "band": "niveau"},
}


@dataclass(frozen=True)
class DataColumn:
    """One variable. cells: one a person, None where there is nothing.

    labels: code → wording; missing: code → why it is no answer; label: what the variable is, in one language.
    """

    name: str
    label: str
    kind: Literal["text", "number"]
    cells: Sequence[Cell]
    labels: Mapping[int, str]
    missing: Mapping[int, str]

    @property
    def whole(self) -> bool:
        """Whether every number is a whole one."""
        return all(cell is None or float(cell).is_integer() for cell in self.cells)


def data_columns(
    instrument: Instrument,
    texts: Mapping[str, Sequence[str]],
    answers: Mapping[str, Any],
    scores: Mapping[str, Sequence[Cell]],
    language: str,
) -> tuple[DataColumn, ...]:
    """The columns: texts (such as id), answers by item id and scores, in that order, labelled in one language.

    answers: item id → (n,) numbers, NaN = missing, infinite = something that was no number and is left empty; scores:
    column → cells, named as `samklang score` names them. Licensed wording is left out: the variable's name stands for
    it. Raises UnreadableInput when two columns have the same name or a text is too long for Stata.
    """
    found = shareable(instrument)
    columns = (
        *(_text(name, cells, language) for name, cells in texts.items()),
        *(_asked(found, item, answers[item.id], language) for item in found.items),
        *(column for scale in found.scales for column in _scored(found, scale, scores, language)),
    )
    problems = list(_problems(columns))
    if problems:
        raise UnreadableInput(problems)
    return columns


def _problems(columns: Sequence[DataColumn]) -> Iterator[str]:
    names = [column.name for column in columns]
    for name in sorted({name for name in names if names.count(name) > 1}):
        yield f"column '{name}': an answer and a score have the same name; rename the scale in the instrument"
    for column in columns:
        if column.kind == "text" and any(len(str(cell).encode()) > LONGEST_TEXT for cell in column.cells):
            yield f"column '{column.name}': a text is longer than {LONGEST_TEXT} bytes; shorten it"


def _word(key: str, language: str) -> str:
    return WORDS.get(language, WORDS["en"]).get(key, key)


def _text(name: str, cells: Sequence[str], language: str) -> DataColumn:
    """A text on one line: a line break in a cell would begin a new person where SPSS reads the file."""
    return DataColumn(name, _word(name, language), "text", [" ".join(cell.split()) or None for cell in cells], {}, {})


def _asked(found: Instrument, item: Item, answers: Any, language: str) -> DataColumn:
    label = item.text.get(language) or stand_in(item.id)
    labels = {code: item.responses.labels.get(code, {}).get(language, "") for code in item.responses.codes}
    missing = {code: non_answer_label(code, why, language) for code, why in item.responses.non_answers.items()}
    cells = [plain_number(float(each)) for each in answers]
    return DataColumn(item.id, label, "number", cells, {code: word for code, word in labels.items() if word}, missing)


def plain_number(value: float) -> float | int | None:
    """A number as it is written: whole without decimals, nothing where there is none."""
    if not isfinite(value):
        return None
    return int(value) if value.is_integer() else value


def _scored(
    found: Instrument, scale: Scale, scores: Mapping[str, Sequence[Cell]], language: str
) -> Iterator[DataColumn]:
    title = f"{title_in(found, (language, 'en'))}: {scale.id}"
    category = scale.method == "rule"
    yield DataColumn(scale.id, title, "text" if category else "number", scores[scale.id], {}, {})
    for part in ("n_valid", "status", "band"):
        name = f"{scale.id}__{part}"
        cells = [cell if cell != "" else None for cell in scores[name]]
        label = f"{title}, {_word(part, language)}"
        yield DataColumn(name, label, "number" if part == "n_valid" else "text", cells, {}, {})
