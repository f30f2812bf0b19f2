"""Where the database stands: whether it is empty, and putting another one in its place, all or nothing."""

from __future__ import annotations

import os
import shutil
import sqlite3
import tempfile
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from django.apps import apps
from django.core.files import locks
from django.db import DatabaseError, connection, connections, transaction

from samklang.cli.database import make_data_folder
from samklang.cli.installation.tables import LEFT_OUT
from samklang.methods.kernel.findings import UnreadableInput

# In a folder of its own that nobody else reads and that is thrown away if anything fails.
DRAFTS = ".restoring-"
QUICKLY = "PRAGMA journal_mode=MEMORY; PRAGMA synchronous=OFF; PRAGMA secure_delete=ON;"


def place_name() -> str:
    """What the database is called: its file's name, or its name on the server."""
    name = str(connection.settings_dict["NAME"])
    return Path(name).name if connection.vendor == "sqlite" else name


def stands_there() -> list[str]:
    """Tables that hold rows. Those that Django fills by itself don't count. Raises UnreadableInput."""
    if connection.vendor == "sqlite" and not Path(connection.settings_dict["NAME"]).exists():
        return []  # merely asking would make the file
    try:
        return list(_tables_with_rows())
    except DatabaseError as error:
        problem = str(error).splitlines()[0]
        raise UnreadableInput([f"the database {place_name()} can't be read ({problem}); {_way_out()}"]) from None


def _way_out() -> str:
    """What to do with a database that is beyond reading."""
    if connection.vendor != "sqlite":
        return "restore into another one"
    file = connection.settings_dict["NAME"]
    return f"stop the server, move {file}, {file}-wal and {file}-shm away and restore again"


def _tables_with_rows() -> Iterator[str]:
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f"SELECT 1 FROM {connection.ops.quote_name(table)} LIMIT 1")
            if not _is_filled_by_itself(table) and cursor.fetchone():
                yield table


def _is_filled_by_itself(table: str) -> bool:
    own = {each._meta.db_table for each in apps.get_models(include_auto_created=True) if _app(each) in LEFT_OUT}
    return table == "django_migrations" or table in own


def _app(table: type) -> str:
    return str(table._meta.app_label)  # type: ignore[attr-defined]


def put_in_place(fill: Callable[[], None]) -> None:
    """Let `fill` make a database out of nothing, and put it in place of the one there once it has: all or nothing.

    SQLite: made in a file beside, then copied over as one write, so that a server that runs sees either the old
    or the new one. PostgreSQL: one transaction. Raises whatever `fill` raises, and UnreadableInput.
    """
    make_data_folder()
    throw_away_drafts()
    try:
        if connection.vendor == "sqlite":
            _put_file_in_place(Path(connection.settings_dict["NAME"]), fill)
            return
        with transaction.atomic():
            _drop_own_tables()
            fill()
    except DatabaseError as error:
        problem = str(error).splitlines()[0]
        raise UnreadableInput(
            [f"the database {place_name()} can't take it ({problem}); nothing was changed"]
        ) from None


def _put_file_in_place(file: Path, fill: Callable[[], None]) -> None:
    try:
        with tempfile.TemporaryDirectory(prefix=DRAFTS, dir=file.parent) as folder, _held(Path(folder)):
            draft = Path(folder) / file.name
            with _working_on(draft):
                fill()
            copy_over(draft, file)
    except (OSError, sqlite3.Error) as error:
        raise UnreadableInput([f"{file}: can't be written ({error}); is a server still writing to it?"]) from None


def drafts() -> list[Path]:
    """What restores that were killed have left: everything a back-up held, unencrypted."""
    if connection.vendor != "sqlite":
        return []
    return [
        folder for folder in Path(connection.settings_dict["NAME"]).parent.glob(f"{DRAFTS}*") if not _is_held(folder)
    ]


def throw_away_drafts() -> None:
    """Take them away; never that of a restore that goes on."""
    for folder in drafts():
        shutil.rmtree(folder, ignore_errors=True)


@contextmanager
def _held(folder: Path) -> Iterator[None]:
    """Hold a folder while it is worked in: the system lets go of it when the process is killed."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        locks.lock(handle, locks.LOCK_EX)
        yield
    finally:
        os.close(handle)


def _is_held(folder: Path) -> bool:
    try:
        handle = os.open(folder, os.O_RDONLY)
    except FileNotFoundError:
        return True  # it has just been taken away
    try:
        return not locks.lock(handle, locks.LOCK_EX | locks.LOCK_NB)
    finally:
        os.close(handle)


def copy_over(draft: Path, file: Path) -> None:
    """One write to the database that is there; readers that are under way go on with what they began with."""
    with closing(sqlite3.connect(draft)) as made, closing(sqlite3.connect(file, timeout=20)) as there:
        # Copying would wait for ever for somebody who doesn't stop writing.
        there.execute("BEGIN IMMEDIATE")
        there.rollback()
        made.backup(there)
        there.execute("PRAGMA journal_mode=WAL")
        there.execute("PRAGMA wal_checkpoint(TRUNCATE)")


@contextmanager
def _working_on(file: Path) -> Iterator[None]:
    """Let Django's database be another file for a while."""
    settings = connections["default"].settings_dict
    connections["default"].close()
    kept = connections["default"]
    options = {**settings["OPTIONS"], "init_command": QUICKLY}
    connections["default"] = kept.__class__({**settings, "NAME": file, "OPTIONS": options}, "default")
    try:
        yield
    finally:
        connections["default"].close()
        connections["default"] = kept


def _drop_own_tables() -> None:
    """Take away what this program's tables are called; nothing else that may stand in the same database."""
    own = {each._meta.db_table for each in apps.get_models(include_auto_created=True)} | {"django_migrations"}
    with connection.cursor() as cursor:
        there = [name for name in connection.introspection.table_names(cursor) if name in own]
        if there:
            cursor.execute(f"DROP TABLE {', '.join(map(connection.ops.quote_name, there))} CASCADE")
