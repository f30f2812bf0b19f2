"""A back-up of the running installation, as it is at one moment."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from importlib.metadata import version

from django.db import connection, transaction

from samklang.cli.installation.archive import Backup
from samklang.cli.installation.tables import done_migrations, last_numbers, read_table, tables_at
from samklang.methods.kernel.findings import UnreadableInput
from samklang.records.people.services.erasure_ledger import LedgerMark, held_ledger, ledger_mark


def take_backup() -> Backup:
    """Everything the installation holds, at one moment, while others go on writing. Raises UnreadableInput."""
    with one_moment() as erasures:
        made_at = datetime.now(UTC)
        done = done_migrations()
        if not done:
            raise UnreadableInput(["database: holds no installation; run samklang migrate first"])
        tables = tables_at(done)
        return Backup(
            version("samklang"),
            made_at.isoformat(timespec="seconds"),
            connection.vendor,
            tuple(done),
            erasures,
            last_numbers(tables),
            tuple(read_table(table) for table in tables),
        )


@contextmanager
def one_moment() -> Iterator[LedgerMark]:
    """A reading that sees none of what is written meanwhile, and how far the ledger had come when it began.

    SQLite: a transaction that only reads sees one state of the write-ahead log, and keeps nobody from writing.
    PostgreSQL: a repeatable read does.
    """
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            with held_ledger():
                # Django's own transactions begin as writers, which would let everybody wait for the back-up.
                cursor.execute("BEGIN DEFERRED")
                cursor.execute("SELECT count(*) FROM sqlite_master")
                erasures = ledger_mark()
            try:
                yield erasures
            finally:
                cursor.execute("ROLLBACK")
        return
    with transaction.atomic(), connection.cursor() as cursor:
        with held_ledger():
            cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
            cursor.execute("SELECT 1")
            erasures = ledger_mark()
        yield erasures
