"""The tables that migrations make are those of the models, and migrations only make tables."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import samklang.records


def test_no_model_has_changed_since_its_last_migration() -> None:
    """In a process of its own, since the tests themselves make their tables from the models."""
    command = [sys.executable, "-m", "django", "makemigrations", "--check", "--dry-run"]
    ran = subprocess.run([*command, "--settings=samklang.config.settings.test"], capture_output=True, text=True)
    assert (ran.returncode, ran.stdout) == (0, "No changes detected\n")


def test_no_migration_does_what_the_models_do_not_say() -> None:
    """A trigger or a row made there would be missing where the tests make the tables from the models."""
    files = list(Path(samklang.records.__file__).parent.glob("*/migrations/0*.py"))
    texts = {file.name: file.read_text("utf-8") for file in files}
    assert files != []
    assert [name for name, text in texts.items() if "RunSQL" in text or "RunPython" in text] == []
