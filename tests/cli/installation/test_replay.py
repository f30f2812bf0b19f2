"""After a restore the ledger's names are looked for in every text, though it knows them by their hash only."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.conf import settings
from tests.personas import member, new_initiative
from tests.thread import listed

from samklang.cli.installation.replay import replay
from samklang.records.activities.queries import participants
from samklang.records.activities.services import add_group
from samklang.records.initiative.enums import Role, Sector
from samklang.records.initiative.models.scoped import InitiativeRef
from samklang.records.initiative.queries import partners
from samklang.records.initiative.services import add_partner
from samklang.records.people.permissions import system
from samklang.records.people.queries import every_account
from samklang.records.people.services.erasure_ledger import erasures_noted_after, held_ledger, note_erasure

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _ledger(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(settings, "ERASURE_LEDGER", tmp_path / "ledger.jsonl")
    with held_ledger():
        pass


@pytest.fixture
def initiative() -> InitiativeRef:
    return new_initiative()


def about(initiative: InitiativeRef, text: str) -> None:
    add_partner(initiative=initiative, actor=system(), name="Eken", sector=Sector.HOUSING, about=text)


def listed_in(initiative: InitiativeRef, group: str, name: str) -> int:
    """Somebody in a new group's list; the group."""
    number = add_group(initiative=initiative, actor=system(), name=group)
    listed(initiative, number, name)
    return number


@pytest.mark.parametrize(
    "text",
    [
        "Ring Bo Ek.",
        "(Bo Ek) svarar",
        "”bo  ek”",
        "Bo Eks kontor",
        "Bo Ek",
        "Hos J. Bo Ek, Eken",
        "Ida Alm/Bo Ek",
        "Ida Alm,Bo Ek,Eken",
    ],
)
def test_a_name_is_found_in_a_text_whatever_stands_around_it(initiative: InitiativeRef, text: str) -> None:
    about(initiative, text)
    note_erasure("name", str(initiative.id), "Bo Ek")
    note_erasure("name", str(initiative.id), "Någon Helt Annan")
    assert replay(erasures_noted_after(0)) == 1
    [row] = partners(initiative=initiative, actor=system())
    assert ("ek" in row.about.casefold().replace("eken", ""), "en person som har raderats" in row.about) == (
        False,
        True,
    )


def test_a_name_that_was_erased_in_one_initiative_stays_in_another(initiative: InitiativeRef) -> None:
    other = new_initiative("annanstans")
    about(other, "Ring Bo Ek.")
    note_erasure("name", str(initiative.id), "Bo Ek")
    assert replay(erasures_noted_after(0)) == 0
    assert [row.about for row in partners(initiative=other, actor=system())] == ["Ring Bo Ek."]


def test_of_two_called_alike_only_the_one_in_the_noted_group_goes(initiative: InitiativeRef) -> None:
    first, second = listed_in(initiative, "Tråden", "Sol"), listed_in(initiative, "Kvällen", "Sol")
    note_erasure("participant", str(first), "sol")
    note_erasure("name", str(initiative.id), "Sol")
    assert replay(erasures_noted_after(0)) == 1
    left = [participants(initiative=initiative, actor=system(), group_id=group) for group in (first, second)]
    assert [[row.name for row in rows] for rows in left] == [[], ["Sol"]]


def test_whoever_is_erased_goes_even_when_nobody_else_led_then(initiative: InitiativeRef) -> None:
    member(initiative, Role.PROCESS_LEADER)
    note_erasure("account", "process_leader@ekbacken.example")
    assert (replay(erasures_noted_after(0)), every_account(actor=system())) == (1, [])


def test_a_replay_writes_nothing_in_the_ledger(initiative: InitiativeRef) -> None:
    listed_in(initiative, "Tråden", "Sol")
    note_erasure("participant", "0", "Sol")
    before = settings.ERASURE_LEDGER.read_bytes()
    assert (replay(erasures_noted_after(1)), settings.ERASURE_LEDGER.read_bytes()) == (0, before)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("bo@x.se", "Skriv till <bo@x.se>, så"),
        ("أحمد علي", "قال وأحمد علي"),
        ("Siobhan O'Hara", "hos Siobhan O’Hara"),
        ("Bo E.", "hos Bo E., Eken"),
        ("Åsa Öst", "A\u030asa O\u0308st kom"),
        ("Bo 'Bosse' Ek", "ring Bo 'Bosse' Ek’s hus"),
    ],
)
def test_whatever_can_be_struck_is_found_again(initiative: InitiativeRef, name: str, text: str) -> None:
    about(initiative, text)
    note_erasure("name", str(initiative.id), name)
    assert replay(erasures_noted_after(0)) == 1
    [row] = partners(initiative=initiative, actor=system())
    assert "en person som har raderats" in row.about
