"""migrate, serve, worker and doctor say in sentences what an installation lacks; never a traceback."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pyrage
import pytest

WELL = {
    "SAMKLANG_SECRET_KEY": "x" * 40,
    "SAMKLANG_ALLOWED_HOSTS": "localhost",
    "SAMKLANG_EMAIL_URL": "smtp://localhost:25",
}


def run(folder: Path, *command: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """A command of a production installation whose data lie in a folder."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("SAMKLANG_", "DJANGO_"))}
    given = kept | {"SAMKLANG_DATA_DIR": str(folder)} | environment
    return subprocess.run(
        [sys.executable, "-m", "samklang.cli.main", *command], env=given, capture_output=True, text=True
    )


def test_without_its_settings_nothing_starts(tmp_path: Path) -> None:
    ran = run(tmp_path, "serve")
    assert (ran.returncode, ran.stdout) == (2, "")
    assert ran.stderr == "settings: Set SAMKLANG_SECRET_KEY to a random text of at least 32 characters.\n"


def test_an_empty_machine_is_told_to_migrate_and_is_well_after(tmp_path: Path) -> None:
    folder = tmp_path / "new" / "data"
    early = run(folder, "serve", **WELL)
    assert (early.returncode, len(early.stderr.splitlines()), early.stderr[:10]) == (2, 1, "database: ")
    assert run(folder, "migrate", **WELL).returncode == 0
    doctor = run(folder, "doctor", **WELL)
    assert (doctor.returncode, "MEND" in doctor.stdout) == (0, False)
    assert "WARNING back-up: none was ever made" in doctor.stdout


def test_a_folder_that_cannot_be_made_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    ran = run(tmp_path / "file" / "data", "migrate", **WELL)
    assert (ran.returncode, ran.stderr.split(": ")[0]) == (2, str(tmp_path / "file" / "data"))


def test_a_database_that_cannot_be_reached_is_said_without_its_password(tmp_path: Path) -> None:
    address = "postgresql://somebody:hemligt@127.0.0.1:9/nowhere"
    ran = run(tmp_path, "migrate", SAMKLANG_DATABASE_URL=address, **WELL)
    assert (ran.returncode, len(ran.stderr.splitlines())) == (2, 1)
    assert ("check SAMKLANG_DATABASE_URL" in ran.stderr, "hemligt" in ran.stderr) == (True, False)


@pytest.mark.parametrize("address", ["", "nonsense", "mysql://a:hemligt@b/c", "postgresql://a:hemligt@b:port/c"])
def test_an_address_that_is_none_is_said_without_its_password(tmp_path: Path, address: str) -> None:
    ran = run(tmp_path, "doctor", SAMKLANG_DATABASE_URL=address, **WELL)
    assert (ran.returncode, ran.stdout) == (2, "")
    assert ran.stderr == (
        "settings: SAMKLANG_DATABASE_URL must be sqlite:///FILE or postgresql://USER:PASSWORD@HOST/NAME.\n"
    )


def test_a_back_up_never_takes_the_place_of_the_database(tmp_path: Path) -> None:
    database = tmp_path / "samklang.sqlite3"
    database.write_bytes(b"SQLite format 3\0")
    recipient = str(pyrage.x25519.Identity.generate().to_public())
    ran = run(tmp_path, "backup", "--to", str(database), "--recipient", recipient, **WELL)
    assert (ran.returncode, ran.stdout) == (1, "")
    assert ran.stderr == f"--to {database}: holds something that is no back-up, so it isn't replaced\n"
    assert database.read_bytes() == b"SQLite format 3\0"
