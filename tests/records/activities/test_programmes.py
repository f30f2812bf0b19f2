"""A programme starts only with its follow-up plan; what is held is known by counts."""

from __future__ import annotations

import pytest
from tests.personas import member
from tests.thread import DAY, Thread

from samklang.records.activities.queries import programme
from samklang.records.activities.services import (
    add_group,
    add_plan_step,
    end_programme,
    finish_plan_step,
    hold_session,
    plan_programme,
    record_output,
    start_programme,
)
from samklang.records.initiative.enums import Role
from samklang.records.initiative.models.scoped import InitiativeRef
from samklang.records.measurement.services import add_questionnaire, plan_follow_up
from samklang.records.people.permissions import NotAllowed, Refused, system
from samklang.records.process.queries import evidence

pytestmark = pytest.mark.django_db


def follow_up(initiative: InitiativeRef, programme_id: int, compared_with: str = "Med ingen") -> int:
    asked = add_questionnaire(initiative=initiative, actor=system(), title="Läget", items=["safe_01"])
    return plan_follow_up(
        initiative=initiative,
        actor=system(),
        programme_id=programme_id,
        questionnaire_id=asked,
        when="Före och efter",
        compared_with=compared_with,
        responsible="Backbone",
    )


def test_a_programme_without_a_follow_up_plan_does_not_start_and_nothing_is_half_written(
    initiative: InitiativeRef, thread: Thread
) -> None:
    with pytest.raises(Refused, match="ppföljning"):
        start_programme(initiative=initiative, actor=system(), programme_id=thread.programme)
    assert programme(initiative=initiative, actor=system(), programme_id=thread.programme).state == "planned"
    rows = evidence(initiative=initiative, actor=system())
    assert [row for row in rows if row.subject == f"programme:{thread.programme}"] == []


def test_with_a_follow_up_plan_it_starts_once_and_the_line_knows(initiative: InitiativeRef, thread: Thread) -> None:
    follow_up(initiative, thread.programme)
    start_programme(initiative=initiative, actor=system(), programme_id=thread.programme)
    with pytest.raises(Refused):
        start_programme(initiative=initiative, actor=system(), programme_id=thread.programme)
    rows = evidence(initiative=initiative, actor=system())
    kinds = [
        row.kind for row in rows if row.subject == f"programme:{thread.programme}" and row.loop_id == thread.loop
    ]
    assert kinds.count("programme_started") == 1


def test_a_follow_up_plan_says_what_it_compares_with_and_is_written_once(
    initiative: InitiativeRef, thread: Thread
) -> None:
    with pytest.raises(Refused):
        follow_up(initiative, thread.programme, compared_with=" ")
    follow_up(initiative, thread.programme)
    with pytest.raises(Refused):
        follow_up(initiative, thread.programme)


def test_nothing_is_held_in_a_programme_that_has_not_started_or_has_ended(
    initiative: InitiativeRef, thread: Thread
) -> None:
    held = {
        "initiative": initiative,
        "actor": system(),
        "programme_id": thread.programme,
        "title": "Öppet",
        "held_on": DAY,
        "attended": 12,
    }
    with pytest.raises(Refused):
        hold_session(**held)  # type: ignore[arg-type]
    follow_up(initiative, thread.programme)
    start_programme(initiative=initiative, actor=system(), programme_id=thread.programme)
    hold_session(**held)  # type: ignore[arg-type]
    with pytest.raises(Refused):
        hold_session(**{**held, "attended": -1})  # type: ignore[arg-type]
    end_programme(initiative=initiative, actor=system(), programme_id=thread.programme)
    with pytest.raises(Refused):
        hold_session(**held)  # type: ignore[arg-type]
    row = programme(initiative=initiative, actor=system(), programme_id=thread.programme)
    assert (row.attended, len(row.sessions), row.state) == (12, 1, "ended")


def test_an_activity_leader_writes_up_only_groups_they_lead(initiative: InitiativeRef, thread: Thread) -> None:
    leader = member(initiative, Role.ACTIVITY_LEADER)
    follow_up(initiative, thread.programme)
    start_programme(initiative=initiative, actor=system(), programme_id=thread.programme)
    mine, theirs = (
        add_group(initiative=initiative, actor=system(), name=name, leader_ids=ids, programme_id=thread.programme)
        for name, ids in (("Min", [leader.user_id or 0]), ("Deras", []))
    )
    held = {"initiative": initiative, "actor": leader, "programme_id": thread.programme, "title": "Möte"}
    assert hold_session(**held, held_on=DAY, attended=9, group_id=mine) > 0  # type: ignore[arg-type]
    with pytest.raises(NotAllowed):
        hold_session(**held, held_on=DAY, attended=9, group_id=theirs)  # type: ignore[arg-type]


def test_a_count_without_a_source_and_a_step_without_anybody_are_refused(
    initiative: InitiativeRef, thread: Thread
) -> None:
    base = {"initiative": initiative, "actor": system(), "programme_id": thread.programme}
    with pytest.raises(Refused):
        record_output(**base, what="samtal", count=3, source=" ", counted_on=DAY)  # type: ignore[arg-type]
    with pytest.raises(Refused):
        add_plan_step(**base, text="Byt lampor", by_whom="", due_on=DAY)  # type: ignore[arg-type]
    finish_plan_step(initiative=initiative, actor=system(), step_id=thread.step, done_on=DAY)
    row = programme(initiative=initiative, actor=system(), programme_id=thread.programme)
    assert [step.done_on for step in row.steps] == [DAY]


def test_a_programme_needs_a_working_group_and_an_end_after_its_start(
    initiative: InitiativeRef, thread: Thread
) -> None:
    base = {
        "initiative": initiative,
        "actor": system(),
        "loop_id": thread.loop,
        "name": "Ny",
        "purpose": "P",
        "starts_on": DAY,
        "ends_on": DAY,
        "working": {thread.partner: ""},
    }
    for wrong in ({"working": {}}, {"ends_on": DAY.replace(year=2020)}, {"name": "kvällsöppet"}):
        with pytest.raises(Refused):
            plan_programme(**{**base, **wrong})  # type: ignore[arg-type]
    with pytest.raises(NotAllowed):
        plan_programme(**{**base, "working": {999_999: ""}})  # type: ignore[arg-type]
