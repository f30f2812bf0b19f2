"""When the last back-up was made is remembered; a day without one is a warning."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from django.conf import settings

from samklang.cli.installation.last_backup import backup_warning, last_backup, note_backup

MADE = datetime(2026, 11, 25, 2, 0, tzinfo=UTC)


@pytest.fixture(autouse=True)
def _folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(settings, "DATA_DIR", tmp_path)


def test_an_installation_that_was_never_backed_up_is_told_how() -> None:
    assert (last_backup(), backup_warning()) == (
        None,
        "none was ever made; run samklang backup, and let cron run it every night",
    )


@pytest.mark.parametrize(("hours", "warned"), [(1, False), (24, False), (25, True), (49, True)])
def test_a_back_up_older_than_a_day_is_too_old(hours: int, warned: bool) -> None:
    note_backup(MADE.isoformat(), "/backups/one.age")
    said = backup_warning(MADE + timedelta(hours=hours))
    assert (bool(said), f"{hours} hours ago" in said) == (warned, warned)


def test_a_note_that_cannot_be_read_counts_as_none(tmp_path: Path) -> None:
    (tmp_path / "last-backup.json").write_text("[]")
    assert last_backup() is None
