"""A name is kept only for who has said yes, is seen only by those who lead the group, and can be erased."""

from __future__ import annotations

import pytest
from tests.personas import member
from tests.thread import DAY, Thread, listed

from samklang.records.activities.enums import AgreedHow
from samklang.records.activities.models import Attendance, Participant
from samklang.records.activities.queries import participants, programme
from samklang.records.activities.services import (
    add_group,
    add_participant,
    change_session,
    forget_participant,
    hold_session,
    remove_session,
)
from samklang.records.initiative.enums import AgeBand, Role
from samklang.records.initiative.models import AuditEvent
from samklang.records.initiative.models.scoped import InitiativeRef
from samklang.records.people.permissions import Actor, NotAllowed, Refused, system
from samklang.records.process.queries import evidence

pytestmark = pytest.mark.django_db


@pytest.fixture
def leader(initiative: InitiativeRef, thread: Thread) -> tuple[Actor, int]:
    """A leader and the group they lead."""
    actor = member(initiative, Role.ACTIVITY_LEADER)
    group = add_group(
        initiative=initiative,
        actor=system(),
        name="Flickorna",
        leader_ids=[actor.user_id or 0],
        programme_id=thread.running,
    )
    return actor, group


def write(initiative: InitiativeRef, actor: Actor, group: int, agreed: bool = True) -> int:
    return add_participant(
        initiative=initiative,
        actor=actor,
        group_id=group,
        name="Myran",
        age_band=AgeBand.TEEN_OLDER,
        language="ar",
        how=AgreedHow.PAPER,
        agreed=agreed,
        agreed_on=DAY,
    )


def test_without_a_yes_no_name_is_kept(initiative: InitiativeRef, leader: tuple[Actor, int]) -> None:
    actor, group = leader
    with pytest.raises(Refused):
        write(initiative, actor, group, agreed=False)
    assert participants(initiative=initiative, actor=actor, group_id=group) == []


def test_the_consent_stands_with_the_name(initiative: InitiativeRef, leader: tuple[Actor, int]) -> None:
    actor, group = leader
    row = Participant.objects.within(initiative).get(pk=write(initiative, actor, group))
    kept = (row.consent_version, row.consent_language, row.consent_age_band, row.consent_how)
    assert kept == ("attendance-2026-11-25", "ar", "15-17", "paper")


@pytest.mark.parametrize("role", [role for role in Role if role not in (Role.PROCESS_LEADER, Role.ACTIVITY_LEADER)])
def test_nobody_who_does_not_lead_the_group_sees_its_list(
    initiative: InitiativeRef, leader: tuple[Actor, int], role: Role
) -> None:
    actor, group = leader
    write(initiative, actor, group)
    with pytest.raises(NotAllowed):
        participants(initiative=initiative, actor=member(initiative, role, "annan"), group_id=group)


def test_a_leader_of_another_group_neither_sees_nor_erases(
    initiative: InitiativeRef, thread: Thread, leader: tuple[Actor, int]
) -> None:
    actor, _group = leader
    with pytest.raises(NotAllowed):
        participants(initiative=initiative, actor=actor, group_id=thread.group)
    with pytest.raises(NotAllowed):
        forget_participant(
            initiative=initiative, actor=actor, group_id=thread.group, participant_id=thread.participant
        )


def test_who_changes_their_mind_is_erased_and_the_count_stays(initiative: InitiativeRef, thread: Thread) -> None:
    given = {"initiative": initiative, "actor": system(), "group_id": thread.group}
    forget_participant(**given, participant_id=thread.participant)
    assert (participants(**given), Attendance.objects.within(initiative).count()) == ([], 0)
    held = programme(initiative=initiative, actor=system(), programme_id=thread.running).sessions
    assert [one.attended for one in held] == [9]


def test_the_trail_never_tells_who_stands_in_a_list(initiative: InitiativeRef, thread: Thread) -> None:
    forget_participant(
        initiative=initiative, actor=system(), group_id=thread.group, participant_id=thread.participant
    )
    told = AuditEvent.objects.within(initiative).filter(verb__in=("add_participant", "forget_participant"))
    assert {(row.subject_kind, row.title) for row in told} == {("group", "")}


def test_more_names_than_people_is_refused(initiative: InitiativeRef, thread: Thread) -> None:
    second = listed(initiative, thread.group, "Sven")
    with pytest.raises(Refused, match="2"):
        change_session(
            initiative=initiative,
            actor=system(),
            session_id=thread.session,
            title="Träff",
            held_on=DAY,
            attended=1,
            came=[thread.participant, second],
        )


def test_only_those_in_the_groups_own_list_are_ticked_off(
    initiative: InitiativeRef, thread: Thread, leader: tuple[Actor, int]
) -> None:
    actor, group = leader
    given = {"title": "Träff", "held_on": DAY, "attended": 4}
    with pytest.raises(NotAllowed):
        hold_session(
            initiative=initiative,
            actor=actor,
            programme_id=thread.running,
            group_id=group,
            came=[thread.participant],
            **given,
        )


def test_with_the_last_session_goes_the_evidence_that_anything_is_held(
    initiative: InitiativeRef, thread: Thread
) -> None:
    def standing() -> list[str]:
        rows = evidence(initiative=initiative, actor=system())
        return [row.title for row in rows if row.kind == "activity_held" and not row.withdrawn]

    assert standing() == ["Träff"]
    remove_session(initiative=initiative, actor=system(), session_id=thread.session)
    assert standing() == []
