"""Whether the database can be reached and is of this version, in sentences instead of tracebacks."""

from __future__ import annotations

from samklang.methods.kernel.findings import UnreadableInput


def make_data_folder() -> None:
    """The folder that holds the database file and the static files. Raises UnreadableInput when it can't be made."""
    # Django is set up only when a command runs.
    from django.conf import settings  # noqa: PLC0415

    try:
        settings.DATA_DIR.mkdir(parents=True, exist_ok=True)
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


def check_migrated() -> None:
    """Raise UnreadableInput when the database can't be reached or lacks something of this version."""
    reach_database()
    from django.db import connection  # noqa: PLC0415
    from django.db.migrations.executor import MigrationExecutor  # noqa: PLC0415

    executor = MigrationExecutor(connection)
    left = executor.migration_plan(executor.loader.graph.leaf_nodes())
    if left:
        raise UnreadableInput([f"database: {len(left)} migrations wait; run samklang migrate"])
