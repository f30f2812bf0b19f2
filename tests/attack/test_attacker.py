"""The attacker on the whole demo: reads everything as everybody, and looks for what depends on an answer."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import Any

import pytest
from django.apps import apps
from django.core.management import call_command
from django.db.models import CharField, Model, TextField
from tests.attack.crawl import crawl_all
from tests.pages.respond.survey_factory import full_answer, new_key, new_wave
from tests.personas import new_initiative
from tests.thread import whole_thread

from samklang.cli.main import main
from samklang.demo.build import build_place
from samklang.demo.personas import PERSONAS, Persona
from samklang.records.initiative.models import Initiative
from samklang.records.initiative.models.scoped import InitiativeRef, Scoped, writing_in
from samklang.records.initiative.queries import initiative_by_id
from samklang.records.measurement.enums import WaveState
from samklang.records.measurement.models import Release, Response, Wave
from samklang.records.measurement.queries import release_names
from samklang.records.measurement.services import answer_wave
from samklang.records.measurement.services.survey import allowed_codes, asked_questions
from samklang.records.people.permissions import anonymous

pytestmark = [pytest.mark.django_db, pytest.mark.xdist_group("attack")]  # one worker builds the place once
CANARY = "kanariefågel"
SEES_MOST: tuple[Persona | None, ...] = (PERSONAS[0], None)
EVERYBODY: tuple[Persona | None, ...] = (*PERSONAS, None)
Pages = dict[tuple[str, str], bytes]


@pytest.fixture(scope="module")
def demo(django_db_setup: None, django_db_blocker: Any) -> Iterator[None]:
    """The demo place, and beside it another initiative full of canaries; built once for this file."""
    with django_db_blocker.unblock():
        build_place()
        add_canaries()
        yield
        call_command("flush", interactive=False, verbosity=0)


@pytest.fixture(scope="module")
def pages(demo: None, django_db_blocker: Any) -> Iterator[Pages]:
    """What those who see most can read before anything is tried."""
    with django_db_blocker.unblock():
        yield crawl_all(SEES_MOST, briefly=True)


def add_canaries() -> None:
    """An initiative with a whole thread and answers, each of whose texts is a word found nowhere else."""
    other = new_initiative("kanarieholmen")
    Initiative.objects.filter(pk=other.id).update(is_public=False)
    whole_thread(other)
    wave = new_wave(other, code="kan123")
    answer_wave(initiative=other, actor=anonymous(), wave_id=wave.pk, key=new_key(), answer=full_answer(wave))
    with writing_in(other):
        for model in apps.get_models():
            if issubclass(model, Scoped):
                _fill(model, other)


def _fill(model: type[Model], initiative: InitiativeRef) -> None:
    """Put a canary in every free text of a table's rows."""
    for field in model._meta.get_fields():
        if not isinstance(field, CharField | TextField) or field.choices or (field.max_length or 99) < 40:
            continue
        for row in model.objects.within(initiative):  # type: ignore[attr-defined]
            text = f"{CANARY}-{model.__name__}-{field.name}-{row.pk}"[: field.max_length]
            model.objects.within(initiative).filter(pk=row.pk).update(**{field.name: text})  # type: ignore[attr-defined]


def flip_every_answer(seed: int) -> int:
    """Give every closed wave other answers, of which the stored buckets know nothing; how many were changed."""
    rng, changed = Random(seed), 0
    for wave in Wave.objects.across("the attacker owns the disk").filter(state=WaveState.CLOSED):
        initiative = initiative_by_id(wave.initiative_id)
        with writing_in(initiative):
            for row in Response.objects.within(initiative).filter(wave_id=wave.pk):
                asked = {one["id"]: one for one in asked_questions(wave.content, row.language, row.consent_age_band)}
                codes = {name: sorted(allowed_codes(one, row.language)) for name, one in asked.items()}
                row.changed(answers={name: rng.choice(codes[name]) for name in row.answers})
                changed += 1
    return changed


def answer_the_open_wave(times: int) -> None:
    """Some more people answer the demo's open wave, each in their own way."""
    wave = Wave.objects.across("the attacker answers too").get(code="ljung3")
    for place in range(times):
        answer = full_answer(wave, lives_here="yes" if place % 2 else "no")
        answer_wave(
            initiative=initiative_by_id(wave.initiative_id),
            actor=anonymous(),
            wave_id=wave.pk,
            key=new_key(),
            answer=answer,
        )


def differing(before: Pages, after: Pages) -> list[tuple[str, str]]:
    """Who reads something else where."""
    return sorted(place for place in before.keys() | after.keys() if before.get(place) != after.get(place))


def test_the_crawl_reaches_the_results_and_the_reports(pages: Pages) -> None:
    addresses = {address for _, address in pages}
    assert {address.split("/")[3] for address in addresses if address.startswith("/i/ljungvalla/")} >= {
        "results",
        "measurement",
        "value",
        "publishing",
        "activities",
        "process",
        "agenda",
    }
    assert any(address.endswith("/pdf/") for address in addresses)
    assert len(pages) > 40


def test_nothing_of_another_initiative_is_found_anywhere(pages: Pages) -> None:
    assert [place for place, body in pages.items() if CANARY.encode() in body] == []


def test_no_page_or_file_changes_when_every_stored_answer_does(pages: Pages) -> None:
    """Everything is told from the buckets of the manifest, so two worlds with the same buckets look alike."""
    assert flip_every_answer(1) > 600
    assert differing(pages, crawl_all(SEES_MOST, briefly=True)) == []


def test_no_page_or_file_changes_when_more_people_answer_an_open_wave(pages: Pages) -> None:
    answer_the_open_wave(1)
    assert differing(pages, crawl_all(SEES_MOST, briefly=True)) == []


def test_everything_published_about_every_wave_is_taken_out_and_found_safe(demo: None, tmp_path: Path) -> None:
    names = release_names()
    for row in names:
        file = tmp_path / f"{row.code}.json"
        assert main(["release", "audit-input", row.code, "--out", str(file)]) == 0
        assert main(["audit", str(file), "--out", str(tmp_path / "found")]) == 0
    assert len(names) == Release.objects.across("all of them").count()


def test_every_stored_bucket_stands_in_the_audit_input(demo: None, capsys: pytest.CaptureFixture[str]) -> None:
    row = next(row for row in release_names() if row.code == "vt26up")
    assert main(["release", "audit-input", row.hash[:12]]) == 0
    taken = json.loads(capsys.readouterr().out)
    manifest = Release.objects.within(row.initiative).get(wave_id=row.wave_id).manifest
    stored = [held for cell in manifest["cells"] for rows in cell["buckets"].values() for held in rows]
    assert sorted([one["lo"], one["hi"]] for one in taken["statements"]) == sorted(stored)
    assert sorted(taken) == ["answers", "coalition", "derived", "people", "plan", "questions", "statements"]
    assert {tuple(sorted(one)) for one in taken["derived"]} == {("inputs", "rounding")}


@pytest.mark.long
def test_nobody_at_all_reads_anything_that_depends_on_an_answer(demo: None) -> None:
    before = crawl_all(EVERYBODY)
    assert [place for place, body in before.items() if CANARY.encode() in body] == []
    flip_every_answer(2)
    answer_the_open_wave(1)
    assert differing(before, crawl_all(EVERYBODY)) == []
