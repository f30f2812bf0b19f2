"""`samklang export json-stat`: only what anyone may read of a released wave, and the same whatever was answered."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from django.utils import translation
from tests.pages.respond.survey_factory import full_answer, new_wave
from tests.personas import member, new_initiative

from samklang.cli.main import main
from samklang.pages.components.drawing.numbers import percent
from samklang.pages.components.release_view import release_view
from samklang.records.initiative.enums import Role
from samklang.records.initiative.models import Initiative
from samklang.records.initiative.models.scoped import InitiativeRef, writing_in
from samklang.records.measurement.enums import ConsentHow
from samklang.records.measurement.models import Response
from samklang.records.measurement.queries import public_releases, release_names
from samklang.records.measurement.services import close_wave, store_answers, withdraw_release
from samklang.records.people.permissions import system

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def in_english() -> Iterator[None]:
    with translation.override("en"):
        yield


def released(residents: int = 40, others: int = 10, code: str = "ek4829") -> tuple[InitiativeRef, int]:
    """An open initiative whose area wave is closed: everybody answers the same but for the first few."""
    initiative = new_initiative()
    Initiative.objects.filter(pk=initiative.id).update(is_public=True)
    wave = new_wave(initiative, code)
    with writing_in(initiative):
        wave.changed(plan={"k": 8, "coalition": 1, "axes": ["lives_here"]})
    answers = [full_answer(wave)] * residents + [full_answer(wave, lives_here="no")] * others
    low = dict.fromkeys(answers[0].answers, 1)
    answers = [replace(each, answers=low) if place < 15 else each for place, each in enumerate(answers)]
    store_answers(initiative=initiative, actor=system(), wave_id=wave.pk, answers=answers, how=ConsentHow.PAPER)
    assert close_wave(initiative=initiative, actor=system(), wave_id=wave.pk) is not None
    return initiative, wave.pk


def exported(file: Path, *more: str, name: str = "ek4829") -> bytes:
    assert main(["export", "json-stat", name, "--out", str(file), *more]) == 0
    return file.read_bytes()


def test_the_areas_residents_are_told_of_by_their_number_and_nobody_else(tmp_path: Path) -> None:
    released()
    made = json.loads(exported(tmp_path / "a.json"))
    tables = [table["extension"]["table"] for table in made["link"]["item"]]
    assert (tables[:2], made["link"]["item"][0]["value"]) == (["people", "shares"], [30, 49])
    assert exported(tmp_path / "b.json", name=release_names()[0].hash[:8]) == exported(tmp_path / "c.json")


def test_its_figures_are_those_of_the_open_page(tmp_path: Path) -> None:
    initiative, _ = released()
    view = release_view(public_releases(initiative)[0], public=True)
    shares = json.loads(exported(tmp_path / "a.json", "--table", "shares", "--language", "en"))["value"]
    on_page = [
        percent(end)
        for one in view.questions
        for share in [one.told.sensitive_share]
        if share
        for end in (share.value, share.low, share.high)
    ]
    assert (view.level, [f"{share}%" for share in shares]) == ("classes", on_page)


def test_one_table_in_a_language_of_the_wave_is_printed(capsys: pytest.CaptureFixture[str]) -> None:
    released()
    assert main(["export", "json-stat", "ek4829", "--table", "people", "--language", "en"]) == 0
    assert json.loads(capsys.readouterr().out)["dimension"]["bound"]["label"] == "Number who answered"


def test_the_file_is_the_same_when_every_stored_answer_is_another(tmp_path: Path) -> None:
    """It is made of the manifest's buckets only, as the attacker asks of every page."""
    initiative, wave = released()
    before = exported(tmp_path / "before.json")
    with writing_in(initiative):
        for row in Response.objects.within(initiative).filter(wave_id=wave):
            row.changed(answers=dict.fromkeys(row.answers, 4))
    assert exported(tmp_path / "after.json") == before


@pytest.mark.parametrize("residents", [3, 8, 11])
def test_too_few_are_told_as_nothing_whether_few_or_fewer(residents: int, tmp_path: Path) -> None:
    released(residents)
    made = json.loads(exported(tmp_path / "a.json"))
    (people,) = made["link"]["item"]
    assert (people["value"], people["status"]) == ([None, None], {"0": "c", "1": "c"})
    assert len(people["note"]) == 1


def test_an_initiative_that_is_not_open_tells_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    initiative, _ = released()
    Initiative.objects.filter(pk=initiative.id).update(is_public=False)
    assert main(["export", "json-stat", "ek4829", "--out", str(tmp_path / "a.json")]) == 1
    assert capsys.readouterr().err.startswith("ekbacken: isn't open to the public")
    assert list(tmp_path.iterdir()) == []


def test_a_release_that_was_taken_back_tells_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    initiative, wave = released()
    leader = member(initiative, Role.PROCESS_LEADER)
    withdraw_release(initiative=initiative, actor=leader, wave_id=wave, reason="Fel frågor")
    assert main(["export", "json-stat", "ek4829"]) == 1
    told = capsys.readouterr()
    assert (told.out, told.err) == ("", "ek4829: this release has been taken back, so it isn't shown any more\n")


@pytest.mark.parametrize(
    ("more", "says"),
    [
        (["nothing"], "RELEASE nothing: names no release; there are:\n  ek4829  "),
        (
            ["ek4829", "--table", "words"],
            "--table words: there is no such table; there are people, shares, classes-1",
        ),
        (["ek4829", "--language", "fr"], "language 'fr': the wave was asked in "),
    ],
)
def test_what_there_is_not_is_two_with_what_there_is(
    more: list[str], says: str, capsys: pytest.CaptureFixture[str]
) -> None:
    released()
    assert main(["export", "json-stat", *more]) == 2
    told = capsys.readouterr()
    assert (told.out, told.err[: len(says)]) == ("", says)
