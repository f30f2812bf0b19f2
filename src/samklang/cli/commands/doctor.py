"""`samklang doctor`: say what is well and what is not in an installation."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from dataclasses import asdict, dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from samklang.cli.database import check_migrated, reach_database
from samklang.cli.files import as_json, write_result
from samklang.cli.start import start
from samklang.methods.kernel.facts import kinds, load, names
from samklang.methods.kernel.findings import UnreadableInput

# As long as the how-to keeps them.
BACK_UPS_KEPT = timedelta(days=30)


class Warned(Exception):
    """Nothing is broken, but somebody should do something. The message says what."""


@dataclass(frozen=True)
class Seen:
    """What was seen at one thing. warning: it runs, but not safely."""

    name: str
    well: bool
    text: str
    warning: bool = False

    @property
    def word(self) -> str:
        """How a line begins."""
        return "MEND" if not self.well else "WARNING" if self.warning else "well"


def register(commands: Any) -> None:
    """Declare the command."""
    parser = commands.add_parser(
        "doctor",
        help="say what is well and what is not",
        description="Looks at facts, data folder, database, restores, static files, erasure ledger and last back-up.",
        epilog="example: samklang doctor --json",
    )
    parser.add_argument("--json", action="store_true")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Look at everything; 1 when something must be mended."""
    start()
    results = [_look(name, check) for name, check in checks()]
    if options.json:
        write_result(as_json({"checks": [asdict(each) for each in results]}), None)
    else:
        for each in results:
            print(f"{each.word:7} {each.name}: {each.text}", file=sys.stdout)
    return 0 if all(each.well for each in results) else 1


def checks() -> list[tuple[str, Callable[[], str]]]:
    """What is looked at, in order: each says what it saw or raises with what to do."""
    return [
        ("facts", _facts),
        ("data folder", _folder),
        ("database", _database),
        ("migrations", _migrations),
        ("restores", _drafts),
        ("static files", _static),
        ("erasure ledger", _ledger),
        ("back-up", _backup),
    ]


def _look(name: str, check: Callable[[], str]) -> Seen:
    try:
        return Seen(name, True, check())
    except Warned as warning:
        return Seen(name, True, str(warning), warning=True)
    except UnreadableInput as error:
        return Seen(name, False, "; ".join(error.problems))


def _facts() -> str:
    count = 0
    for kind in kinds():
        for name in names(kind):
            load(kind, name)
            count += 1
    return f"{count} facts hold against their schemas"


def _folder() -> str:
    from django.conf import settings  # noqa: PLC0415

    folder: Path = settings.DATA_DIR
    if folder.exists() and folder.stat().st_mode & 0o077:
        raise Warned(f"{folder} can be read by others on this machine, with everything in it; run chmod 700 {folder}")
    return f"{folder} is nobody else's to read"


def _database() -> str:
    return f"{reach_database()} answers"


def _migrations() -> str:
    check_migrated()
    return "all are done"


def _drafts() -> str:
    from samklang.cli.installation.place import drafts  # noqa: PLC0415

    if left := drafts():
        raise Warned(
            f"{left[0]} is what a killed restore has left, with everything of its back-up, unencrypted; "
            "run samklang erase tidy"
        )
    return "none was left half done"


def _static() -> str:
    # Django is set up only when the command runs.
    from django.conf import settings  # noqa: PLC0415

    if not (settings.STATIC_ROOT / "staticfiles.json").exists():
        raise UnreadableInput(["not gathered; run samklang migrate"])
    return f"stand in {settings.STATIC_ROOT}"


def _ledger() -> str:
    from django.conf import settings  # noqa: PLC0415
    from django.db import DatabaseError  # noqa: PLC0415

    from samklang.records.people.queries import accounts_erased_since  # noqa: PLC0415
    from samklang.records.people.services.erasure_ledger import (  # noqa: PLC0415
        LedgerUnusable,
        erasures_noted_after,
        ledger_mark,
    )

    try:
        erasures_noted_after(0)
    except LedgerUnusable as error:
        raise UnreadableInput([error.problem]) from None
    noted = ledger_mark().lines
    try:
        erased = accounts_erased_since(date.today() - BACK_UPS_KEPT)
    except DatabaseError:
        erased = 0  # told of above
    if noted < erased:
        raise Warned(
            f"{settings.ERASURE_LEDGER}: notes {noted}, though {erased} accounts were erased lately; they come back "
            "when an older back-up is restored. Put the ledger and its key there from where they are kept"
        )
    return f"{noted} erasures noted"


def _backup() -> str:
    from django.conf import settings  # noqa: PLC0415

    from samklang.cli.installation.last_backup import backup_warning, last_backup  # noqa: PLC0415

    if settings.DEMO_MODE:
        return "the demo needs none"
    if warning := backup_warning():
        raise Warned(warning)
    made, file = last_backup() or (None, "")
    return f"made at {made:%Y-%m-%d %H:%M} UTC, to {file}"
