"""Rights that no page reaches by itself, in people, initiative and publishing."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from django.utils import translation
from tests.personas import member, new_initiative

from samklang.records.initiative.enums import Role
from samklang.records.initiative.permissions import (
    check_may_add_initiative,
    check_may_add_member,
    has_role,
    member_has_role,
    roles_of,
)
from samklang.records.people.permissions import (
    NotAllowed,
    Refused,
    anonymous,
    check_may_add_account,
    check_may_change_account,
    system,
)
from samklang.records.publishing.enums import ReportState
from samklang.records.publishing.models import Report
from samklang.records.publishing.permissions import body_of, check_awaits, check_is_draft, may_read_report

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def in_english() -> Iterator[None]:
    with translation.override("en"):
        yield


def test_who_is_not_signed_in_has_no_role_anywhere() -> None:
    initiative = new_initiative()
    assert roles_of(anonymous(), initiative) == frozenset()
    assert roles_of(system(), initiative) == frozenset()
    assert not has_role(anonymous(), initiative, frozenset(Role))
    assert has_role(system(), initiative, frozenset(Role))


def test_nobody_gives_themselves_a_role_and_only_an_administrator_adds_another() -> None:
    initiative = new_initiative()
    leader, admin = member(initiative, Role.PROCESS_LEADER), member(initiative, Role.ADMIN)
    other = member(initiative, Role.FUNDER).user_id
    assert leader.user_id is not None
    assert other is not None
    with pytest.raises(Refused, match="can't give yourself a role"):
        check_may_add_member(leader, initiative, Role.EVALUATOR, leader.user_id)
    with pytest.raises(Refused, match="Only an administrator can add another"):
        check_may_add_member(leader, initiative, Role.ADMIN, other)
    for actor, role in ((admin, Role.ADMIN), (system(), Role.ADMIN), (leader, Role.EVALUATOR)):
        check_may_add_member(actor, initiative, role, other)
    with pytest.raises(NotAllowed):
        check_may_add_member(member(initiative, Role.EVALUATOR), initiative, Role.FUNDER, other)


def test_a_role_counts_in_its_own_initiative_only() -> None:
    here, there = new_initiative(), new_initiative("annanstans")
    evaluator = member(here, Role.EVALUATOR).user_id
    assert evaluator is not None
    assert [member_has_role(place, evaluator, Role.EVALUATOR) for place in (here, there)] == [True, False]


def test_only_operators_start_initiatives_and_add_accounts() -> None:
    leader = member(new_initiative(), Role.ADMIN)
    for check in (check_may_add_initiative, check_may_add_account):
        check(system())
        with pytest.raises(NotAllowed):
            check(leader)


def test_an_account_is_changed_by_its_owner_only() -> None:
    leader = member(new_initiative(), Role.PROCESS_LEADER)
    assert leader.user_id is not None
    check_may_change_account(leader, leader.user_id)
    check_may_change_account(system(), leader.user_id)
    with pytest.raises(NotAllowed):
        check_may_change_account(leader, leader.user_id + 1)


def test_a_report_is_read_by_more_people_the_further_it_has_come() -> None:
    initiative = new_initiative()
    roles = (Role.PROCESS_LEADER, Role.RESIDENT_COUNCIL, Role.FUNDER)
    people = [member(initiative, role) for role in roles]
    seen = {state: [may_read_report(actor, initiative, state) for actor in people] for state in ReportState.values}
    assert [row[0] for row in seen.values()] == [True] * len(seen)
    assert seen[ReportState.DRAFT] == [True, False, False]
    assert seen[ReportState.PUBLISHED] == [True, True, True]


def test_a_funder_signs_for_no_body_and_only_what_waits_is_signed() -> None:
    initiative = new_initiative()
    with pytest.raises(NotAllowed):
        body_of(member(initiative, Role.FUNDER), initiative)
    draft, published = Report(state=ReportState.DRAFT), Report(state=ReportState.PUBLISHED)
    with pytest.raises(Refused, match="Send it for sign-off first"):
        check_awaits(draft)
    with pytest.raises(Refused, match="already signed by both"):
        check_awaits(published)
    check_is_draft(draft)
    with pytest.raises(Refused, match="frozen since"):
        check_is_draft(published)
