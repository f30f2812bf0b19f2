"""`samklang import xlsform`: the questions of a form as the items of an instrument."""

from __future__ import annotations

import argparse
import sys
from typing import Any

import yaml

from samklang.cli.files import as_json, read_bytes, write_result
from samklang.methods.measurement.exchange.fragment import fragment
from samklang.methods.measurement.exchange.workbook import from_workbook
from samklang.methods.measurement.exchange.xlsform_reader import from_xlsform


def register(kinds: Any) -> None:
    """Declare the kind."""
    parser = kinds.add_parser(
        "xlsform",
        help="the questions of an XLSForm",
        description="Prints the parts responses and items of an instrument file. What can't be an item is told.",
        epilog="example: samklang import xlsform form.xlsx --out items.yaml",
    )
    parser.add_argument("file", metavar="FILE.xlsx")
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--out", metavar="FILE")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Read one form."""
    block = from_xlsform(from_workbook(read_bytes(options.file), options.file), options.file)
    made = fragment(block)
    text = as_json(made) if options.json else yaml.safe_dump(made, allow_unicode=True, sort_keys=False)
    write_result(text, options.out)
    for note in block.notes:
        print(note, file=sys.stderr)
    return 0
