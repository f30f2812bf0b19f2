"""A file of answers read and scored, as `samklang score` and the export of data do it."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from samklang.cli.files import MANY, many_rows, read_text
from samklang.cli.instruments import find_instrument
from samklang.methods.kernel.findings import UnreadableInput, naming
from samklang.methods.measurement.instrument import Instrument
from samklang.methods.measurement.instrument_drafts import draft_parts
from samklang.methods.measurement.scoring.answer_file import (
    AnswerFile,
    outside_notes,
    read_answers,
    repeated_id_notes,
)
from samklang.methods.measurement.scoring.answers import Numbers, numbers
from samklang.methods.measurement.scoring.score import ScaleScore, score
from samklang.methods.measurement.scoring.ties import Tie, directed_ties
from samklang.methods.measurement.scoring.value_sets import ValueSet, value_set


@dataclass(frozen=True)
class Scored:
    """A file with its scores. age: (n,) years, None when not asked for; used: the value set; ties: of a network."""

    found: Instrument
    file: AnswerFile
    scores: Mapping[str, ScaleScore]
    age: Numbers | None
    used: ValueSet | None
    ties: Sequence[Tie]


def add_scoring(parser: argparse.ArgumentParser) -> None:
    """The arguments that name an instrument, a file of answers and what its scores need."""
    parser.add_argument("instrument", metavar="INSTRUMENT", help="its id, or a file of your own ending in .yaml")
    parser.add_argument("file", metavar="FILE.csv")
    ages = parser.add_mutually_exclusive_group()
    ages.add_argument("--age", type=float, metavar="N", help="everybody's age in years")
    ages.add_argument("--age-column", metavar="C", help="the column with each person's age in years")
    parser.add_argument("--value-set", metavar="ID", help="whose values make the index of EQ-5D, which needs it")


def score_file(options: argparse.Namespace) -> Scored:
    """Read and score the file the options name. Raises UnreadableInput with every error at once."""
    found = find_instrument(options.instrument)
    used = _value_set(found, options.value_set)
    also = [options.age_column] if options.age_column else []
    with many_rows():
        file = read_answers(read_text(options.file), options.file, found, also)
    if len(file.ids) >= MANY:
        print(f"Scoring {len(file.ids)} rows …", file=sys.stderr)
    age = _age(options, file)
    scores = score(found, file.answers, age=age, value_set_id=options.value_set)
    return Scored(found, file, scores, age, used, _ties(found, file, scores, options.file))


def _value_set(found: Instrument, name: str | None) -> ValueSet | None:
    if any(scale.method == "value_set" for scale in found.scales):
        return value_set(name, found.id)
    if name is not None:
        raise UnreadableInput([f"--value-set: {found.id} has no value sets; leave it out"])
    return None


def _ties(found: Instrument, file: AnswerFile, scores: Mapping[str, ScaleScore], path: str) -> list[Tie]:
    if found.kind != "network":
        return []
    rated = scores[found.scales[0].id].value
    with naming(path):
        return directed_ties(file.other["from"], file.other["to"], rated)


def _age(options: argparse.Namespace, file: AnswerFile) -> Numbers | None:
    if options.age_column:
        ages = numbers(file.other[options.age_column])
        wrong = np.flatnonzero(np.isinf(ages) | (ages < 0))
        if len(wrong):
            where = f"{options.file}, column '{options.age_column}'"
            raise UnreadableInput([f"{where}, row {place + 1}: not an age in years" for place in wrong])
        return ages
    if options.age is None:
        return None
    if not 0 <= options.age < 150:
        raise UnreadableInput(["--age: not an age in years"])
    return np.full(len(file.ids), options.age)


def score_columns(scores: Mapping[str, ScaleScore]) -> dict[str, list[Any]]:
    """Column → one cell a person, None where there is no score."""
    made: dict[str, list[Any]] = {}
    for name, each in scores.items():
        values = [word or None for word in each.band.tolist()] if each.is_category else _points(each)
        made |= {name: values, f"{name}__n_valid": each.n_valid.tolist()}
        made |= {f"{name}__status": each.status.tolist(), f"{name}__band": each.band.tolist()}
    return made


def _points(each: ScaleScore) -> list[float | int | None]:
    return [None if value != value else int(value) if value.is_integer() else value for value in each.value.tolist()]


def scoring_notes(done: Scored) -> Iterator[str]:
    """What must be said beside the scores, one line each."""
    yield from _value_set_notes(done.used)
    yield from _tie_notes(done.ties)
    yield from _notes(done.found, done.file, done.scores, done.age)


def _value_set_notes(used: ValueSet | None) -> Iterator[str]:
    if used:
        yield f"index: value set {used.id} ({used.basis} values); never compare it with an index of another set"


def _tie_notes(ties: Sequence[Tie]) -> Iterator[str]:
    for tie in ties:
        value = "-" if tie.mean is None else f"{tie.mean:.2f}"
        yield f"tie {tie.rater} → {tie.rated}: {value} (n {tie.n})"


def _notes(
    found: Instrument, file: AnswerFile, scores: Mapping[str, ScaleScore], age: Numbers | None
) -> Iterator[str]:
    for name, each in scores.items():
        invalid = int((each.status == "invalid").sum())
        if invalid:
            yield f"{name}: {invalid} invalid; an answer is outside the response set, and no score is given"
    yield from outside_notes(file, found)
    for part in draft_parts(found):
        yield f"{part}: a draft, recalled and not held against its source; don't publish it"
    for scale in found.scales:
        if scale.bands and scale.bands.by_age and age is None:
            yield f"{scale.id}: the bands need an age; give --age or --age-column"
    for item in found.items:
        for code, reason in item.responses.non_answers.items():
            count = int((file.answers[item.id] == code).sum())
            if count:
                yield f"{item.id}: {count} missing with the reason {reason}"
    yield from repeated_id_notes(file, "each row is scored by itself")
    if not len(file.ids):
        yield "no rows: the file names the columns and holds no answers"
