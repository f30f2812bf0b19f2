"""Needs with their gap, outcomes with their checks, and the board of stakeholders."""

from __future__ import annotations

import pytest
from tests.personas import member, new_initiative
from tests.thread import DAY, chosen_outcome

from samklang.records.agenda.enums import Lean
from samklang.records.agenda.queries import need, needs, outcome, stakeholders, target_groups
from samklang.records.agenda.services import (
    add_need,
    add_outcome,
    add_stakeholder,
    add_target_group,
    check_outcome,
    rank_outcomes,
)
from samklang.records.initiative.enums import Role
from samklang.records.initiative.models.scoped import InitiativeRef
from samklang.records.people.permissions import NotAllowed, Refused, system

pytestmark = pytest.mark.django_db


@pytest.fixture
def initiative() -> InitiativeRef:
    return new_initiative()


def test_a_need_shows_what_came_of_it(initiative: InitiativeRef) -> None:
    need_id, outcome_id = chosen_outcome(initiative)
    row = need(initiative=initiative, actor=system(), need_id=need_id)
    assert [(one.id, one.state, one.rank, one.unanswered) for one in row.outcomes] == [(outcome_id, "chosen", 1, 0)]


def test_only_the_backbone_changes_the_agenda_and_outsiders_find_nothing(initiative: InitiativeRef) -> None:
    need_id, _outcome = chosen_outcome(initiative)
    for role in set(Role) - {Role.PROCESS_LEADER}:
        actor = member(initiative, role)
        assert len(needs(initiative=initiative, actor=actor)) == 1
        with pytest.raises(NotAllowed):
            add_target_group(initiative=initiative, actor=actor, name="Unga")
    with pytest.raises(NotAllowed):
        need(initiative=new_initiative("almen"), actor=system(), need_id=need_id)


def test_names_are_not_doubled_whatever_their_case(initiative: InitiativeRef) -> None:
    add_target_group(initiative=initiative, actor=system(), name="Unga")
    with pytest.raises(Refused):
        add_target_group(initiative=initiative, actor=system(), name=" unga ")
    board = {"initiative": initiative, "actor": system(), "lean": Lean.GAINS, "contact": 3, "influence": 3}
    add_stakeholder(**board, name="Butiken")  # type: ignore[arg-type]
    with pytest.raises(Refused):
        add_stakeholder(**board, name="BUTIKEN")  # type: ignore[arg-type]
    assert [row.name for row in target_groups(initiative=initiative, actor=system())] == ["Unga"]


@pytest.mark.parametrize(("contact", "influence"), [(0, 3), (3, 6), (-1, 1)])
def test_the_board_has_steps_from_1_to_5(initiative: InitiativeRef, contact: int, influence: int) -> None:
    with pytest.raises(Refused):
        add_stakeholder(
            initiative=initiative,
            actor=system(),
            name="Butiken",
            lean=Lean.LOSES,
            contact=contact,
            influence=influence,
        )
    assert stakeholders(initiative=initiative, actor=system()) == []


def test_a_check_needs_a_reason_and_must_be_one_of_the_four(initiative: InitiativeRef) -> None:
    _need, outcome_id = chosen_outcome(initiative)
    base = {"initiative": initiative, "actor": system(), "outcome_id": outcome_id, "holds": False}
    with pytest.raises(Refused):
        check_outcome(**base, check="urgent", note=" ")  # type: ignore[arg-type]
    with pytest.raises(NotAllowed):
        check_outcome(**base, check="popular", note="Ja")  # type: ignore[arg-type]
    check_outcome(**base, check="urgent", note="Inte först")  # type: ignore[arg-type]
    row = outcome(initiative=initiative, actor=system(), outcome_id=outcome_id)
    assert row.checks["urgent"] == {"holds": False, "note": "Inte först"}


def test_outcomes_that_do_not_go_ahead_are_parked(initiative: InitiativeRef) -> None:
    need_id, first = chosen_outcome(initiative)
    _other, second = chosen_outcome(initiative)
    rank_outcomes(initiative=initiative, actor=system(), order=[second, first], chosen=1)
    row = need(initiative=initiative, actor=system(), need_id=need_id)
    assert [(one.state, one.rank) for one in row.outcomes] == [("parked", 2)]


def test_an_outcome_of_an_unknown_need_or_with_an_unknown_question_is_refused(initiative: InitiativeRef) -> None:
    need_id = add_need(initiative=initiative, actor=system(), title="T", text="T", grounds="G", gap="G", seen_on=DAY)
    base = {"initiative": initiative, "actor": system(), "title": "T", "phenomenon": "P", "indicator": "I"}
    with pytest.raises(NotAllowed):
        add_outcome(**base, need_id=999_999)  # type: ignore[arg-type]
    with pytest.raises(Refused, match="inte_en_fråga"):
        add_outcome(**base, need_id=need_id, question="inte_en_fråga")  # type: ignore[arg-type]
