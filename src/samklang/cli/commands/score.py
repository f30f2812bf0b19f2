"""`samklang score`: answers in a CSV file become scores, statuses and bands."""

from __future__ import annotations

import argparse
import csv
import io
import sys
from dataclasses import asdict
from typing import Any

from samklang.cli.files import as_json, write_result
from samklang.cli.scored import Scored, add_scoring, score_columns, score_file, scoring_notes
from samklang.methods.measurement.instrument_drafts import draft_parts


def register(commands: Any) -> None:
    """Declare the command."""
    parser = commands.add_parser(
        "score",
        help="scores, statuses and bands of an instrument's answers",
        description="Scores a CSV file with one row a person and one column per item id. Never a diagnosis.",
        epilog="example: samklang score rses answers.csv --out scores.csv",
    )
    add_scoring(parser)
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--out", metavar="FILE")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Score one file."""
    done = score_file(options)
    write_result(as_json(_plain(done)) if options.json else _csv(done), options.out)
    for line in scoring_notes(done):
        print(line, file=sys.stderr)
    return 0


def _csv(done: Scored) -> str:
    columns = score_columns(done.scores)
    made = io.StringIO()
    writer = csv.writer(made, lineterminator="\n")
    writer.writerow(["id", *columns])
    writer.writerows(zip(done.file.ids, *columns.values(), strict=True))
    return made.getvalue()


def _plain(done: Scored) -> dict[str, Any]:
    columns = {"id": done.file.ids, **score_columns(done.scores)}
    rows = [dict(zip(columns, cells, strict=True)) for cells in zip(*columns.values(), strict=True)]
    found, used = done.found, done.used
    made: dict[str, Any] = {"instrument": f"{found.id}@{found.version}", "draft": list(draft_parts(found))}
    if used:
        made["value_set"] = {"id": used.id, "basis": used.basis, "reference": used.reference}
    if found.kind == "network":
        made["ties"] = [asdict(tie) for tie in done.ties]
    return {**made, "people": rows}
