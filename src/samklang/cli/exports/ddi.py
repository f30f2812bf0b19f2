"""`samklang export ddi`: an instrument's codebook as an archive takes it."""

from __future__ import annotations

import argparse
from typing import Any

from samklang.cli.files import as_json, write_result
from samklang.cli.instruments import find_instrument
from samklang.methods.measurement.exchange.codebook import codebook
from samklang.methods.measurement.exchange.ddi import to_ddi


def register(kinds: Any) -> None:
    """Declare the kind."""
    parser = kinds.add_parser(
        "ddi",
        help="an instrument's codebook as an archive takes it",
        description=(
            "DDI-Codebook 2.5 (XML): questions, codes and missing codes in every language, and each score with its "
            "rule, status and bands. Licensed wording is left out."
        ),
        epilog="example: samklang export ddi rses --out rses.xml",
    )
    parser.add_argument("instrument", metavar="INSTRUMENT", help="its id, or a file of your own ending in .yaml")
    parser.add_argument("--json", action="store_true", help="what the XML says, as JSON")
    parser.add_argument("--out", metavar="FILE.xml")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Write one codebook."""
    book = codebook(find_instrument(options.instrument))
    write_result(as_json(book) if options.json else to_ddi(book), options.out)
    return 0
