"""A restored database takes the place of the one there in one write, whoever has that one open."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from django.db import connection

from samklang.cli.installation.place import copy_over, stands_there
from samklang.methods.kernel.findings import UnreadableInput


def made(file: Path, *words: str) -> Path:
    with closing(sqlite3.connect(file)) as database:
        database.execute("PRAGMA journal_mode=WAL")
        database.execute("CREATE TABLE said (word TEXT)")
        database.executemany("INSERT INTO said VALUES (?)", [(word,) for word in words])
        database.commit()
    return file


def said(database: sqlite3.Connection) -> list[str]:
    return [word for (word,) in database.execute("SELECT word FROM said ORDER BY word")]


def test_who_has_the_database_open_reads_the_restored_one_next(tmp_path: Path) -> None:
    there, draft = made(tmp_path / "there", "before", "erased"), made(tmp_path / "draft", "after")
    with closing(sqlite3.connect(there)) as server:
        assert said(server) == ["before", "erased"]
        copy_over(draft, there)
        assert said(server) == ["after"]
        assert [b"erased" in file.read_bytes() for file in sorted(tmp_path.glob("there*"))] == [False, False, False]


def test_it_is_made_where_nothing_stands(tmp_path: Path) -> None:
    copy_over(made(tmp_path / "draft", "after"), tmp_path / "there")
    with closing(sqlite3.connect(tmp_path / "there")) as database:
        assert said(database) == ["after"]


@pytest.mark.django_db
@pytest.mark.only_on("sqlite")  # a server looks after its own files
def test_a_damaged_database_is_said_with_the_way_out(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    file = tmp_path / "there.sqlite3"
    file.write_text("burnt")
    other = connection.copy()
    other.settings_dict["NAME"] = str(file)
    monkeypatch.setattr("samklang.cli.installation.place.connection", other)
    with pytest.raises(UnreadableInput, match=f"move {file}, {file}-wal and {file}-shm away and restore again"):
        stands_there()
