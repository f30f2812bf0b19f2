"""Two decisions stored at the same moment get a number each, on SQLite and on PostgreSQL."""

from __future__ import annotations

import sqlite3
import threading
from pathlib import Path
from typing import Any

import pytest
from django.db import connection, connections
from tests.personas import new_initiative
from tests.thread import decided, whole_thread

from samklang.records.initiative.models.scoped import InitiativeRef
from samklang.records.people.permissions import system
from samklang.records.process.queries import decisions

AT_ONCE = 4


@pytest.fixture
def shared_by_threads(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Any:
    """Lets other threads write where the test does: a database in memory is copied to a file for them."""

    def ready() -> None:
        if connection.vendor != "sqlite":
            return
        file = tmp_path / "threads.sqlite3"
        with sqlite3.connect(file) as copy:
            connection.connection.backup(copy)
        monkeypatch.setitem(connections.settings["default"], "NAME", str(file))

    return ready


def all_at_once(initiative: InitiativeRef, loop: int) -> tuple[list[int], list[int], list[BaseException]]:
    """So many decisions from a thread each, begun together: the numbers given, those stored, what went wrong."""
    start = threading.Barrier(AT_ONCE)
    given: list[int] = []
    stored: list[list[int]] = []
    wrong: list[BaseException] = []

    def store() -> None:
        try:
            start.wait(20)
            given.append(decided(initiative, loop))
            stored.append([row.number for row in decisions(initiative=initiative, actor=system())])
        except BaseException as error:
            wrong.append(error)
        finally:
            connections.close_all()

    threads = [threading.Thread(target=store) for _one in range(AT_ONCE)]
    for one in threads:
        one.start()
    for one in threads:
        one.join(60)
    return sorted(given), sorted(max(stored, key=len, default=[])), wrong


@pytest.mark.django_db(transaction=True)
def test_decisions_stored_at_the_same_moment_get_a_number_each(shared_by_threads: Any) -> None:
    initiative = new_initiative()
    thread = whole_thread(initiative)
    shared_by_threads()
    given, stored, wrong = all_at_once(initiative, thread.loop)
    assert (wrong, given, stored) == ([], [2, 3, 4, 5], [1, 2, 3, 4, 5])
