"""`samklang export codebook`: an instrument's variables for an archive or a reader."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Mapping
from typing import Any

from samklang.cli.files import as_json, write_result
from samklang.cli.instruments import find_instrument
from samklang.methods.measurement.exchange.codebook import codebook, codebook_csv, codebook_markdown, language_in
from samklang.methods.measurement.exchange.ddi import to_ddi


def register(kinds: Any) -> None:
    """Declare the kind."""
    parser = kinds.add_parser(
        "codebook",
        help="an instrument's variables, codes and scores",
        description="Every variable with question, codes and derivation. Licensed wording is left out.",
        epilog="example: samklang export codebook rses --format markdown --language sv",
    )
    parser.add_argument("instrument", metavar="INSTRUMENT", help="its id, or a file of your own ending in .yaml")
    parser.add_argument("--format", choices=["json", "csv", "markdown", "ddi"], default="json")
    parser.add_argument("--language", help="of csv and markdown (en, or the first there is); json and ddi have all")
    parser.add_argument("--json", action="store_true", help="the same as --format json")
    parser.add_argument("--out", metavar="FILE")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Write one codebook."""
    book = codebook(find_instrument(options.instrument))
    language_in(book, options.language)
    made: Mapping[str, Callable[[], str]] = {
        "json": lambda: as_json(book),
        "csv": lambda: codebook_csv(book, options.language),
        "markdown": lambda: codebook_markdown(book, options.language),
        "ddi": lambda: to_ddi(book),
    }
    write_result(made["json" if options.json else options.format](), options.out)
    return 0
