"""`samklang export fhir`: an instrument as a FHIR Questionnaire."""

from __future__ import annotations

import argparse
from typing import Any

from samklang.cli.files import as_json, write_result
from samklang.cli.instruments import find_instrument
from samklang.methods.measurement.exchange.fhir import to_fhir


def register(kinds: Any) -> None:
    """Declare the kind."""
    parser = kinds.add_parser(
        "fhir",
        help="an instrument as a FHIR Questionnaire",
        description="A FHIR Questionnaire with the weight of each answer. Licensed wording is left out.",
        epilog="example: samklang export fhir rses --out rses.json",
    )
    parser.add_argument("instrument", metavar="INSTRUMENT", help="its id, or a file of your own ending in .yaml")
    parser.add_argument("--release", choices=["R4", "R5"], default="R5", help="the release of FHIR (R5)")
    parser.add_argument("--json", action="store_true", help="the result is JSON already")
    parser.add_argument("--out", metavar="FILE")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Write one Questionnaire."""
    write_result(as_json(to_fhir(find_instrument(options.instrument), options.release)), options.out)
    return 0
