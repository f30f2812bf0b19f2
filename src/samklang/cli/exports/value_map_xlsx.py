"""`samklang export value-map-xlsx`: a value map as a workbook whose every step is a formula."""

from __future__ import annotations

import argparse
import sys
from typing import Any

from samklang.cli.files import as_json, read_text, write_bytes, write_result
from samklang.methods.kernel.findings import UnreadableInput, naming
from samklang.methods.kernel.yaml_text import read_yaml
from samklang.methods.value.evaluate import Refused
from samklang.methods.value.map.reader import read_map_text
from samklang.methods.value.workbook.words import LANGUAGES
from samklang.methods.value.workbook.writer import to_value_sheets, to_value_workbook


def register(kinds: Any) -> None:
    """Declare the kind."""
    parser = kinds.add_parser(
        "value-map-xlsx",
        help="a value map as a workbook",
        description="Outcomes, resources, ranges and totals, with every step as a formula. An error finding (VE…) "
        "writes nothing and gives exit code 1.",
        epilog="example: samklang export value-map-xlsx torget.yaml --language sv --out torget.xlsx",
    )
    parser.add_argument("map", metavar="MAP.yaml", help="the value map (value-map/1)")
    parser.add_argument("--language", choices=LANGUAGES, default="sv", help="language of heads and words (sv)")
    parser.add_argument("--json", action="store_true", help="the sheets with their formulas as JSON instead")
    parser.add_argument("--out", metavar="FILE.xlsx")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Write one workbook."""
    if options.out is None and not options.json:
        raise UnreadableInput(["--out: a workbook needs a file; give --out FILE.xlsx, or --json for its sheets"])
    text = read_text(options.map)
    value_map = read_map_text(text, options.map)
    try:
        with naming(options.map):
            asked = read_yaml(text, options.map), value_map, options.language
            made = as_json(to_value_sheets(*asked)) if options.json else to_value_workbook(*asked)
    except Refused as refused:
        for finding in refused.findings:
            print(f"{options.map}, {finding.where}: {finding.code} {finding.text}", file=sys.stderr)
        return 1
    if isinstance(made, str):
        write_result(made, options.out)
    else:
        write_bytes(made, options.out)
    return 0
