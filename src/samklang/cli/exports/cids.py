"""`samklang export cids`: a value map for systems of the Common Impact Data Standard."""

from __future__ import annotations

import argparse
import sys
from datetime import date
from typing import Any

from samklang.cli.files import as_json, read_text, write_result
from samklang.methods.kernel.findings import UnreadableInput, errors
from samklang.methods.value.exchange.cids import Reporter, to_cids
from samklang.methods.value.map.reader import read_map_text
from samklang.methods.value.report import report


def register(kinds: Any) -> None:
    """Declare the kind."""
    parser = kinds.add_parser(
        "cids",
        help="a value map in the Common Impact Data Standard",
        description=(
            "JSON-LD of the Common Impact Data Standard 3.2.1: outcomes, indicators, stakeholders, impact reports "
            "and counterfactuals. Shares, kronor and findings have addresses of our own."
        ),
        epilog="example: samklang export cids torget.yaml --organisation Torget --from 2024-01-01 --to 2024-12-31",
    )
    parser.add_argument("map", metavar="MAP.yaml", help="the value map")
    parser.add_argument("--organisation", required=True, metavar="NAME", help="who reports it, by its legal name")
    parser.add_argument("--from", required=True, dest="begins", metavar="DATE", help="first day of what is reported")
    parser.add_argument("--to", required=True, dest="ends", metavar="DATE", help="last day of it")
    parser.add_argument("--json", action="store_true", help="the result is JSON already")
    parser.add_argument("--out", metavar="FILE")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Write one map; 1 when an error finding stops it."""
    reporter = _reporter(options)
    answer = report(read_map_text(read_text(options.map), options.map))
    for finding in errors(answer.findings):
        print(f"{options.map}, {finding.where}: {finding.code} {finding.text}", file=sys.stderr)
    if answer.refused:
        return 1
    write_result(as_json(to_cids(answer, reporter)), options.out)
    return 0


def _reporter(options: argparse.Namespace) -> Reporter:
    problems = []
    days = {}
    for name, text in (("--from", options.begins), ("--to", options.ends)):
        try:
            days[name] = date.fromisoformat(text)
        except ValueError:
            problems.append(f"{name} {text}: is no day; write it as 2024-12-31")
    if not problems and days["--to"] < days["--from"]:
        problems.append(f"--to {options.ends}: is before --from {options.begins}; let them change places")
    if not options.organisation.strip():
        problems.append("--organisation: is empty; give the name of who reports")
    if problems:
        raise UnreadableInput(problems)
    return Reporter(options.organisation.strip(), days["--from"], days["--to"])
