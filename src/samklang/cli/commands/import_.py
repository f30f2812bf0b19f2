"""`samklang import KIND …`: reads another system's file. Each kind is a file in `cli/imports`."""

from __future__ import annotations

from importlib import import_module
from pkgutil import iter_modules
from typing import Any

from samklang.cli import imports


def register(commands: Any) -> None:
    """Declare the command and its kinds."""
    parser = commands.add_parser(
        "import",
        help="reads another system's file",
        description="Reads one kind of file; each kind has its own --help.",
        epilog="example: samklang import xlsform form.xlsx --out items.yaml",
    )
    kinds = parser.add_subparsers(dest="kind", required=True, metavar="KIND")
    for found in iter_modules(imports.__path__):
        import_module(f"{imports.__name__}.{found.name}").register(kinds)
