"""Machines for the drill: a folder and a database of their own, on the kind of database the tests run on."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import psycopg
import pyrage
import pytest
from django.conf import settings
from psycopg import sql

ROOT = Path(__file__).resolve().parents[3]


@pytest.fixture(autouse=True)
def _migrations(monkeypatch: pytest.MonkeyPatch) -> None:
    """The migrations there are: the rest of the suite makes its tables without any."""
    monkeypatch.setattr(settings, "MIGRATION_MODULES", {})


@pytest.fixture(scope="session")
def drilled(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """What both machines saw, one after the other; each database is made for the drill."""
    folder = tmp_path_factory.mktemp("drill")
    identity = pyrage.x25519.Identity.generate()
    (folder / "offline.key").write_text(f"# a key\n{identity}\n")
    seen = {name: _machine(name, folder, str(identity.to_public())) for name in ("first", "second")}
    return {**seen, "identity": str(identity)}


def _machine(name: str, folder: Path, recipient: str) -> dict[str, Any]:
    kept = {key: value for key, value in os.environ.items() if not key.startswith(("SAMKLANG_", "DJANGO_"))}
    environment = kept | {
        "DJANGO_SETTINGS_MODULE": "samklang.config.settings.production",
        "PYTHONPATH": str(ROOT),
        "SAMKLANG_ALLOWED_HOSTS": "localhost",
        "SAMKLANG_BACKUP_RECIPIENT": recipient,
        "SAMKLANG_DATA_DIR": str(folder / name),
        "SAMKLANG_EMAIL_URL": "smtp://localhost:25",
        "SAMKLANG_SECRET_KEY": name * 10,
    }
    (folder / name).mkdir()
    with _database(f"drill_{name}_{os.getpid()}") as url:
        ran = subprocess.run(
            [sys.executable, "-m", "tests.cli.installation.drill", name, str(folder)],
            cwd=ROOT,
            env=environment | url,
            capture_output=True,
            text=True,
        )
    assert (ran.returncode, ran.stderr) == (0, "")
    found: dict[str, Any] = json.loads(ran.stdout)
    return found


@contextmanager
def _database(name: str) -> Iterator[dict[str, str]]:
    """Where the machine's database is: a file in its folder, or one made on the PostgreSQL the tests run on."""
    server = os.environ.get("SAMKLANG_TEST_DATABASE_URL", "")
    if not server.startswith("postgres"):
        yield {}
        return
    head, _name, rest = server.rpartition("/postgres")
    with psycopg.connect(server, autocommit=True) as admin:
        admin.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(name)))
        try:
            yield {"SAMKLANG_DATABASE_URL": f"{head}/{name}{rest}"}
        finally:
            admin.execute(sql.SQL("DROP DATABASE {} WITH (FORCE)").format(sql.Identifier(name)))
