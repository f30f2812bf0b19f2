"""`samklang doctor`: say what is well and what is not in an installation."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from typing import Any

from samklang.cli.database import check_migrated, reach_database
from samklang.cli.files import as_json, write_result
from samklang.cli.start import start
from samklang.methods.kernel.facts import kinds, load, names
from samklang.methods.kernel.findings import UnreadableInput


def register(commands: Any) -> None:
    """Declare the command."""
    parser = commands.add_parser(
        "doctor",
        help="say what is well and what is not",
        description="Looks at facts, settings, database, static files and interface texts.",
        epilog="example: samklang doctor --json",
    )
    parser.add_argument("--json", action="store_true")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Look at everything; 1 when something must be mended."""
    start()
    results = [_look(name, check) for name, check in checks()]
    if options.json:
        write_result(
            as_json({"checks": [dict(zip(("name", "well", "text"), row, strict=True)) for row in results]}), None
        )
    else:
        for name, well, text in results:
            print(f"{'well   ' if well else 'MEND   '} {name}: {text}", file=sys.stdout)
    return 0 if all(well for _, well, _ in results) else 1


def checks() -> list[tuple[str, Callable[[], str]]]:
    """What is looked at, in order: each says what it saw or raises with what to do."""
    return [("facts", _facts), ("database", _database), ("migrations", _migrations), ("static files", _static)]


def _look(name: str, check: Callable[[], str]) -> tuple[str, bool, str]:
    try:
        return name, True, check()
    except UnreadableInput as error:
        return name, False, "; ".join(error.problems)


def _facts() -> str:
    count = 0
    for kind in kinds():
        for name in names(kind):
            load(kind, name)
            count += 1
    return f"{count} facts hold against their schemas"


def _database() -> str:
    return f"{reach_database()} answers"


def _migrations() -> str:
    check_migrated()
    return "all are done"


def _static() -> str:
    # Django is set up only when the command runs.
    from django.conf import settings  # noqa: PLC0415

    if not (settings.STATIC_ROOT / "staticfiles.json").exists():
        raise UnreadableInput(["not gathered; run samklang migrate"])
    return f"stand in {settings.STATIC_ROOT}"
