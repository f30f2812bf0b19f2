"""The linters are part of the suite, so that a broken rule fails the build on every machine."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
BIN = Path(sys.executable).parent


@pytest.mark.parametrize(
    "command",
    [["ruff", "check", "."], ["ruff", "format", "--check", "."], ["mypy"], ["lint-imports"]],
    ids=lambda command: " ".join(command),
)
def test_the_linter_finds_nothing(command: list[str]) -> None:
    run = subprocess.run([str(BIN / command[0]), *command[1:]], cwd=ROOT, capture_output=True, text=True)
    assert (run.returncode, "" if run.returncode == 0 else run.stdout + run.stderr) == (0, "")


def test_no_lock_file_names_a_host() -> None:
    assert [lock.name for lock in ROOT.glob("requirements*.lock") if "://" in lock.read_text()] == []


def test_no_source_file_is_longer_than_four_hundred_lines() -> None:
    files = [*ROOT.glob("src/**/*.py"), *ROOT.glob("tests/**/*.py")]
    assert [str(file) for file in files if len(file.read_text().splitlines()) > 400] == []
