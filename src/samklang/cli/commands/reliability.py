"""`samklang reliability`: how far an instrument's scores can be trusted in these answers."""

from __future__ import annotations

import argparse
import sys
from dataclasses import asdict
from typing import Any

import numpy as np

from samklang.cli.files import MANY, as_json, many_rows, read_text, write_result
from samklang.cli.instruments import find_instrument
from samklang.methods.kernel.findings import errors
from samklang.methods.measurement.effect.indicator import LANGUAGES
from samklang.methods.measurement.instrument import Instrument, Scale
from samklang.methods.measurement.reliability import Numbers, Reliability, reliability
from samklang.methods.measurement.reliability_text import reliability_text
from samklang.methods.measurement.scoring.answer_file import AnswerFile, read_answers, repeated_id_notes
from samklang.methods.measurement.scoring.answers import judge

SUMS = ("sum", "mean")
ANOTHER_SCALE = "the same answers on another ruler; see the reliability of the sum it is made from"
NO_RELIABILITY = {
    "value_set": "a value-set index has no reliability of this kind: its levels are weighed, not added up",
    "rule": "a category has no reliability of this kind: it is no sum of items",
    "count": "a count has no reliability of this kind: it is no sum of answers",
    "percent_of_max": ANOTHER_SCALE,
    "table": ANOTHER_SCALE,
    "sum_of": "a sum of other scores; see the reliability of each",
}
ONE_ITEM = "one item has no reliability of this kind; it takes two or more"


def register(commands: Any) -> None:
    """Declare the command."""
    parser = commands.add_parser(
        "reliability",
        help="alpha with interval, omega, item-rest, n and standard error",
        description="Reliability of each score, in people who answered all its items. "
        "Exit 1: an item is miskeyed, or no score of the instrument can have a reliability.",
        epilog="example: samklang reliability rses answers.csv --json",
    )
    parser.add_argument("instrument", metavar="INSTRUMENT", help="its id, or a file of your own ending in .yaml")
    parser.add_argument("file", metavar="FILE.csv")
    parser.add_argument("--lang", "--language", choices=LANGUAGES, default="en", help="language of the text (en)")
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--out", metavar="FILE")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Tell the reliability of every score that is a sum of items, and of each other why it has none."""
    found = find_instrument(options.instrument)
    scales = [scale for scale in found.scales if not _why_none(scale)]
    with many_rows():
        file = read_answers(read_text(options.file), options.file, found)
    if len(file.ids) >= MANY:
        print(f"Reading {len(file.ids)} rows …", file=sys.stderr)
    for scale in found.scales:
        if why := _why_none(scale):
            print(f"{scale.id}: {why}", file=sys.stderr)
    if not scales:
        return 1
    results = {scale.id: _one(found, scale, file) for scale in scales}
    if options.json:
        told = as_json({name: asdict(each) for name, each in results.items()})
    else:
        told = "".join(reliability_text(name, each, options.lang) for name, each in results.items())
    write_result(told, options.out)
    for line in repeated_id_notes(file, "rows of one person are not independent"):
        print(line, file=sys.stderr)
    return 1 if any(errors(each.findings) for each in results.values()) else 0


def _why_none(scale: Scale) -> str:
    """Why a score has no reliability, empty when it has."""
    if scale.method not in SUMS:
        return NO_RELIABILITY[scale.method]
    return ONE_ITEM if len(scale.items) < 2 else ""


def _one(found: Instrument, scale: Scale, file: AnswerFile) -> Reliability:
    columns: dict[str, Numbers] = {}
    for name in scale.items:
        responses = found.item(name).responses
        values = judge(responses, file.answers[name]).values
        columns[name] = responses.low + responses.high - values if name in scale.reverse else values
    whole = ~np.any([np.isnan(column) for column in columns.values()], axis=0)
    limits = [found.item(name).responses for name in scale.items]
    possible = (sum(each.low for each in limits), sum(each.high for each in limits))
    return reliability({name: column[whole] for name, column in columns.items()}, possible)
