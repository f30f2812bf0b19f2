"""The audit input leaves only when two people have granted it to an evaluator, and the taking is written down."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone, translation
from tests.pages.respond.survey_factory import full_answer, new_wave
from tests.personas import member, new_initiative

from samklang.cli.main import main
from samklang.records.initiative.enums import Role
from samklang.records.initiative.models import AuditEvent
from samklang.records.initiative.models.scoped import InitiativeRef, writing_in
from samklang.records.measurement.enums import ConsentHow
from samklang.records.measurement.models import AuditGrant
from samklang.records.measurement.queries import find_release, release_names
from samklang.records.measurement.services import close_wave, grant_audit_input, store_answers
from samklang.records.measurement.services.take_audit_input import take_audit_input
from samklang.records.people.permissions import Actor, NotAllowed, Refused, system

pytestmark = pytest.mark.django_db


def released(code: str = "ek4829") -> tuple[InitiativeRef, int]:
    """An initiative with a wave that nine people answered and that is closed."""
    initiative = new_initiative()
    wave = new_wave(initiative, code)
    with writing_in(initiative):
        wave.changed(plan={"k": 8, "coalition": 1, "axes": []})
    answers = [full_answer(wave)] * 9
    store_answers(initiative=initiative, actor=system(), wave_id=wave.pk, answers=answers, how=ConsentHow.PAPER)
    assert close_wave(initiative=initiative, actor=system(), wave_id=wave.pk) is not None
    return initiative, wave.pk


def granted(initiative: InitiativeRef, actor: Actor, wave_id: int, evaluator: Actor) -> bool:
    assert evaluator.user_id is not None
    return grant_audit_input(initiative=initiative, actor=actor, wave_id=wave_id, evaluator_id=evaluator.user_id)


@pytest.fixture(autouse=True)
def in_english() -> Iterator[None]:
    with translation.override("en"):
        yield


@pytest.fixture
def outside_the_demo(settings: Any) -> None:
    settings.DEMO_MODE = False


@pytest.mark.usefixtures("outside_the_demo")
def test_it_takes_two_people() -> None:
    initiative, wave = released()
    evaluator = member(initiative, Role.EVALUATOR)
    leader, council = member(initiative, Role.PROCESS_LEADER), member(initiative, Role.RESIDENT_COUNCIL)
    with pytest.raises(Refused, match="Two people have to grant it"):
        take_audit_input(initiative=initiative, actor=system(), wave_id=wave)
    assert granted(initiative, leader, wave, evaluator) is False
    with pytest.raises(Refused, match="You have already said yes"):
        granted(initiative, leader, wave, evaluator)
    with pytest.raises(Refused, match="Two people have to grant it"):
        take_audit_input(initiative=initiative, actor=system(), wave_id=wave)
    assert granted(initiative, council, wave, evaluator) is True
    taken = take_audit_input(initiative=initiative, actor=system(), wave_id=wave)
    assert (len(taken["people"]), taken["plan"]) == (9, {"k": 8, "coalition": 1, "width": 3})
    verbs = AuditEvent.objects.within(initiative).values_list("verb", flat=True)
    assert sorted(verb for verb in verbs if "audit_input" in verb) == [
        "grant_audit_input",
        "grant_audit_input",
        "take_audit_input",
    ]


@pytest.mark.usefixtures("outside_the_demo")
def test_a_grant_ends_after_thirty_days() -> None:
    initiative, wave = released()
    evaluator = member(initiative, Role.EVALUATOR)
    for role in (Role.PROCESS_LEADER, Role.STEERING_GROUP):
        granted(initiative, member(initiative, role), wave, evaluator)
    row = AuditGrant.objects.within(initiative).get()
    assert row.until == timezone.localdate() + timedelta(days=30)
    with writing_in(initiative):
        row.changed(until=timezone.localdate() - timedelta(days=1))
    with pytest.raises(Refused):
        take_audit_input(initiative=initiative, actor=system(), wave_id=wave)


def test_only_those_who_answer_for_the_initiative_grant_and_only_to_an_evaluator() -> None:
    initiative, wave = released()
    evaluator, leader = member(initiative, Role.EVALUATOR), member(initiative, Role.PROCESS_LEADER)
    for actor in (evaluator, member(initiative, Role.FUNDER), member(initiative, Role.ADMIN), system()):
        with pytest.raises(NotAllowed):
            granted(initiative, actor, wave, evaluator)
    with pytest.raises(Refused, match="only be granted to an evaluator"):
        granted(initiative, leader, wave, member(initiative, Role.PARTNER_MEMBER))
    with pytest.raises(Refused, match="grant it to yourself"):
        granted(initiative, leader, wave, leader)
    with pytest.raises(NotAllowed):
        granted(initiative, leader, wave + 1, evaluator)
    assert AuditGrant.objects.within(initiative).count() == 0


def test_nobody_takes_it_but_the_command_line_and_only_of_a_release() -> None:
    initiative, wave = released()
    with pytest.raises(NotAllowed):
        take_audit_input(initiative=initiative, actor=member(initiative, Role.EVALUATOR), wave_id=wave)
    with pytest.raises(NotAllowed):
        take_audit_input(initiative=initiative, actor=system(), wave_id=wave + 1)


def test_in_the_demo_it_is_free_and_written_down_all_the_same() -> None:
    initiative, wave = released()
    take_audit_input(initiative=initiative, actor=system(), wave_id=wave)
    assert AuditEvent.objects.within(initiative).filter(verb="take_audit_input").count() == 1


def test_a_release_is_named_by_its_waves_code_or_the_beginning_of_its_hash() -> None:
    released()
    (row,) = release_names()
    assert [find_release(name) for name in ("ek4829", row.hash, row.hash[:8])] == [row, row, row]
    for name in ("ek482", row.hash[:7], ""):
        with pytest.raises(NotAllowed):
            find_release(name)


def test_an_unknown_name_is_told_with_the_names_there_are(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["release", "audit-input", "ek4829"]) == 2
    assert capsys.readouterr().err == "RELEASE ek4829: names no release; no wave has been released yet\n"
    released()
    assert main(["release", "audit-input", "nothing"]) == 2
    told = capsys.readouterr().err.splitlines()
    assert told[0] == "RELEASE nothing: names no release; there are:"
    assert told[1].split()[0] == "ek4829"


@pytest.mark.usefixtures("outside_the_demo")
def test_without_a_grant_the_command_refuses_and_writes_nothing(
    tmp_path: Any, capsys: pytest.CaptureFixture[str]
) -> None:
    released()
    assert main(["release", "audit-input", "ek4829", "--out", str(tmp_path / "x.json")]) == 1
    assert "Two people have to grant it" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


def test_the_database_itself_refuses_one_person_twice() -> None:
    initiative, wave = released()
    evaluator, leader = member(initiative, Role.EVALUATOR), member(initiative, Role.PROCESS_LEADER)
    granted(initiative, leader, wave, evaluator)
    for second in (leader, evaluator):
        with pytest.raises(IntegrityError), transaction.atomic(), writing_in(initiative):
            AuditGrant.objects.within(initiative).update(second_by_id=second.user_id)
