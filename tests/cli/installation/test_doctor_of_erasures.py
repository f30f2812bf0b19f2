"""The doctor sees what would bring erased people back: a ledger that is gone, and what a killed restore has left."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.conf import settings
from django.db import connection

from samklang.cli.commands.doctor import Warned, _drafts, _folder, _ledger
from samklang.cli.installation.place import DRAFTS, _held, drafts, throw_away_drafts
from samklang.records.initiative.services import erase_person
from samklang.records.people.permissions import system
from samklang.records.people.services import add_account
from samklang.records.people.services.erasure_ledger import ledger_mark

pytestmark = pytest.mark.django_db


@pytest.fixture
def ledger(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    monkeypatch.setattr(settings, "ERASURE_LEDGER", tmp_path / "ledger.jsonl")
    return tmp_path / "ledger.jsonl"


def test_a_ledger_that_is_gone_is_missed(ledger: Path) -> None:
    add_account(actor=system(), email="kim@example.org", name="Kim")
    erase_person(actor=system(), email="kim@example.org")
    assert (ledger_mark().lines, _ledger()) == (1, "1 erasures noted")
    ledger.unlink()
    with pytest.raises(Warned, match="notes 0, though 1 accounts were erased lately"):
        _ledger()


@pytest.mark.only_on("sqlite")  # PostgreSQL drops what a killed transaction has made
def test_what_a_killed_restore_has_left_is_told_and_thrown_away(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setitem(connection.settings_dict, "NAME", str(tmp_path / "there.sqlite3"))
    assert _drafts() == "none was left half done"
    killed, going_on = tmp_path / f"{DRAFTS}killed", tmp_path / f"{DRAFTS}going-on"
    for folder in (killed, going_on):
        folder.mkdir()
        (folder / "there.sqlite3").write_text("Kim")
    with _held(going_on):
        assert drafts() == [killed]
        with pytest.raises(Warned, match="killed"):
            _drafts()
        throw_away_drafts()
        assert (killed.exists(), going_on.exists()) == (False, True)
    throw_away_drafts()
    assert going_on.exists() is False


def test_a_data_folder_that_others_can_read_is_warned_of(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(settings, "DATA_DIR", tmp_path / "data")
    assert _folder().endswith("is nobody else's to read")
    (tmp_path / "data").mkdir()
    (tmp_path / "data").chmod(0o755)
    with pytest.raises(Warned, match="run chmod 700"):
        _folder()
    (tmp_path / "data").chmod(0o700)
    assert _folder().endswith("is nobody else's to read")
