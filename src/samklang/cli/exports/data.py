"""`samklang export data`: your own answers with their scores, labelled for a spreadsheet, SPSS, Stata or R."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Mapping
from typing import Any

from samklang.cli.files import as_json, write_bytes, write_result
from samklang.cli.scored import Scored, add_scoring, score_columns, score_file, scoring_notes
from samklang.cli.zipped import zipped
from samklang.methods.kernel.findings import UnreadableInput
from samklang.methods.measurement.exchange.codebook import codebook, language_in
from samklang.methods.measurement.exchange.data_columns import DataColumn, data_columns
from samklang.methods.measurement.exchange.data_csv import data_csv
from samklang.methods.measurement.exchange.datapackage import to_datapackage
from samklang.methods.measurement.exchange.shareable import title_in
from samklang.methods.measurement.exchange.spss_syntax import to_spss_syntax
from samklang.methods.measurement.exchange.stata_file import to_stata

# Format → the file's name in a package, where the files name each other.
NAMES = {"csv": "answers.csv", "datapackage": "datapackage.json", "spss": "answers.sps", "stata": "answers.dta"}
SAVED = "answers.sav"


def register(kinds: Any) -> None:
    """Declare the kind."""
    parser = kinds.add_parser(
        "data",
        help="your own answers with their scores, labelled",
        description=(
            "A zip with the answers and scores as CSV, its Frictionless data package, SPSS syntax that reads, labels "
            "and saves it, and a Stata file; or one of them. Licensed wording is left out."
        ),
        epilog="example: samklang export data rses answers.csv --language sv --out rses.zip",
    )
    add_scoring(parser)
    parser.add_argument("--format", choices=["package", *NAMES], default="package", help="one of the files, or all")
    parser.add_argument("--language", help="of the labels (en, or the first there is)")
    parser.add_argument("--json", action="store_true", help="the same as --format datapackage")
    parser.add_argument("--out", metavar="FILE")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Write one package or one of its files."""
    form = "datapackage" if options.json else options.format
    if form in ("package", "stata") and options.out is None:
        wanted = "FILE.zip" if form == "package" else "FILE.dta"
        raise UnreadableInput([f"--out: is needed here; give --out {wanted}, or --format csv to print the answers"])
    done = score_file(options)
    language = language_in(codebook(done.found), options.language)
    files = _files(done, _columns(done, options, language), language)
    if form == "package":
        write_bytes(zipped(files), options.out)
    elif options.out is None:
        write_result(files[NAMES[form]].decode(), None)
    else:
        write_bytes(files[NAMES[form]], options.out)
    for line in scoring_notes(done):
        print(line, file=sys.stderr)
    return 0


def _columns(done: Scored, options: argparse.Namespace, language: str) -> tuple[DataColumn, ...]:
    texts = {"id": done.file.ids, **done.file.other}
    # An age asked for under an item's own name is there already.
    texts = {name: cells for name, cells in texts.items() if name not in done.file.answers}
    return data_columns(done.found, texts, done.file.answers, score_columns(done.scores), language)


def _files(done: Scored, columns: tuple[DataColumn, ...], language: str) -> Mapping[str, bytes]:
    """Name → the file's bytes."""
    title = title_in(done.found, (language, "en"))
    package = to_datapackage(done.found, columns, NAMES["csv"], language)
    return {
        NAMES["csv"]: data_csv(columns).encode(),
        NAMES["datapackage"]: as_json(package).encode(),
        NAMES["spss"]: to_spss_syntax(columns, NAMES["csv"], SAVED).encode(),
        NAMES["stata"]: to_stata(columns, title),
    }
