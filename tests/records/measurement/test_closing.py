"""Closing: once, by those who may, into a release or into nothing; and no answer comes after."""

from __future__ import annotations

import sys
from collections.abc import Iterator

import pytest
from django.utils import translation
from tests.pages.respond.survey_factory import full_answer, new_wave, stored_responses
from tests.personas import member, new_initiative

from samklang.methods.disclosure.auditor import AuditResult, Violation
from samklang.methods.disclosure.closing import Closing
from samklang.methods.disclosure.release import protect
from samklang.records.initiative.enums import Role
from samklang.records.initiative.models.scoped import InitiativeRef, writing_in
from samklang.records.measurement.enums import ConsentHow, WaveState
from samklang.records.measurement.models import Release, Wave
from samklang.records.measurement.permissions import view_of
from samklang.records.measurement.queries import releases
from samklang.records.measurement.services import close_wave, record_reading, store_answers
from samklang.records.measurement.services.close_wave import took_part
from samklang.records.people.permissions import NotAllowed, Refused, anonymous, system

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def in_english() -> Iterator[None]:
    with translation.override("en"):
        yield


@pytest.fixture
def initiative() -> InitiativeRef:
    return new_initiative()


def answered(initiative: InitiativeRef, people: int = 9, state: WaveState = WaveState.OPEN) -> Wave:
    """A wave so many people have answered."""
    wave = new_wave(initiative)
    with writing_in(initiative):
        wave.changed(plan={"k": 8, "coalition": 1, "axes": []})
    store(initiative, wave, people)
    if state != WaveState.OPEN:
        with writing_in(initiative):
            wave.changed(state=state)
    return wave


def store(initiative: InitiativeRef, wave: Wave, people: int) -> None:
    answers = [full_answer(wave)] * people
    store_answers(initiative=initiative, actor=system(), wave_id=wave.pk, answers=answers, how=ConsentHow.PAPER)


def test_a_closed_wave_has_one_release_and_new_keys(initiative: InitiativeRef) -> None:
    wave = answered(initiative)
    before = {row.pk for row in stored_responses(wave)}
    assert close_wave(initiative=initiative, actor=system(), wave_id=wave.pk) is not None
    after = {row.pk for row in stored_responses(wave)}
    assert (len(after), before & after) == (9, set())
    assert Release.objects.within(initiative).count() == 1


def test_a_release_that_gives_somebody_away_is_stopped_whole(
    initiative: InitiativeRef, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = AuditResult((Violation("certain", "safe_01", "c01", "all 9 are known"),), 0, 1)
    monkeypatch.setattr(
        sys.modules["samklang.records.measurement.services.close_wave"],
        "close",
        lambda rows, axes, questions, plan: Closing(protect(rows, axes, questions, plan), found),
    )
    wave = answered(initiative)
    assert close_wave(initiative=initiative, actor=system(), wave_id=wave.pk) is None
    assert Wave.objects.within(initiative).get(pk=wave.pk).state == WaveState.STOPPED
    assert releases(initiative=initiative, actor=system()) == []


def test_a_wave_is_closed_once_and_not_before_it_is_open(initiative: InitiativeRef) -> None:
    wave = answered(initiative, state=WaveState.PLANNED)
    with pytest.raises(Refused, match="not open yet"):
        close_wave(initiative=initiative, actor=system(), wave_id=wave.pk)
    with writing_in(initiative):
        wave.changed(state=WaveState.CLOSED)
    with pytest.raises(Refused, match="already closed"):
        close_wave(initiative=initiative, actor=system(), wave_id=wave.pk)


@pytest.mark.parametrize("state", [WaveState.PLANNED, WaveState.CLOSED, WaveState.STOPPED])
def test_a_wave_that_is_not_open_takes_no_answers_from_paper_either(
    initiative: InitiativeRef, state: WaveState
) -> None:
    wave = answered(initiative, state=state)
    with pytest.raises(Refused):
        store(initiative, wave, 1)
    assert len(stored_responses(wave)) == 9


def test_only_system_stores_many_answers_and_only_in_a_wave_that_exists(initiative: InitiativeRef) -> None:
    wave = answered(initiative)
    for actor in (anonymous(), member(initiative, Role.PROCESS_LEADER)):
        with pytest.raises(NotAllowed):
            store_answers(initiative=initiative, actor=actor, wave_id=wave.pk, answers=[], how=ConsentHow.PAPER)
    with pytest.raises(NotAllowed):
        store_answers(initiative=initiative, actor=system(), wave_id=wave.pk + 1, answers=[], how=ConsentHow.PAPER)


def test_an_unknown_wave_is_closed_to_everybody(initiative: InitiativeRef) -> None:
    with pytest.raises(NotAllowed):
        close_wave(initiative=initiative, actor=system(), wave_id=404)


def read(initiative: InitiativeRef, wave: Wave) -> None:
    record_reading(
        initiative=initiative,
        actor=system(),
        wave_id=wave.pk,
        question="",
        text="Det är mörkt.",
        next_step="",
        read_on=wave.closes_on,
    )


def test_a_reading_waits_for_the_release(initiative: InitiativeRef) -> None:
    wave = answered(initiative)
    with pytest.raises(Refused, match="Close the wave first"):
        read(initiative, wave)
    close_wave(initiative=initiative, actor=system(), wave_id=wave.pk)
    read(initiative, wave)
    (row,) = releases(initiative=initiative, actor=system())
    assert [reading.text for reading in row.readings] == ["Det är mörkt."]


@pytest.mark.parametrize(
    ("answers", "told"),
    [({}, "not_said"), ({"part_01": 97}, "not_said"), ({"part_01": 3}, "yes"), ({"part_01": 2}, "no")],
)
def test_taking_part_is_once_a_month_or_more(answers: dict[str, int], told: str) -> None:
    assert took_part(answers) == told


def test_who_is_nobody_here_sees_no_results(initiative: InitiativeRef) -> None:
    area = answered(initiative)
    group = Wave(initiative_id=initiative.id, population="group", group_id=1)
    stranger = member(new_initiative("annanstans"), Role.EVALUATOR)
    assert [view_of(stranger, initiative, wave) for wave in (area, group)] == [None, None]
    assert view_of(member(initiative, Role.FUNDER), initiative, area) == "public"
    assert view_of(member(initiative, Role.EVALUATOR), initiative, area) == "full"
