"""The whole drill: fill, back up, erase, restore into nothing, restore an older back-up; on both databases."""

from __future__ import annotations

import gzip
import json
import stat
from pathlib import Path
from typing import Any

import pyrage
import pytest

from samklang.cli.installation.archive import opened

Drilled = dict[str, Any]
# One process makes the machines; the tests only look at what they saw.
pytestmark = pytest.mark.xdist_group("drill")


def test_what_is_restored_is_what_was_backed_up(drilled: Drilled) -> None:
    kept = drilled["first"]["new"]["told"]
    restored, again = drilled["second"]["restored"], drilled["second"]["again"]["told"]
    assert (restored["code"], restored["told"]["rows"], restored["told"]["migrations"]) == (0, kept["rows"], 0)
    assert {restored["told"]["content_hash"], again["content_hash"]} == {kept["content_hash"]}


def test_what_breaks_off_half_way_changes_nothing(drilled: Drilled) -> None:
    said, after = drilled["second"]["still"]
    assert (said, after["told"]["content_hash"]) == ("broke off", drilled["first"]["new"]["told"]["content_hash"])


def test_a_back_up_of_the_version_before_is_brought_up_to_this_one(drilled: Drilled) -> None:
    old, over = drilled["first"]["old"]["told"], drilled["second"]["over"]
    assert (over["code"], over["told"]["content_hash"], over["told"]["migrations"]) == (0, old["content_hash"], 1)
    assert old["content_hash"] != drilled["first"]["new"]["told"]["content_hash"]


def test_nobody_who_was_erased_comes_back_with_an_older_back_up(drilled: Drilled) -> None:
    assert drilled["second"]["over"]["told"]["erased_again"] == 3
    assert drilled["second"]["canary"] == [True, False]


def test_of_who_is_erased_no_row_and_no_byte_is_left_and_a_rehearsal_changes_nothing(drilled: Drilled) -> None:
    assert drilled["first"]["erased"] == [0, 0, 0]
    assert drilled["first"]["canary"] == [True, True, False]


def test_a_rehearsal_says_what_would_go(drilled: Drilled) -> None:
    told = drilled["first"]["rehearsed"]["told"]
    assert told["dry_run"] is True
    assert [(row["initiative"], row["table"], row["what"], row["rows"]) for row in told["erased"]] == [
        ("ekbacken", "initiative.membership", "gone", 1),
        ("ekbacken", "initiative.partner", "changed", 1),
        ("", "people.accountevent", "gone", 1),
        ("", "people.user", "changed", 1),
    ]


def test_who_is_nobody_or_the_last_is_said(drilled: Drilled) -> None:
    assert drilled["first"]["refused"] == [
        [1, None, "account: nobody there is called ingen@example.org; nothing was changed\n"],
        [1, None, "Ekbacken has nobody else who leads its process. Give somebody else that role first.\n"],
        [1, None, "participant: nobody there is called Lilla Kanarie; nothing was changed\n"],
        [1, None, "The name stands nowhere in what the initiative has written.\n"],
        [1, None, "--initiative ingenstans: there is none; nothing was changed\n"],
    ]
    assert drilled["first"]["tidy"] == 0


def test_a_full_database_is_not_written_over_unless_it_is_named(drilled: Drilled) -> None:
    refused = drilled["second"]["refused"]
    assert (refused["code"], refused["told"]) == (1, None)
    assert "isn't empty" in refused["said"]


def test_a_machine_without_a_ledger_says_who_might_be_back(drilled: Drilled) -> None:
    assert "No erasure ledger stands at" in drilled["second"]["restored"]["said"]


def test_a_back_up_sees_one_moment_and_lets_others_write(drilled: Drilled) -> None:
    before, during, after = drilled["first"]["writer"]
    assert (before > 0, during, after) == (True, 0, 1)


def test_a_number_that_was_given_out_is_not_given_out_again(drilled: Drilled) -> None:
    """The last account of the first machine was taken away; its number may stand in somebody's notes."""
    assert drilled["second"]["next_account"] == 4


def test_a_back_up_is_for_its_owner_only_and_is_remembered(drilled: Drilled) -> None:
    made = drilled["first"]["old"]["told"]
    assert stat.S_IMODE(Path(made["file"]).stat().st_mode) == 0o600
    assert drilled["first"]["noted"] == [made["file"]]


def test_a_back_up_tells_nothing_without_the_key(drilled: Drilled) -> None:
    content = Path(drilled["first"]["new"]["told"]["file"]).read_bytes()
    assert (b"anarie" in content, b"ekbacken" in content, content[:22]) == (False, False, b"age-encryption.org/v1\n")


def test_the_order_in_which_people_answered_is_nowhere_in_a_back_up(drilled: Drilled) -> None:
    """The tables hold it while a wave is open; a copy of their files would carry it away."""
    content = Path(drilled["first"]["new"]["told"]["file"]).read_bytes()
    backup = opened(content, [pyrage.x25519.Identity.from_str(drilled["identity"])])
    [answers] = [table for table in backup.tables if table.name == "measurement_response"]
    keys = [json.loads(line)[answers.columns.index("key")] for line in gzip.decompress(answers.content).splitlines()]
    assert [key[-1] for key in keys] == ["1", "2", "3"]
