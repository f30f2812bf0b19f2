"""`samklang import value-map-xlsx`: a workbook, ours or another evaluator's, as a value map to go on from."""

from __future__ import annotations

import argparse
import sys
from typing import Any

import yaml

from samklang.cli.files import as_json, read_bytes, write_result
from samklang.methods.value.workbook.reader import from_value_workbook


def register(kinds: Any) -> None:
    """Declare the kind."""
    parser = kinds.add_parser(
        "value-map-xlsx",
        help="a value map from a workbook",
        description="Reads our own workbook back, and one in the layout of the SROI Network as far as its heads are "
        "recognised. What can't be read, and what the map still needs, is told with its sheet, row and column.",
        epilog="example: samklang import value-map-xlsx torget.xlsx --out torget.yaml",
    )
    parser.add_argument("file", metavar="FILE.xlsx")
    parser.add_argument("--json", action="store_true", help="print the map and the notes as JSON")
    parser.add_argument("--out", metavar="FILE.yaml")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Read one workbook."""
    read = from_value_workbook(read_bytes(options.file), options.file)
    if options.json:
        text = as_json({"map": read.raw, "notes": list(read.notes), "missing": list(read.missing)})
    else:
        text = yaml.safe_dump(read.raw, allow_unicode=True, sort_keys=False)
    write_result(text, options.out)
    for note in read.notes:
        print(f"{options.file}, {note}", file=sys.stderr)
    for text in read.missing:
        print(f"still to mend in the map: {text}", file=sys.stderr)
    return 0
