"""After an erasure: take the erased bytes out of the database's files as well."""

from __future__ import annotations

from collections.abc import Iterable

from django.db import connection


def leave_no_trace(tables: Iterable[str]) -> bool:
    """Rewrite what was erased from; False while somebody still reads the old pages. Called outside a transaction.

    SQLite: the file is written anew (deleted bytes are zeroed, but cells that were moved leave copies), then the
    write-ahead log is emptied into it. PostgreSQL: the named tables are written anew; its own write-ahead log is
    the server's, which overwrites it in time.
    """
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("VACUUM")
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            return bool(cursor.fetchone()[0] == 0)
        for table in sorted(set(tables)):
            cursor.execute(f"VACUUM FULL {connection.ops.quote_name(table)}")
    return True
