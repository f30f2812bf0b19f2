"""Tables made at once are those the migrations make, and nothing that is kept is left out of a back-up."""

from __future__ import annotations

import pytest
from django.apps import apps
from django.db import connection
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.operations import RunSQL, SeparateDatabaseAndState

from samklang.cli.installation.tables import LEFT_OUT, make_tables, read_table, tables_at

COLUMNS = """
    SELECT table_name, column_name, data_type, is_nullable, is_identity, character_maximum_length
    FROM information_schema.columns WHERE table_schema = %s ORDER BY 1, 2
"""
INDEXES = "SELECT tablename, replace(indexdef, %s, '') FROM pg_indexes WHERE schemaname = %s ORDER BY 1, 2"
CONSTRAINTS = """
    SELECT conrelid::regclass::text, contype, condeferrable, pg_get_constraintdef(oid)
    FROM pg_constraint WHERE connamespace = %s::regnamespace AND contype <> 'n' ORDER BY 1, 2, 3, 4
"""


def test_no_migration_makes_what_its_tables_do_not_say() -> None:
    """A trigger or an index made in SQL would be missing where the tables are made at once."""
    found = MigrationLoader(None, ignore_no_migrations=True).disk_migrations
    odd = [
        key
        for key, migration in found.items()
        for operation in migration.operations
        if isinstance(operation, RunSQL | SeparateDatabaseAndState)
    ]
    assert (len(found) > 50, odd) == (True, [])


def test_only_what_is_made_anew_or_gone_by_tomorrow_is_left_out() -> None:
    left_out = {table._meta.label for table in apps.get_models() if table._meta.app_label in LEFT_OUT}
    assert left_out == {"auth.Group", "auth.Permission", "contenttypes.ContentType", "sessions.Session"}


@pytest.mark.django_db
def test_rows_have_the_same_hash_on_both_databases() -> None:
    """PostgreSQL gives numbers and keys back in other ways than they were stored."""
    done = sorted(MigrationLoader(None, ignore_no_migrations=True).graph.nodes)
    table = next(each for each in tables_at(done) if each._meta.db_table == "initiative_initiative")
    odd = [-0.0, 1e16, 1.0, 0.1, {"b": [None, True], "a": "å\u2028"}]
    table._base_manager.create(pk=7, slug="a", name="Å", place="Ö", controller="", languages=odd)
    read = read_table(table)
    assert (read.rows, read.hash) == (1, "4002b724f71cf50262ca949b34f9a23391d26fd6c4815f9614e3b6c5a4d16c62")


@pytest.mark.django_db
@pytest.mark.only_on("postgresql")  # python -m tests.postgres: migrations made the tables
def test_tables_made_at_once_are_those_the_migrations_made() -> None:
    with connection.cursor() as cursor:
        cursor.execute("CREATE SCHEMA at_once")
        cursor.execute("SET LOCAL search_path TO at_once")
        make_tables(sorted(MigrationLoader(None).graph.nodes))

        def described(schema: str) -> list[object]:
            found: list[object] = []
            cursor.execute(f"SET LOCAL search_path TO {schema}")
            for question, given in (
                (COLUMNS, [schema]),
                (INDEXES, [f"{schema}.", schema]),
                (CONSTRAINTS, [schema]),
            ):
                cursor.execute(question, given)
                found += cursor.fetchall()
            return found

        made = described("at_once")
        assert (len(made) > 300, made) == (True, described("public"))
