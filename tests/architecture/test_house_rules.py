"""The linters are part of the suite, so that a broken rule fails the build on every machine."""

import ast
import subprocess
import sys
from pathlib import Path
from statistics import median

import pytest
import yaml

ROOT = Path(__file__).resolve().parents[2]
BIN = Path(sys.executable).parent


@pytest.mark.parametrize(
    "command",
    [
        ["ruff", "check", "."],
        ["ruff", "format", "--check", "."],
        ["djlint", "--lint", "--quiet", "src"],
        ["mypy"],
        ["lint-imports"],
    ],
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


def test_most_files_and_functions_are_small() -> None:
    files = [
        file for file in ROOT.glob("src/**/*.py") if "migrations" not in file.parts and file.name != "__init__.py"
    ]
    texts = [file.read_text() for file in files]
    functions = [
        node.end_lineno - node.lineno + 1
        for text in texts
        for node in ast.walk(ast.parse(text))
        if isinstance(node, ast.FunctionDef) and node.end_lineno
    ]
    assert median(len(text.splitlines()) for text in texts) <= 80
    assert median(functions) <= 10


def test_what_runs_before_a_commit_are_the_suites_own_linters() -> None:
    hooks = yaml.safe_load((ROOT / ".pre-commit-config.yaml").read_text())["repos"][0]["hooks"]
    ran = [hook["entry"].split()[0].removeprefix(".venv/bin/") for hook in hooks]
    assert ran == ["ruff", "ruff", "djlint", "mypy", "lint-imports"]
