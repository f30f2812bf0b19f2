"""Whether the database can be reached and is of this version, in sentences instead of tracebacks."""

from __future__ import annotations

from pathlib import Path

from samklang.methods.kernel.findings import UnreadableInput


def make_data_folder() -> None:
    """The folder that holds the database file and the static files, nobody else's to read. Raises UnreadableInput."""
    # Django is set up only when a command runs.
    from django.conf import settings  # noqa: PLC0415

    try:
        settings.DATA_DIR.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise UnreadableInput(
            [f"{settings.DATA_DIR}: can't be made ({error.strerror}); check SAMKLANG_DATA_DIR"]
        ) from None


def reach_database() -> str:
    """What kind of database answers. Raises UnreadableInput."""
    from django.db import DatabaseError, connection  # noqa: PLC0415

    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
    except DatabaseError as error:
        raise UnreadableInput(
            [f"database: can't be reached ({str(error).splitlines()[0]}); check SAMKLANG_DATABASE_URL"]
        ) from None
    return str(connection.vendor)


def reach_server() -> None:
    """Raise UnreadableInput when a server's database can't be reached; a file that isn't there yet is no trouble."""
    from django.db import connection  # noqa: PLC0415

    if connection.vendor != "sqlite":
        reach_database()


def reach_installation() -> None:
    """Raise UnreadableInput unless a database stands there. Merely asking SQLite for it would make one."""
    from django.db import connection  # noqa: PLC0415

    file = str(connection.settings_dict["NAME"])
    if connection.vendor == "sqlite" and not Path(file).exists():
        raise UnreadableInput(
            [f"database: there is no file {file}; check SAMKLANG_DATA_DIR, or run samklang migrate"]
        )
    reach_database()


def check_migrated() -> None:
    """Raise UnreadableInput when the database can't be reached or lacks something of this version."""
    reach_database()
    from django.db import connection  # noqa: PLC0415
    from django.db.migrations.executor import MigrationExecutor  # noqa: PLC0415

    executor = MigrationExecutor(connection)
    left = executor.migration_plan(executor.loader.graph.leaf_nodes())
    if left:
        raise UnreadableInput([f"database: {len(left)} migrations wait; run samklang migrate"])
