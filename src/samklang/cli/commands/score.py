"""`samklang score`: answers in a CSV file become scores, statuses and bands."""

from __future__ import annotations

import argparse
import csv
import io
import sys
from collections.abc import Iterator, Mapping
from typing import Any

import numpy as np

from samklang.cli.files import as_json, read_text, write_result
from samklang.methods.kernel.findings import UnreadableInput
from samklang.methods.measurement.instrument import Instrument
from samklang.methods.measurement.instrument_reader import instrument
from samklang.methods.measurement.scoring.answer_file import AnswerFile, read_answers
from samklang.methods.measurement.scoring.answers import Numbers, numbers
from samklang.methods.measurement.scoring.score import ScaleScore, score


def register(commands: Any) -> None:
    """Declare the command."""
    parser = commands.add_parser(
        "score",
        help="scores, statuses and bands of an instrument's answers",
        description="Scores a CSV file with one row a person and one column per item id. Never a diagnosis.",
        epilog="example: samklang score rses answers.csv --out scores.csv",
    )
    parser.add_argument("instrument", metavar="INSTRUMENT")
    parser.add_argument("file", metavar="FILE.csv")
    parser.add_argument("--age", type=float, metavar="N", help="everybody's age in years")
    parser.add_argument("--age-column", metavar="C", help="the column with each person's age in years")
    parser.add_argument("--value-set", metavar="ID", help="needed for EQ-5D")
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--out", metavar="FILE")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Score one file."""
    found = instrument(options.instrument)
    if options.value_set and not any(scale.method == "value_set" for scale in found.scales):
        raise UnreadableInput([f"--value-set: {found.id} has no value sets; leave it out"])
    also = [options.age_column] if options.age_column else []
    file = read_answers(read_text(options.file), options.file, found, also)
    age = _age(options, file)
    scores = score(found, file.answers, age=age, value_set_id=options.value_set)
    write_result(as_json(_plain(found, file, scores)) if options.json else _csv(file, scores), options.out)
    for line in _notes(found, file, scores, age):
        print(line, file=sys.stderr)
    return 0


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


def _columns(scores: Mapping[str, ScaleScore]) -> dict[str, list[Any]]:
    """Column → one cell a person, None where there is no score."""
    made: dict[str, list[Any]] = {}
    for name, each in scores.items():
        values = [word or None for word in each.band.tolist()] if each.is_category else _points(each)
        made |= {name: values, f"{name}__n_valid": each.n_valid.tolist()}
        made |= {f"{name}__status": each.status.tolist(), f"{name}__band": each.band.tolist()}
    return made


def _points(each: ScaleScore) -> list[float | int | None]:
    return [None if value != value else int(value) if value.is_integer() else value for value in each.value.tolist()]


def _csv(file: AnswerFile, scores: Mapping[str, ScaleScore]) -> str:
    columns = _columns(scores)
    made = io.StringIO()
    writer = csv.writer(made, lineterminator="\n")
    writer.writerow(["id", *columns])
    writer.writerows(zip(file.ids, *columns.values(), strict=True))
    return made.getvalue()


def _plain(found: Instrument, file: AnswerFile, scores: Mapping[str, ScaleScore]) -> dict[str, Any]:
    columns = {"id": file.ids, **_columns(scores)}
    rows = [dict(zip(columns, cells, strict=True)) for cells in zip(*columns.values(), strict=True)]
    return {"instrument": f"{found.id}@{found.version}", "people": rows}


def _notes(
    found: Instrument, file: AnswerFile, scores: Mapping[str, ScaleScore], age: Numbers | None
) -> Iterator[str]:
    for name, each in scores.items():
        invalid = int((each.status == "invalid").sum())
        if invalid:
            yield f"{name}: {invalid} invalid; an answer is outside the response set, and no score is given"
    for scale in found.scales:
        if scale.bands and scale.bands.draft:
            yield f"{scale.id}: the bands are a draft ({scale.bands.source}); don't publish them"
        if scale.bands and scale.bands.by_age and age is None:
            yield f"{scale.id}: the bands need an age; give --age or --age-column"
    for item in found.items:
        for code, reason in item.responses.non_answers.items():
            count = int((file.answers[item.id] == code).sum())
            if count:
                yield f"{item.id}: {count} missing with the reason {reason}"
    for name in file.repeated_ids:
        yield f"id '{name}' stands on several rows; each row is scored by itself"
