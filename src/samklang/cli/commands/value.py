"""`samklang value`: what a value map comes to, what it rests on and what must be said with it."""

from __future__ import annotations

import argparse
import sys
from typing import Any

from samklang.cli.files import as_json, read_text, write_result
from samklang.methods.value.map.reader import read_map_text
from samklang.methods.value.report import report, report_row
from samklang.methods.value.report_text import report_text
from samklang.methods.value.working_row import working_row

MOST_DRAWS = 1_000_000


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
    parser.add_argument("--json", action="store_true", help="print the result as JSON")
    parser.add_argument("--out", metavar="FILE", help="write the result there instead")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Read, judge, reckon and print."""
    value_map = read_map_text(read_text(options.map), options.map)
    if options.draws is not None and options.draws >= 200_000:
        print(f"Drawing {options.draws} times …", file=sys.stderr)
    answer = report(value_map, options.draws, options.seed)
    if options.json:
        row = report_row(answer)
        if options.explain:
            row["explain"] = [working_row(working) for working in answer.working]
        write_result(as_json(row), options.out)
    else:
        write_result(report_text(answer, options.explain), options.out)
    return 1 if answer.refused else 0


def _draws(text: str) -> int:
    return _whole(text, 1, MOST_DRAWS)


def _seed(text: str) -> int:
    return _whole(text, 0, 2**63 - 1)


def _whole(text: str, least: int, most: int) -> int:
    if not text.isdecimal() or not least <= int(text) <= most:
        raise argparse.ArgumentTypeError(f"{text!r} is not a whole number from {least} to {most}")
    return int(text)
