"""`samklang export KIND …`: what is here, in a form another system reads. Each kind is a file in `cli/exports`."""

from __future__ import annotations

from importlib import import_module
from pkgutil import iter_modules
from typing import Any

from samklang.cli import exports


def register(commands: Any) -> None:
    """Declare the command and its kinds."""
    parser = commands.add_parser(
        "export",
        help="what is here, in a form another system reads",
        description="Writes one kind of file; each kind has its own --help.",
        epilog="example: samklang export xlsform rses --out rses.xlsx",
    )
    kinds = parser.add_subparsers(dest="kind", required=True, metavar="KIND")
    for found in iter_modules(exports.__path__):
        import_module(f"{exports.__name__}.{found.name}").register(kinds)
