"""The ledger tells of those who were erased to whoever holds its key, and to nobody else."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from django.conf import settings

from samklang.records.people.services.erasure_ledger import (
    LedgerMark,
    LedgerUnusable,
    erasures_noted_after,
    held_ledger,
    ledger_mark,
    note_erasure,
)


@pytest.fixture(autouse=True)
def ledger(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """A ledger of the test's own, in a folder that isn't there yet."""
    file = tmp_path / "beside" / "ledger.jsonl"
    monkeypatch.setattr(settings, "ERASURE_LEDGER", file)
    with held_ledger():
        pass
    return file


@contextmanager
def unusable(problem: str) -> Iterator[None]:
    """The block raises LedgerUnusable with that problem, and whoever asked is told no file's name."""
    with pytest.raises(LedgerUnusable) as raised:
        yield
    assert (problem in raised.value.problem, "ledger" in str(raised.value)) == (True, False)


def test_who_was_noted_is_found_again_however_it_is_written() -> None:
    note_erasure("name", "3", "Bo  Ek")
    noted = erasures_noted_after(0)
    asked = [("name", "3", "bo ek"), ("name", "4", "Bo Ek"), ("account", "3", "Bo Ek"), ("name", "3", "Bo")]
    assert [noted.tell_of(kind, *parts) for kind, *parts in asked] == [True, False, False, False]
    assert noted.longest == 2


def test_only_lines_after_a_back_up_are_told_of() -> None:
    note_erasure("account", "a@example.org")
    mark = ledger_mark()
    note_erasure("account", "b@example.org")
    noted = erasures_noted_after(mark.lines)
    assert [noted.tell_of("account", who) for who in ("a@example.org", "b@example.org")] == [False, True]
    assert (ledger_mark(1), ledger_mark().lines) == (mark, 2)


def test_neither_names_nor_addresses_stand_in_it(ledger: Path) -> None:
    note_erasure("account", "kanarie@example.org")
    assert "kanarie" not in ledger.read_text()
    assert [file.stat().st_mode & 0o777 for file in (ledger, Path(f"{ledger}.key"))] == [0o600, 0o600]


def test_another_secret_key_leaves_it_readable(monkeypatch: pytest.MonkeyPatch) -> None:
    note_erasure("account", "a@example.org")
    monkeypatch.setattr(settings, "SECRET_KEY", "another" * 10)
    assert erasures_noted_after(0).tell_of("account", "a@example.org") is True


def test_a_lost_key_is_said_and_never_replaced(ledger: Path) -> None:
    note_erasure("account", "a@example.org")
    key = Path(f"{ledger}.key")
    key.unlink()
    with unusable("there is no such file"):
        erasures_noted_after(0)
    with unusable("there is no such file"):
        note_erasure("account", "b@example.org")
    assert (key.exists(), ledger_mark().lines) == (False, 1)


def test_another_ledgers_key_is_said(ledger: Path) -> None:
    note_erasure("account", "a@example.org")
    Path(f"{ledger}.key").write_text("0" * 64)
    with unusable("isn't the key"):
        erasures_noted_after(0)


@pytest.mark.parametrize("line", ["", "{}", "[]", "not JSON", '{"hash": "x", "key": "y", "words": "many"}'])
def test_a_line_that_is_not_the_ledgers_is_said(ledger: Path, line: str) -> None:
    note_erasure("account", "a@example.org")
    ledger.write_text(ledger.read_text() + line + "\n")
    with unusable("a line that isn't the ledger's"):
        erasures_noted_after(0)


def test_a_shorter_ledger_is_said_and_no_ledger_is_an_empty_one(ledger: Path) -> None:
    nothing = LedgerMark(0, "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
    assert (ledger.exists(), ledger_mark(), erasures_noted_after(0).tell_of("account", "a@example.org")) == (
        False,
        nothing,
        False,
    )
    with unusable("has 0 lines, not 2"):
        ledger_mark(2)


def test_a_folder_that_cannot_be_written_is_said(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    monkeypatch.setattr(settings, "ERASURE_LEDGER", tmp_path / "file" / "ledger.jsonl")
    with unusable("can't be written beside"), held_ledger():
        pass


def test_a_line_says_when_and_how_long_the_name_was(ledger: Path) -> None:
    note_erasure("name", "3", "Bo Ek")
    assert sorted(json.loads(ledger.read_text())) == ["hash", "key", "kind", "on", "words"]


def test_nothing_is_noted_beside_a_line_or_a_key_that_is_wrong(ledger: Path) -> None:
    note_erasure("account", "a@example.org")
    key, whole = Path(f"{ledger}.key"), ledger.read_bytes()
    for file, spoiled in ((key, b"0" * 64), (key, b""), (ledger, whole[:-9])):
        right = file.read_bytes()
        file.write_bytes(spoiled)
        before = ledger.read_bytes()
        with pytest.raises(LedgerUnusable):
            note_erasure("account", "b@example.org")
        assert ledger.read_bytes() == before
        file.write_bytes(right)
    note_erasure("account", "b@example.org")
    assert ledger_mark().lines == 2


@pytest.mark.parametrize("end", ["", "\r\n"])
def test_an_editor_that_ends_lines_its_own_way_does_no_harm(ledger: Path, end: str) -> None:
    note_erasure("account", "a@example.org")
    mark = ledger_mark()
    ledger.write_text(ledger.read_text().rstrip("\n") + end, newline="")
    note_erasure("account", "b@example.org")
    noted = erasures_noted_after(1)
    assert (ledger_mark(1), noted.tell_of("account", "b@example.org"), len(noted.hashes)) == (mark, True, 1)


def test_a_ledger_that_cannot_be_read_is_said(ledger: Path) -> None:
    ledger.mkdir()
    for ask in (ledger_mark, lambda: note_erasure("account", "a@example.org")):
        with unusable("can't be read"):
            ask()


def test_a_disk_without_room_leaves_the_ledger_as_it_was(ledger: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    note_erasure("account", "a@example.org")
    before = ledger.read_bytes()

    def full(_handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    with unusable("No space left"):
        note_erasure("account", "b@example.org")
    assert ledger.read_bytes() == before
    ledger.unlink()
    Path(f"{ledger}.key").unlink()
    with unusable("No space left"):
        note_erasure("account", "b@example.org")
    assert Path(f"{ledger}.key").exists() is False
