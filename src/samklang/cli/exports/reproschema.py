"""`samklang export reproschema`: an instrument as ReproSchema's JSON-LD documents."""

from __future__ import annotations

import argparse
from typing import Any

from samklang.cli.files import as_json, write_bytes, write_result
from samklang.cli.instruments import find_instrument
from samklang.cli.zipped import zipped
from samklang.methods.measurement.exchange.reproschema import to_reproschema


def register(kinds: Any) -> None:
    """Declare the kind."""
    parser = kinds.add_parser(
        "reproschema",
        help="an instrument as a ReproSchema activity with its items",
        description="JSON-LD, path by path; --out FILE.zip writes the files. Licensed wording is left out.",
        epilog="example: samklang export reproschema rses --out rses.zip",
    )
    parser.add_argument("instrument", metavar="INSTRUMENT", help="its id, or a file of your own ending in .yaml")
    parser.add_argument("--json", action="store_true", help="one JSON object, path to document")
    parser.add_argument("--out", metavar="FILE.zip")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Write one activity."""
    found = find_instrument(options.instrument)
    documents = to_reproschema(found)
    if options.out is None or options.json:
        write_result(as_json(documents), options.out)
        return 0
    files = {f"{found.id}/{path}": as_json(document).encode() for path, document in documents.items()}
    write_bytes(zipped(files), options.out)
    return 0
