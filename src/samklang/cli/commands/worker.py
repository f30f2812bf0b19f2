"""`samklang worker`: do work in the background."""

from __future__ import annotations

import argparse
from typing import Any

from django.core.management import call_command

from samklang.cli.database import check_migrated
from samklang.cli.start import start


def register(commands: Any) -> None:
    """Declare the command."""
    parser = commands.add_parser(
        "worker",
        help="do work in the background",
        description="Throws sessions away that have run out, then takes tasks from the database until Ctrl-C.",
        epilog="example: samklang worker",
    )
    parser.add_argument("--batch", action="store_true", help="do what waits and stop")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Work."""
    start()
    check_migrated()
    # One that has run out may still hold the address somebody wanted a code sent to.
    call_command("clearsessions")
    call_command("db_worker", batch=options.batch)
    return 0
