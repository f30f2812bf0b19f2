"""The tables of an installation as plain rows, the same from SQLite and from PostgreSQL.

They are read and written as they were at the migrations in question, never by today's models, so that a back-up of an
older version goes into that version's tables and is migrated from there.
"""

from __future__ import annotations

import base64
import gzip
import hashlib
import io
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from decimal import Decimal
from itertools import islice
from typing import Any
from uuid import UUID

from django.db import connection, models
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.recorder import MigrationRecorder
from django.db.migrations.state import ProjectState

from samklang.methods.kernel.findings import UnreadableInput

# Sessions are personal and gone by tomorrow; Django makes the others anew by itself.
LEFT_OUT = frozenset({"sessions", "contenttypes", "auth"})
AT_A_TIME = 500
Table = type[models.Model]
Migration = tuple[str, str]


@dataclass(frozen=True)
class TableRows:
    """A table's rows. content: gzipped, a JSON list a line, in the order of columns; hash: of them, keys in order."""

    name: str
    columns: tuple[str, ...]
    rows: int
    hash: str
    content: bytes


def done_migrations() -> list[Migration]:
    """The migrations the database has been through. Raises UnreadableInput when one of them is unknown here."""
    loader = MigrationLoader(connection)
    unknown = unknown_migrations(loader.applied_migrations, loader)
    if unknown:
        raise UnreadableInput(
            [f"database: is of another version than this program ({unknown[0]}); use that version's"]
        )
    return sorted(loader.applied_migrations)


def unknown_migrations(done: Iterable[Migration], loader: MigrationLoader | None = None) -> list[str]:
    """Migrations that this version of the program hasn't got."""
    known = (loader or MigrationLoader(None, ignore_no_migrations=True)).disk_migrations
    return sorted(f"{app}.{name}" for app, name in done if (app, name) not in known)


def tables_at(done: Iterable[Migration]) -> list[Table]:
    """The tables that are backed up, as they were after those migrations, by name."""
    return _kept(_state_at(done).apps.get_models(include_auto_created=True))


def make_tables(done: Sequence[Migration]) -> list[Table]:
    """Make every table of an empty database as it was after those migrations; those that are backed up, by name.

    Straight from what the migrations led to, in a tenth of the time it takes to go through them one by one. They only
    ever make tables and move rows, and there are no rows yet (a test sees that).
    """
    tables = _state_at(done).apps
    recorder = MigrationRecorder(connection)
    recorder.ensure_schema()
    with connection.schema_editor() as editor:
        for table in tables.get_models():
            if table._meta.managed and not table._meta.proxy:
                editor.create_model(table)
    recorder.migration_qs.bulk_create(recorder.Migration(app=app, name=name) for app, name in done)
    return _kept(tables.get_models(include_auto_created=True))


def _state_at(done: Iterable[Migration]) -> ProjectState:
    return MigrationLoader(None, ignore_no_migrations=True).project_state(sorted(done))


def _kept(tables: Iterable[Table]) -> list[Table]:
    kept = [table for table in tables if table._meta.managed and table._meta.app_label not in LEFT_OUT]
    return sorted(kept, key=lambda table: table._meta.db_table)


def read_table(table: Table) -> TableRows:
    """All its rows, by primary key. Answers have random keys, so the order they came in is nowhere in a back-up."""
    fields = _by_column(table)
    rows = table._base_manager.order_by("pk").values_list(*(field.attname for field in fields.values()))
    digest, content, count = hashlib.sha256(), io.BytesIO(), 0
    with gzip.GzipFile(fileobj=content, mode="wb", compresslevel=6, mtime=0) as lines:
        for row in rows.iterator(chunk_size=2000):
            count += 1
            plain = [_plain(value) for value in row]
            digest.update(_line(_same_anywhere(plain), sort_keys=True))
            lines.write(_line(plain))
    return TableRows(table._meta.db_table, tuple(fields), count, digest.hexdigest(), content.getvalue())


def content_hash(tables: Iterable[TableRows]) -> str:
    """SHA-256 of all rows of all tables: two installations with the same hold the same, on whatever database."""
    told = [[table.name, list(table.columns), table.rows, table.hash] for table in tables if table.rows]
    return hashlib.sha256(json.dumps(sorted(told)).encode()).hexdigest()


