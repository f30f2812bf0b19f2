"""A restored database takes the place of the one there in one write, whoever has that one open."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from samklang.cli.installation.place import copy_over


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
