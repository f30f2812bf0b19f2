"""Whatever is wrong with a back-up or its key is said in a sentence, before anything is changed."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pyrage
import pytest
from django.db import OperationalError, connection

from samklang.cli.installation import archive
from samklang.cli.installation.archive import Backup, opened, sealed
from samklang.cli.installation.tables import TableRows
from samklang.cli.main import main
from samklang.records.people.services.erasure_ledger import LedgerMark, ledger_mark

pytestmark = pytest.mark.django_db
IDENTITY = pyrage.x25519.Identity.generate()
OTHER = pyrage.x25519.Identity.generate()
TABLE = TableRows("people_user", ("id",), 0, "0" * 64, b"")
BACKUP = Backup(
    "0.1", "2026-11-26T04:00:00+00:00", "sqlite", (("people", "0001_initial"),), ledger_mark(0), {}, (TABLE,)
)


def restore(folder: Path, content: bytes, identity: str = str(IDENTITY), *more: str) -> int:
    """The exit code of restoring a file with that content."""
    (folder / "kept.age").write_bytes(content)
    (folder / "offline.key").write_text(f"{identity}\n")
    return main(["restore", str(folder / "kept.age"), "--identity", str(folder / "offline.key"), *more])


def kept(backup: Backup = BACKUP) -> bytes:
    return sealed(backup, [IDENTITY.to_public()])


def test_what_is_sealed_is_what_is_opened() -> None:
    assert opened(kept(), [OTHER, IDENTITY]) == BACKUP


def test_two_keys_each_open_it() -> None:
    content = sealed(BACKUP, [IDENTITY.to_public(), OTHER.to_public()])
    assert [opened(content, [key]) for key in (IDENTITY, OTHER)] == [BACKUP, BACKUP]


def test_another_key_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert restore(tmp_path, kept(), str(OTHER)) == 1
    assert capsys.readouterr().err == (
        f"{tmp_path}/offline.key: isn't the key to {tmp_path}/kept.age; nothing was changed\n"
    )


def test_no_byte_of_a_back_up_can_be_changed_or_cut_off() -> None:
    content = kept()
    refused = 0
    for spoiled in (content[:-1], content[:200], content + b"x", b"", b"not a back-up"):
        with pytest.raises((archive.UnreadableInput, archive.WrongKey)):
            opened(spoiled, [IDENTITY])
        refused += 1
    for at in range(0, len(content), 97):
        with pytest.raises((archive.UnreadableInput, archive.WrongKey)):
            opened(content[:at] + bytes([content[at] ^ 1]) + content[at + 1 :], [IDENTITY])
        refused += 1
    assert refused == 5 + len(range(0, len(content), 97))


def test_a_damaged_file_is_unreadable(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert restore(tmp_path, kept()[:-1]) == 2
    assert capsys.readouterr().err.startswith(f"{tmp_path}/kept.age: is damaged (")


def test_rows_that_are_not_what_the_manifest_says_are_damage() -> None:
    content = pyrage.decrypt(kept(), [IDENTITY]).replace(b'"rows": 0', b'"rows": 9')
    with pytest.raises(archive.UnreadableInput, match="isn't what its manifest says"):
        opened(pyrage.encrypt(content, [IDENTITY.to_public()]), [IDENTITY])


@pytest.mark.parametrize(
    "backup",
    [
        replace(BACKUP, version="9.0", migrations=(("people", "0001_initial"), ("people", "0999_later"))),
        replace(BACKUP, version="9.0", migrations=(("weather", "0001_initial"),)),
    ],
    ids=["a later change", "a word we haven't got"],
)
def test_a_newer_version_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str], backup: Backup) -> None:
    assert restore(tmp_path, kept(backup)) == 1
    assert "was made by Samklang 9.0, which is newer" in capsys.readouterr().err


def test_a_newer_way_of_writing_them_is_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(archive, "FORMAT", 2)
    content = kept()
    monkeypatch.undo()
    assert (restore(tmp_path, content), "newer Samklang" in capsys.readouterr().err) == (1, True)


def test_a_back_up_whose_ledger_is_not_here_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    beside_another = replace(BACKUP, erasures=LedgerMark(0, "f" * 64))
    assert restore(tmp_path, kept(beside_another)) == 1
    assert "would come back" in capsys.readouterr().err
    assert restore(tmp_path, kept(replace(BACKUP, erasures=LedgerMark(10_000, "f" * 64)))) == 1


@pytest.mark.parametrize("text", ["", "AGE-SECRET-KEY-1NONSENSE", "age1xyz"])
def test_a_key_file_without_a_key_is_unreadable(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], text: str
) -> None:
    assert restore(tmp_path, kept(), text) == 2
    assert capsys.readouterr().err.startswith(f"{tmp_path}/offline.key")


def test_files_that_are_not_there_are_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["restore", str(tmp_path / "none.age"), "--identity", "none.key"]) == 2
    assert capsys.readouterr().err == f"{tmp_path}/none.age: there is no such file\n"


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ([], "no public key: say --recipient age1…"),
        (["--recipient", "age1nonsense"], "--recipient age1nonsense: isn't a public age key"),
        (["--recipient", str(IDENTITY)], "--recipient: is a secret key"),
    ],
    ids=["none", "nonsense", "the secret one"],
)
def test_a_back_up_without_a_public_key_is_not_made(
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    given: list[str],
    said: str,
) -> None:
    monkeypatch.delenv("SAMKLANG_BACKUP_RECIPIENT", raising=False)
    assert main(["backup", "--to", str(tmp_path / "kept.age"), *given]) == 2
    told = capsys.readouterr().err
    assert (told.startswith(said), str(IDENTITY) in told, list(tmp_path.iterdir())) == (True, False, [])


@pytest.mark.only_on("sqlite")  # a server's database is always somewhere
def test_where_there_is_no_database_none_is_made(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(connection.settings_dict, "NAME", str(tmp_path / "none.sqlite3"))
    for command in (["backup", "--to", str(tmp_path), "--recipient", str(IDENTITY.to_public())], ["erase", "tidy"]):
        assert main(command) == 2
        assert capsys.readouterr().err.startswith(f"database: there is no file {tmp_path}/none.sqlite3")
    assert list(tmp_path.iterdir()) == []


def test_a_new_key_opens_what_is_made_for_it_and_is_never_written_over(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "offline.key"
    assert main(["backup", "--new-key", str(file), "--json"]) == 0
    public = json.loads(capsys.readouterr().out)["public_key"]
    content = sealed(BACKUP, [pyrage.x25519.Recipient.from_str(public)])
    identity = pyrage.x25519.Identity.from_str(file.read_text().splitlines()[-1])
    assert (opened(content, [identity]), file.stat().st_mode & 0o777) == (BACKUP, 0o600)
    before = file.read_text()
    assert main(["backup", "--new-key", str(file)]) == 2
    assert file.read_text() == before


def test_a_folder_that_is_not_there_is_no_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["backup", "--to", f"{tmp_path}/gone/", "--recipient", str(IDENTITY.to_public())]) == 2
    assert capsys.readouterr().err == f"--to {tmp_path}/gone/: there is no such folder\n"
    assert list(tmp_path.iterdir()) == []


def test_a_database_that_others_hold_on_to_is_said(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def locked(**_given: object) -> None:
        raise OperationalError("database is locked")

    for reached in ("reach_installation", "check_migrated"):
        monkeypatch.setattr(f"samklang.cli.commands.erase.{reached}", lambda: None)
    monkeypatch.setattr("samklang.records.initiative.services.erase_person", locked)
    assert main(["erase", "account", "kim@example.org"]) == 2
    assert capsys.readouterr().err == "database: can't take it (database is locked); nothing was changed\n"
