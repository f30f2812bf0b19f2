"""The erasure ledger: who was erased, as keyed hashes, in a file that no back-up holds.

An older back-up still knows whoever was erased since. After it is restored, every line written since it was made is
looked for again, so that nobody comes back. The lines tell nothing without the key, a file of its own beside them:
another SAMKLANG_SECRET_KEY must not make the ledger unreadable.
"""

from __future__ import annotations

import hashlib
import hmac
import json
import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.files import locks
from django.utils import timezone
from django.utils.translation import gettext as _

from samklang.records.people.permissions import Refused
from samklang.records.people.services.spelling import spelled


class LedgerUnusable(Refused):
    """The ledger or its key is damaged or lost.

    The message is for whoever asks to be erased; problem says which file and what to do, for whoever looks after the
    installation.
    """

    def __init__(self, problem: str) -> None:
        super().__init__(
            _("Nobody can be erased right now. Ask whoever looks after the installation to run samklang doctor.")
        )
        self.problem = problem


@dataclass(frozen=True)
class LedgerMark:
    """How far the ledger had come: so many lines, with that SHA-256."""

    lines: int
    hash: str


@dataclass(frozen=True)
class NotedErasures:
    """Lines of the ledger. hashes: of whom; longest: the most words that a name among them has."""

    hashes: frozenset[str]
    longest: int
    key: bytes

    def tell_of(self, kind: str, *parts: str) -> bool:
        """Whether one of them is this one's."""
        return bool(self.hashes) and _hash(self.key, kind, parts) in self.hashes


@contextmanager
def held_ledger() -> Iterator[None]:
    """Hold the ledger until an erasure is stored, or while a back-up looks how far it has come.

    A line is written before the erasure it tells of is stored. A back-up that began in between would hold the person
    and yet believe that the line is older than itself.
    """
    file: Path = settings.ERASURE_LEDGER
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        handle = os.open(f"{file}.lock", os.O_CREAT | os.O_RDWR, 0o600)
    except OSError as error:
        raise LedgerUnusable(f"{file}: can't be written beside ({error.strerror})") from None
    with os.fdopen(handle, "rb") as lock:
        locks.lock(lock, locks.LOCK_EX)
        yield


def note_erasure(kind: str, *parts: str) -> None:
    """Write a line, synced to the disk. parts: what tells who it is; the last is a name.

    Raises LedgerUnusable also when an older line can't be read: a line more would only hide that some are lost.
    """
    noted = erasures_noted_after(0)
    key = noted.key or _key(may_make=True)
    line = {
        "kind": kind,
        "words": len(parts[-1].split()),
        "hash": _hash(key, kind, parts),
        "key": _key_id(key),
        "on": timezone.localdate().isoformat(),
    }
    _append(json.dumps(line).encode() + b"\n")


def _append(line: bytes) -> None:
    """Raises LedgerUnusable when there is no room for it, and then the ledger is as it was."""
    file: Path = settings.ERASURE_LEDGER
    try:
        with os.fdopen(os.open(file, os.O_CREAT | os.O_WRONLY | os.O_APPEND, 0o600), "ab", buffering=0) as ledger:
            before = ledger.seek(0, os.SEEK_END)
            try:
                # Somebody's editor may have taken the last line's end away.
                ledger.write(line if _ends_well(file) else b"\n" + line)
                os.fsync(ledger.fileno())
            except OSError:
                ledger.truncate(before)
                raise
    except OSError as error:
        raise LedgerUnusable(f"{file}: can't be written ({error.strerror})") from None


def _ends_well(file: Path) -> bool:
    return file.read_bytes()[-1:] in (b"", b"\n")


def ledger_mark(lines: int | None = None) -> LedgerMark:
    """How far the ledger has come, or its first lines. Raises LedgerUnusable when it has fewer."""
    found = _lines()
    if lines is not None and len(found) < lines:
        raise LedgerUnusable(f"{settings.ERASURE_LEDGER}: has {len(found)} lines, not {lines}")
    found = found[:lines]
    return LedgerMark(len(found), hashlib.sha256(b"".join(found)).hexdigest())


def erasures_noted_after(lines: int) -> NotedErasures:
    """What was noted after so many lines. Raises LedgerUnusable when a line or the key can't be read."""
    found = [_read(line, number) for number, line in enumerate(_lines()[lines:], start=lines + 1)]
    key = _key(may_make=False) if found else b""
    if any(line["key"] != _key_id(key) for line in found):
        raise LedgerUnusable(f"{_key_file()}: isn't the key the ledger was written with")
    longest = max((line["words"] for line in found), default=0)
    return NotedErasures(frozenset(line["hash"] for line in found), longest, key)


def _lines() -> list[bytes]:
    file: Path = settings.ERASURE_LEDGER
    try:
        return [line + b"\n" for line in file.read_bytes().splitlines()]
    except FileNotFoundError:
        return []
    except OSError as error:
        raise LedgerUnusable(f"{file}: can't be read ({error.strerror})") from None


def _read(line: bytes, number: int) -> dict[str, Any]:
    try:
        found: dict[str, Any] = json.loads(line)
        return {"hash": str(found["hash"]), "key": str(found["key"]), "words": int(found["words"])}
    except (ValueError, KeyError, TypeError):
        raise LedgerUnusable(
            f"{settings.ERASURE_LEDGER}: has a line that isn't the ledger's (line {number}); put its copy back"
        ) from None


def _key_file() -> Path:
    return Path(f"{settings.ERASURE_LEDGER}.key")


def _key(*, may_make: bool) -> bytes:
    """The ledger's key; a new one only for a ledger without lines, since a second key would make them unreadable."""
    file = _key_file()
    try:
        if may_make and not file.exists():
            _make_key(file)
        key = file.read_bytes().strip()
    except FileNotFoundError:
        raise LedgerUnusable(
            f"{file}: there is no such file; put the ledger's key back from where it is kept"
        ) from None
    except OSError as error:
        raise LedgerUnusable(f"{file}: can't be read or written ({error.strerror})") from None
    if not key:
        raise LedgerUnusable(f"{file}: is empty; put the ledger's key back from where it is kept")
    return key


def _make_key(file: Path) -> None:
    """Raises OSError, and then there is none: an empty key would hide nobody."""
    try:
        with os.fdopen(os.open(file, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600), "w") as made:
            made.write(secrets.token_hex(32) + "\n")
            made.flush()
            os.fsync(made.fileno())
    except OSError:
        file.unlink(missing_ok=True)
        raise


def _key_id(key: bytes) -> str:
    return hashlib.sha256(key).hexdigest()[:8]


def _hash(key: bytes, kind: str, parts: tuple[str, ...]) -> str:
    """HMAC-SHA-256, whatever case and spaces the parts are written with."""
    said = [spelled(part) for part in (kind, *parts)]
    return hmac.new(key, "\n".join(said).encode(), hashlib.sha256).hexdigest()
