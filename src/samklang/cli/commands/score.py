"""`samklang score`: answers in a CSV file become scores, statuses and bands."""

from __future__ import annotations

import argparse
import csv
import io
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict
from typing import Any

import numpy as np

from samklang.cli.files import MANY, as_json, many_rows, read_text, write_result
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


def register(commands: Any) -> None:
    """Declare the command."""
    parser = commands.add_parser(
        "score",
        help="scores, statuses and bands of an instrument's answers",
        description="Scores a CSV file with one row a person and one column per item id. Never a diagnosis.",
        epilog="example: samklang score rses answers.csv --out scores.csv",
    )
    parser.add_argument("instrument", metavar="INSTRUMENT", help="its id, or a file of your own ending in .yaml")
    parser.add_argument("file", metavar="FILE.csv")
    ages = parser.add_mutually_exclusive_group()
    ages.add_argument("--age", type=float, metavar="N", help="everybody's age in years")
    ages.add_argument("--age-column", metavar="C", help="the column with each person's age in years")
    parser.add_argument("--value-set", metavar="ID", help="whose values make the index of EQ-5D, which needs it")
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--out", metavar="FILE")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Score one file."""
    found = find_instrument(options.instrument)
    used = _value_set(found, options.value_set)
    also = [options.age_column] if options.age_column else []
    with many_rows():
        file = read_answers(read_text(options.file), options.file, found, also)
    if len(file.ids) >= MANY:
        print(f"Scoring {len(file.ids)} rows …", file=sys.stderr)
    age = _age(options, file)
    scores = score(found, file.answers, age=age, value_set_id=options.value_set)
    ties = _ties(found, file, scores, options.file)
    plain = as_json(_plain(found, file, scores, used, ties)) if options.json else _csv(file, scores)
    write_result(plain, options.out)
    for line in (*_value_set_notes(used), *_tie_notes(ties), *_notes(found, file, scores, age)):
        print(line, file=sys.stderr)
    return 0


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


def _plain(
    found: Instrument,
    file: AnswerFile,
    scores: Mapping[str, ScaleScore],
    used: ValueSet | None,
    ties: Sequence[Tie],
) -> dict[str, Any]:
    columns = {"id": file.ids, **_columns(scores)}
    rows = [dict(zip(columns, cells, strict=True)) for cells in zip(*columns.values(), strict=True)]
    made: dict[str, Any] = {"instrument": f"{found.id}@{found.version}", "draft": list(draft_parts(found))}
    if used:
        made["value_set"] = {"id": used.id, "basis": used.basis, "reference": used.reference}
    if found.kind == "network":
        made["ties"] = [asdict(tie) for tie in ties]
    return {**made, "people": rows}


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