def write_table(table: Table, stored: TableRows) -> None:
    """Put the rows into an empty table. Raises UnreadableInput when they don't fit it."""
    fields = _by_column(table)
    if set(fields) != set(stored.columns):
        raise UnreadableInput([f"the back-up's table {stored.name} has other columns than its version had"])
    for field in fields.values():
        # The rows bring their own times. The fields are copies that belong to this state of the tables.
        for automatic in {"auto_now", "auto_now_add"} & set(vars(field)):
            setattr(field, automatic, False)
    lines = iter(gzip.decompress(stored.content).split(b"\n")[: stored.rows])
    columns = [fields[column] for column in stored.columns]
    while some := list(islice(lines, AT_A_TIME)):
        table._base_manager.bulk_create(_row(table, columns, json.loads(line)) for line in some)


def last_numbers(tables: Iterable[Table]) -> dict[str, int]:
    """The highest number each table has given out, so that one that was taken away is never given out again."""
    found = {}
    with connection.cursor() as cursor:
        for name, column in _numbered(tables):
            if connection.vendor == "sqlite":
                cursor.execute("SELECT max(seq) FROM sqlite_sequence WHERE name = %s", [name])
            else:
                cursor.execute("SELECT pg_get_serial_sequence(%s, %s)", [f'"{name}"', column])
                cursor.execute(f"SELECT CASE WHEN is_called THEN last_value END FROM {cursor.fetchone()[0]}")
            found[name] = cursor.fetchone()[0] or 0
    return found


def set_last_numbers(tables: Iterable[Table], numbers: Mapping[str, int]) -> None:
    """Let each table go on counting from where it was."""
    with connection.cursor() as cursor:
        for name, column in _numbered(tables):
            last = numbers.get(name, 0)
            if last and connection.vendor == "sqlite":
                cursor.execute("DELETE FROM sqlite_sequence WHERE name = %s", [name])
                cursor.execute("INSERT INTO sqlite_sequence (name, seq) VALUES (%s, %s)", [name, last])
            elif last:
                cursor.execute("SELECT setval(pg_get_serial_sequence(%s, %s), %s)", [f'"{name}"', column, last])


def _numbered(tables: Iterable[Table]) -> Iterator[tuple[str, str]]:
    for table in tables:
        if isinstance(table._meta.pk, models.AutoField | models.BigAutoField):
            yield table._meta.db_table, str(table._meta.pk.column)


def _by_column(table: Table) -> dict[str, models.Field[Any, Any]]:
    return dict(sorted((str(field.column), field) for field in table._meta.local_concrete_fields))


def _plain(value: Any) -> Any:
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat()
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, UUID | Decimal):
        return str(value)
    if isinstance(value, bytes | memoryview):
        return base64.b64encode(value).decode()
    return value


def _same_anywhere(value: Any) -> Any:
    """JSON as both databases give it back: PostgreSQL has no -0.0, and says 1e16 as a whole number."""
    if isinstance(value, float) and value.is_integer():
        return int(value)
    if isinstance(value, list):
        return [_same_anywhere(inner) for inner in value]
    if isinstance(value, dict):
        return {key: _same_anywhere(inner) for key, inner in value.items()}
    return value


def _line(row: list[Any], *, sort_keys: bool = False) -> bytes:
    return (
        json.dumps(row, ensure_ascii=False, separators=(",", ":"), sort_keys=sort_keys).encode(errors="surrogatepass")
        + b"\n"
    )


def _row(table: Table, columns: list[models.Field[Any, Any]], values: list[Any]) -> models.Model:
    return table(
        **{
            field.attname: value
            if value is None or isinstance(field, models.JSONField)
            else _target(field).to_python(value)
            for field, value in zip(columns, values, strict=True)
        }
    )


def _target(field: models.Field[Any, Any]) -> models.Field[Any, Any]:
    """The field itself; of a foreign key, the one it points to."""
    found: models.Field[Any, Any] = getattr(field, "target_field", field)
    return found
