"""`samklang migrate`: bring the database and the static files up to this version."""

from __future__ import annotations

import argparse
from typing import Any

from django.core.management import call_command

from samklang.cli.database import make_data_folder, reach_database
from samklang.cli.start import start


def register(commands: Any) -> None:
    """Declare the command."""
    parser = commands.add_parser(
        "migrate",
        help="bring the database up to this version",
        description="Makes or changes the tables and gathers the static files. Safe to run again.",
        epilog="example: samklang migrate",
    )
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Migrate and gather."""
    start()
    make_data_folder()
    reach_database()
    call_command("migrate", verbosity=1)
    call_command("collectstatic", interactive=False, verbosity=0)
    return 0
