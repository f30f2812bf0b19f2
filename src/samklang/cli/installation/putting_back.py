"""Fill an installation from a back-up: its tables as they were, then today's, then whoever is to stay erased."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from django.core.management import call_command
from django.db import connection, transaction

from samklang.cli.installation.archive import Backup
from samklang.cli.installation.replay import replay
from samklang.cli.installation.tables import (
    Table,
    content_hash,
    done_migrations,
    last_numbers,
    make_tables,
    read_table,
    set_last_numbers,
    write_table,
)
from samklang.methods.kernel.findings import UnreadableInput
from samklang.records.people.services.erasure_ledger import NotedErasures


@dataclass
class Restored:
    """What came of it. migrated: migrations done since the back-up's version; erased_again: people of the ledger."""

    migrated: int = 0
    erased_again: int = 0


def fill(backup: Backup, noted: NotedErasures, restored: Restored) -> None:
    """Fill an empty database. Raises UnreadableInput when what comes out isn't what the back-up holds."""
    _load(backup, {table._meta.db_table: table for table in make_tables(backup.migrations)})
    call_command("migrate", verbosity=0, interactive=False)
    restored.migrated = len(set(done_migrations()) - set(backup.migrations))
    restored.erased_again = replay(noted)


def _load(backup: Backup, tables: Mapping[str, Table]) -> None:
    strangers = {stored.name for stored in backup.tables} - set(tables)
    if strangers:
        raise UnreadableInput([f"the back-up has tables its version hadn't: {', '.join(sorted(strangers))}"])
    with transaction.atomic():
        _let_rows_come_in_any_order()
        for stored in backup.tables:
            write_table(tables[stored.name], stored)
        set_last_numbers(tables.values(), backup.last_numbers)
        # PostgreSQL changes no table while a check of its rows still waits.
        connection.check_constraints()
    found = content_hash(read_table(table) for table in tables.values())
    if found != backup.content_hash or last_numbers(tables.values()) != backup.last_numbers:
        raise UnreadableInput(["what came out of the back-up isn't what went in; nothing was changed"])


def _let_rows_come_in_any_order() -> None:
    """Migrations leave PostgreSQL's foreign keys checked row by row until the transaction ends."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SET CONSTRAINTS ALL DEFERRED")
