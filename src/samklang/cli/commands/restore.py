"""`samklang restore`: an installation out of a back-up, without anybody who was erased since it was made."""

from __future__ import annotations

import argparse
import sys
from typing import TYPE_CHECKING, Any

from samklang.cli.database import reach_server
from samklang.cli.files import as_json, read_bytes, write_result
from samklang.cli.start import start_installation
from samklang.methods.kernel.findings import UnreadableInput

if TYPE_CHECKING:
    from samklang.cli.installation.archive import Backup
    from samklang.records.people.services.erasure_ledger import NotedErasures


class Refusal(Exception):
    """Well-formed, but not done. The message says why and what to do."""


def register(commands: Any) -> None:
    """Declare the command."""
    parser = commands.add_parser(
        "restore",
        help="put a back-up in place",
        description=(
            "Fills an empty installation from a back-up, brings it up to this version and erases again whoever the "
            "erasure ledger says was erased since. Nothing is changed unless all of it can be."
        ),
        epilog="example: samklang restore samklang.age --identity offline.key",
    )
    parser.add_argument("file", metavar="FILE")
    parser.add_argument("--identity", metavar="KEYFILE", required=True, help="the secret key that opens it")
    parser.add_argument(
        "--over", metavar="NAME", help="replace the database that stands there, named as the refusal says"
    )
    parser.add_argument(
        "--ledger-lost", action="store_true", help="the erasure ledger is lost: go on with what there is of it"
    )
    parser.add_argument("--json", action="store_true")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Restore; 1 when it is refused, and then nothing has changed."""
    content = read_bytes(options.file)
    from samklang.cli.installation.keys import identities  # noqa: PLC0415

    keys = identities(options.identity)
    start_installation()
    reach_server()
    from samklang.records.people.services.erasure_ledger import LedgerUnusable  # noqa: PLC0415

    try:
        backup = _opened(options, content, keys)
        noted = _noted(options, backup)
        return _put_back(options, backup, noted)
    except Refusal as reason:
        print(reason, file=sys.stderr)
        return 1
    except LedgerUnusable as error:
        raise UnreadableInput([f"{error.problem}; nothing was changed"]) from None


def _opened(options: argparse.Namespace, content: bytes, keys: list[Any]) -> Backup:
    from samklang.cli.installation.archive import NewerFormat, WrongKey, opened  # noqa: PLC0415
    from samklang.cli.installation.tables import unknown_migrations  # noqa: PLC0415

    try:
        backup = opened(content, keys)
    except UnreadableInput as error:
        raise UnreadableInput([f"{options.file}: {problem}" for problem in error.problems]) from None
    except WrongKey:
        raise Refusal(f"{options.identity}: isn't the key to {options.file}; nothing was changed") from None
    except NewerFormat:
        raise Refusal(f"{options.file}: was made by a newer Samklang; install that first") from None
    newer = unknown_migrations(backup.migrations)
    if newer:
        raise Refusal(
            f"{options.file}: was made by Samklang {backup.version}, which is newer ({newer[-1]}); install that first"
        )
    return backup


def _noted(options: argparse.Namespace, backup: Backup) -> NotedErasures:
    """The ledger's lines that are younger than the back-up; all of them when it isn't the back-up's ledger."""
    from django.conf import settings  # noqa: PLC0415

    from samklang.records.people.services.erasure_ledger import (  # noqa: PLC0415
        LedgerUnusable,
        erasures_noted_after,
        ledger_mark,
    )

    try:
        if not ledger_mark().lines and not backup.erasures.lines:
            print(
                f"No erasure ledger stands at {settings.ERASURE_LEDGER}. If anybody was erased since "
                f"{backup.made_at}, put it there and restore again, or they are back.",
                file=sys.stderr,
            )
        if ledger_mark(backup.erasures.lines) == backup.erasures:
            return erasures_noted_after(backup.erasures.lines)
        problem = "the erasure ledger isn't the one this back-up was made beside"
    except LedgerUnusable as error:
        problem = error.problem
    if not options.ledger_lost:
        raise Refusal(
            f"{problem}. Whoever was erased since {backup.made_at} would come back. Put the ledger and its key where "
            "SAMKLANG_ERASURE_LEDGER says, or say --ledger-lost to go on with what there is of it."
        )
    try:
        return erasures_noted_after(0)
    except LedgerUnusable as error:
        raise UnreadableInput([f"{error.problem}; move the ledger away if it is of no use any more"]) from None


def _put_back(options: argparse.Namespace, backup: Backup, noted: NotedErasures) -> int:
    from django.conf import settings  # noqa: PLC0415
    from django.core.management import call_command  # noqa: PLC0415

    from samklang.cli.installation.place import place_name, put_in_place, stands_there  # noqa: PLC0415
    from samklang.cli.installation.putting_back import Restored, fill  # noqa: PLC0415
    from samklang.records.people.services import leave_no_trace  # noqa: PLC0415

    full, name = stands_there(), place_name()
    if full and options.over != name:
        raise Refusal(
            f"the database {name} isn't empty ({len(full)} tables hold rows, {full[0]} among them). To replace "
            f"all of it for good, say --over {name}"
        )
    print(f"Filling {name} …", file=sys.stderr)
    restored = Restored()
    put_in_place(lambda: fill(backup, noted, restored))
    if restored.erased_again:
        leave_no_trace(table.name for table in backup.tables)
    if not (settings.STATIC_ROOT / "staticfiles.json").exists():  # a machine nothing stood on
        call_command("collectstatic", interactive=False, verbosity=0)
    told = {
        "database": name,
        "made_at": backup.made_at,
        "rows": backup.rows,
        "content_hash": backup.content_hash,
        "migrations": restored.migrated,
        "erased_again": restored.erased_again,
    }
    text = (
        f"{name}: {backup.rows} rows as of {backup.made_at}, content hash {backup.content_hash}; "
        f"{restored.migrated} migrations since, {restored.erased_again} erased again\n"
    )
    write_result(as_json(told) if options.json else text, None)
    return 0
