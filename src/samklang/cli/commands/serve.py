"""`samklang serve`: serve an installation."""

from __future__ import annotations

import argparse
import sys
from typing import Any

from samklang.cli.database import check_migrated
from samklang.cli.server import serve
from samklang.cli.start import start


def register(commands: Any) -> None:
    """Declare the command."""
    parser = commands.add_parser(
        "serve",
        help="serve an installation",
        description="Serves the pages until Ctrl-C, with the settings of the environment.",
        epilog="example: samklang serve --address 127.0.0.1 --port 8000 --workers 2",
    )
    parser.add_argument("--address", default="127.0.0.1")
    parser.add_argument("--port", type=int, default=8000)
    parser.add_argument("--workers", type=int, default=2)
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Check the settings, then serve."""
    start()
    check_migrated()
    # Django must be set up before anything that holds models is imported.
    from samklang.pages.people.setup import setup_code  # noqa: PLC0415
    from samklang.records.people.queries import has_accounts  # noqa: PLC0415

    if not has_accounts():
        print(f"Nobody has an account yet. Set up at /setup/ with the code {setup_code()}", file=sys.stderr)
    serve(options.address, options.port, options.workers)
    return 0
