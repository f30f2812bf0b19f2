"""`samklang export xlsform`: an instrument as a form for offline collection."""

from __future__ import annotations

import argparse
from typing import Any

from samklang.cli.files import as_json, write_bytes, write_result
from samklang.cli.instruments import find_instrument
from samklang.methods.kernel.findings import UnreadableInput
from samklang.methods.measurement.exchange.workbook import to_workbook
from samklang.methods.measurement.exchange.xlsform import to_xlsform


def register(kinds: Any) -> None:
    """Declare the kind."""
    parser = kinds.add_parser(
        "xlsform",
        help="an instrument as an XLSForm",
        description="The sheets survey, choices and settings, for ODK and Kobo. Licensed wording is left out.",
        epilog="example: samklang export xlsform rses --out rses.xlsx",
    )
    parser.add_argument("instrument", metavar="INSTRUMENT", help="its id, or a file of your own ending in .yaml")
    parser.add_argument("--json", action="store_true", help="the sheets as JSON instead of a workbook")
    parser.add_argument("--out", metavar="FILE.xlsx")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Write one form."""
    sheets = to_xlsform(find_instrument(options.instrument))
    if options.json:
        write_result(as_json(sheets), options.out)
    elif options.out is None:
        raise UnreadableInput(["--out: a workbook needs a file; give --out FILE.xlsx, or --json for its sheets"])
    else:
        write_bytes(to_workbook(sheets), options.out)
    return 0
