"""`samklang demo`: build the demo place once and serve it."""

from __future__ import annotations

import argparse
import os
import socket
import sys
from pathlib import Path
from typing import Any

from django.core.management import call_command

from samklang.cli.database import make_data_folder
from samklang.cli.server import serve
from samklang.cli.start import start
from samklang.methods.kernel.findings import UnreadableInput


def register(commands: Any) -> None:
    """Declare the command."""
    parser = commands.add_parser(
        "demo",
        help="build the demo place once and serve it",
        description="Builds one fictional place from a seed and serves it until Ctrl-C.",
        epilog="example: samklang demo --port 8000",
    )
    parser.add_argument("--port", type=int, default=8000)
    parser.add_argument("--fresh", action="store_true", help="build the place anew; what was changed in it is lost")
    parser.add_argument("--no-serve", action="store_true", help="build only")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Migrate, build when the place isn't there, and serve."""
    if not options.no_serve:
        check_port(options.port)
    start("demo")
    # Django must be set up before anything that holds models is imported.
    from django.conf import settings  # noqa: PLC0415

    from samklang.demo.build import build_place, place_is_built  # noqa: PLC0415
    from samklang.demo.personas import PERSONAS  # noqa: PLC0415

    data: Path = settings.DATA_DIR
    make_data_folder()
    if options.fresh:
        for file in data.glob("samklang.sqlite3*"):
            file.unlink()
    call_command("migrate", verbosity=0)
    call_command("collectstatic", interactive=False, verbosity=0)
    if not place_is_built():
        print("Building the demo place …", file=sys.stderr)
        build_place()
    if options.no_serve:
        return 0
    address = f"http://localhost:{options.port}"
    print(f"\nSamklang's demo is at {address}/\nEnter as one of its people at {address}/demo/:")
    for persona in PERSONAS:
        print(f"  {persona.name}, {persona.role_in_english}")
    print("Stop with Ctrl-C.", flush=True)
    os.environ["DJANGO_SETTINGS_MODULE"] = "samklang.config.settings.demo"
    serve("0.0.0.0", options.port, workers=1)
    return 0


def check_port(port: int) -> None:
    """Raise UnreadableInput when something else already listens there."""
    with socket.socket() as trial:
        trial.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            trial.bind(("0.0.0.0", port))
        except (OSError, OverflowError):
            text = f"--port {port}: something else uses that port. Choose another, for example --port {port + 1}"
            raise UnreadableInput([text]) from None
