"""`samklang backup`: everything an installation holds, in one file that only the holder of a key can open."""

from __future__ import annotations

import argparse
import os
import sys
from datetime import date
from pathlib import Path
from typing import Any

from samklang.cli.database import reach_installation
from samklang.cli.files import as_json, read_bytes, write_bytes, write_result
from samklang.cli.start import start_installation
from samklang.methods.kernel.findings import UnreadableInput

VARIABLE = "SAMKLANG_BACKUP_RECIPIENT"
ABOUT_KEYS = """\
{file} opens every back-up that is made for the public key above; whoever has it can read them all.
Move it away from this machine: print it, or keep it on two memory sticks in two places. Without it no
back-up can ever be opened again. The server needs the public key only:
  export {variable}={public}
"""


def register(commands: Any) -> None:
    """Declare the command."""
    parser = commands.add_parser(
        "backup",
        help="keep everything the installation holds in one file",
        description=(
            "Writes the whole database, as it is at one moment and while the server runs, to a file encrypted to "
            "public age keys. The server can't read its own back-ups."
        ),
        epilog="example: samklang backup --new-key offline.key; samklang backup --to /backups --recipient age1…",
    )
    what = parser.add_mutually_exclusive_group(required=True)
    what.add_argument("--to", metavar="FILE", help="where to; in a folder, a file named by the time")
    what.add_argument(
        "--new-key", metavar="FILE", help="make a pair of keys: the secret one to FILE, the public shown"
    )
    parser.add_argument(
        "--recipient",
        metavar="age1…",
        action="append",
        default=[],
        help=f"a public key that may open it; more than one may be given, and {VARIABLE} holds them too, with commas",
    )
    parser.add_argument("--json", action="store_true")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Make a key, or a back-up."""
    # Only these need the library that encrypts.
    from samklang.cli.installation.keys import new_key, recipients  # noqa: PLC0415

    if options.new_key is not None:
        return _tell_of_key(options, new_key(options.new_key, date.today()))
    given = options.recipient or os.environ.get(VARIABLE, "").split(",")
    keys = recipients(given)
    if options.to.endswith("/") and not Path(options.to).is_dir():
        # Every night would replace the one before, in a file called as the folder should be.
        raise UnreadableInput([f"--to {options.to}: there is no such folder"])
    if _is_something_else(Path(options.to)):
        print(f"--to {options.to}: holds something that is no back-up, so it isn't replaced", file=sys.stderr)
        return 1
    start_installation()
    reach_installation()
    from django.db import DatabaseError  # noqa: PLC0415

    from samklang.cli.installation.archive import sealed  # noqa: PLC0415
    from samklang.cli.installation.last_backup import note_backup  # noqa: PLC0415
    from samklang.cli.installation.snapshot import take_backup  # noqa: PLC0415
    from samklang.records.people.services.erasure_ledger import LedgerUnusable  # noqa: PLC0415

    print("Reading the database …", file=sys.stderr)
    try:
        backup = take_backup()
    except LedgerUnusable as error:
        raise UnreadableInput([error.problem]) from None
    except DatabaseError as error:
        raise UnreadableInput([f"database: can't be read ({str(error).splitlines()[0]})"]) from None
    file = _target(options.to, backup.made_at)
    content = sealed(backup, keys)
    write_bytes(content, file, private=True)
    note_backup(backup.made_at, str(Path(file).resolve()))
    told = {
        "file": file,
        "made_at": backup.made_at,
        "bytes": len(content),
        "tables": len(backup.tables),
        "rows": backup.rows,
        "content_hash": backup.content_hash,
    }
    text = f"{file}: {told['rows']} rows of {told['tables']} tables, content hash {told['content_hash']}\n"
    write_result(as_json(told) if options.json else text, None)
    return 0


def _is_something_else(file: Path) -> bool:
    """Whether a file that isn't a back-up stands there: the database itself, or a key."""
    from samklang.cli.installation.keys import BEGINS  # noqa: PLC0415

    if not file.is_file():
        return False
    return read_bytes(str(file))[: len(BEGINS)] not in (BEGINS, b"")


def _target(given: str, made_at: str) -> str:
    if not Path(given).is_dir():
        return given
    moment = made_at.partition("+")[0].replace(":", "")
    return str(Path(given) / f"samklang-{moment}Z.age")


def _tell_of_key(options: argparse.Namespace, public: str) -> int:
    told = {"public_key": public, "secret_key_file": options.new_key}
    write_result(as_json(told) if options.json else f"{public}\n", None)
    print(ABOUT_KEYS.format(file=options.new_key, public=public, variable=VARIABLE), end="", file=sys.stderr)
    return 0
