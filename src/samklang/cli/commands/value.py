"""`samklang value`: what a value map comes to, what it rests on and what must be said with it."""

from __future__ import annotations

import argparse
import sys
from typing import Any

from samklang.cli.files import as_json, read_text, write_result
from samklang.methods.kernel.facts import UnknownFact, fact_hash, load
from samklang.methods.kernel.findings import UnreadableInput, errors
from samklang.methods.value.map.entities import ValueMap
from samklang.methods.value.map.limits import FIRST_YEAR, LAST_YEAR
from samklang.methods.value.map.reader import read_map_text
from samklang.methods.value.prices import price_index, restate
from samklang.methods.value.report import Report, report, report_row
from samklang.methods.value.report_text import grid_text, report_text
from samklang.methods.value.sentence_words import WORDS
from samklang.methods.value.uncertainty.grid import grid_of
from samklang.methods.value.working_row import working_row

MOST_DRAWS = 1_000_000
SLOW_DRAWS = 200_000  # from here it may take over two seconds


def register(commands: Any) -> None:
    """Declare the command."""
    parser = commands.add_parser(
        "value",
        help="value map → totals, ratio, findings",
        description="Reckons a value map (value-map/1). An error finding (VE…) gives no totals and exit code 1.",
        epilog="example: samklang value torget.yaml --draws 10000 --seed 1 --explain",
    )
    parser.add_argument("map", metavar="MAP.yaml", help="the value map")
    parser.add_argument("--draws", type=_draws, metavar="N", help="draw the uncertain numbers N times, as 10000")
    parser.add_argument("--seed", type=_seed, default=0, metavar="S", help="seed of the draws (0)")
    parser.add_argument("--explain", action="store_true", help="show every step with its number and source")
    parser.add_argument("--sensitivity", action="store_true", help="which numbers decide; with draws, worth knowing")
    parser.add_argument(
        "--grid", nargs=2, metavar=("NUMBER", "NUMBER"), help="two numbers moved at once, by identifier"
    )
    parser.add_argument(
        "--beside",
        action="append",
        default=[],
        metavar="MAP.yaml",
        help="another map of the same initiative: together they may not claim more than a whole change (repeatable)",
    )
    parser.add_argument("--price-year", type=_year, metavar="YEAR", help="restate every amount at this year's prices")
    parser.add_argument("--index", default="se-kpi", metavar="INDEX", help="price index to restate by (se-kpi)")
    parser.add_argument(
        "--lang", "--language", choices=sorted(WORDS), default="sv", help="language of sentences and numbers (sv)"
    )
    parser.add_argument("--json", action="store_true", help="print the result as JSON")
    parser.add_argument("--out", metavar="FILE", help="write the result there instead")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Read, judge, reckon and print."""
    value_map, *beside = [_read(path, options) for path in (options.map, *options.beside)]
    if options.draws is not None and options.draws >= SLOW_DRAWS:
        print(f"Drawing {options.draws} times …", file=sys.stderr)
    if options.grid:
        _check_numbers(value_map, options.grid)
    answer = report(value_map, options.draws, options.seed, options.lang, beside, options.sensitivity)
    write_result(_told(answer, options), options.out)
    for finding in errors(answer.findings):
        print(f"{options.map}, {finding.where}: {finding.code} {finding.text}", file=sys.stderr)
    return 1 if answer.refused else 0


def _read(path: str, options: argparse.Namespace) -> ValueMap:
    value_map = read_map_text(read_text(path), path)
    if options.price_year is None or not value_map.monetary:
        return value_map
    try:
        index = price_index(options.index, load("indices", options.index))
    except UnknownFact:
        raise UnreadableInput([f"--index {options.index}: there is no such index"]) from None
    return restate(value_map, options.price_year, index)


def _check_numbers(value_map: ValueMap, names: list[str]) -> None:
    known = [number.id for number in value_map.parameters()]
    unknown = [name for name in names if name not in known]
    if unknown:
        raise UnreadableInput([f"--grid {name}: no such number; known: {', '.join(known)}" for name in unknown])


def _told(answer: Report, options: argparse.Namespace) -> str:
    table = None if options.grid is None or answer.refused else grid_of(answer.value_map, *options.grid)
    if not options.json:
        return report_text(answer, options.explain, options.lang) + (grid_text(table, options.lang) if table else "")
    row = report_row(answer)
    if table:
        row["grid"] = table.as_row()
    if options.price_year is not None:
        row["pinned"] = {f"indices/{options.index}": fact_hash("indices", options.index)}
    if options.explain:
        row["explain"] = [working_row(working) for working in answer.working]
    return as_json(row)


def _draws(text: str) -> int:
    return _whole(text, 1, MOST_DRAWS)


def _seed(text: str) -> int:
    return _whole(text, 0, 2**63 - 1)


def _year(text: str) -> int:
    return _whole(text, FIRST_YEAR, LAST_YEAR)


def _whole(text: str, least: int, most: int) -> int:
    if not text.isdecimal() or not least <= int(text) <= most:
        raise argparse.ArgumentTypeError(f"{text!r} is not a whole number from {least} to {most}")
    return int(text)
