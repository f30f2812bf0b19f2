"""When the installation was last backed up: a note beside the database, for `samklang doctor`."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path

from django.conf import settings

from samklang.cli.files import write_bytes

OLDEST = timedelta(hours=24)


def note_backup(made_at: str, file: str) -> None:
    """Note that a back-up was made. Raises UnreadableInput."""
    write_bytes(json.dumps({"made_at": made_at, "file": file}).encode() + b"\n", str(_note()), private=True)


def last_backup() -> tuple[datetime, str] | None:
    """When, and to which file; nothing when none was ever made."""
    try:
        found = json.loads(_note().read_text())
        return datetime.fromisoformat(found["made_at"]), str(found["file"])
    except (OSError, ValueError, KeyError, TypeError):
        return None


def backup_warning(now: datetime | None = None) -> str:
    """What is wrong with the last back-up, or nothing."""
    last = last_backup()
    if last is None:
        return "none was ever made; run samklang backup, and let cron run it every night"
    age = (now or datetime.now(UTC)) - last[0]
    if age > OLDEST:
        return f"the last one was made {age.days * 24 + age.seconds // 3600} hours ago, to {last[1]}; make one a day"
    return ""


def _note() -> Path:
    folder: Path = settings.DATA_DIR
    return folder / "last-backup.json"
