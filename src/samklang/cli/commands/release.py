"""`samklang release audit-input`: everything ever published about a wave, for an outside auditor."""

from __future__ import annotations

import argparse
import sys
from typing import Any

from samklang.cli.files import as_json, write_result
from samklang.cli.released import named_release, reading_database
from samklang.cli.start import start_installation


def register(commands: Any) -> None:
    """Declare the command and its parts."""
    parser = commands.add_parser(
        "release",
        help="what leaves about a closed wave",
        description="Works with the releases of closed waves.",
        epilog="example: samklang release audit-input 3f9c2a71 --out release.json",
    )
    parts = parser.add_subparsers(dest="part", required=True, metavar="PART")
    taken = parts.add_parser(
        "audit-input",
        help="everything ever published about a wave, for an outside auditor",
        description=(
            "One statement for every number about a wave that anyone could ever see, with the answers beside them, "
            "as JSON for `samklang audit` or an auditor of your own. Outside the demo two people of the initiative "
            "grant it to an evaluator first, and the taking is logged."
        ),
        epilog="example: samklang release audit-input vt25ba --out release.json && samklang audit release.json",
    )
    taken.add_argument("release", metavar="RELEASE", help="the wave's code, or eight characters or more of the hash")
    taken.add_argument("--json", action="store_true", help="the result is JSON in any case")
    taken.add_argument("--out", metavar="FILE")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Take out one release; 1 when nobody has granted it."""
    start_installation()
    # Django must be set up before anything that holds models is imported.
    from django.utils import translation  # noqa: PLC0415

    from samklang.records.measurement.services import take_audit_input  # noqa: PLC0415
    from samklang.records.people.permissions import Refused, system  # noqa: PLC0415

    try:
        with reading_database(), translation.override("en"):
            found = named_release(options.release)
            material = take_audit_input(initiative=found.initiative, actor=system(), wave_id=found.wave_id)
    except Refused as reason:
        print(reason, file=sys.stderr)
        return 1
    write_result(as_json(material), options.out)
    return 0
