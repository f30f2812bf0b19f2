"""What was written wrong is mended, and what hangs on it stays."""

from __future__ import annotations

import pytest
from tests.personas import member, new_initiative
from tests.thread import DAY, chosen_outcome

from samklang.records.agenda.enums import Lean
from samklang.records.agenda.queries import need, outcome, stakeholders, target_groups
from samklang.records.agenda.services import (
    add_stakeholder,
    add_target_group,
    change_need,
    change_outcome,
    change_stakeholder,
    change_target_group,
)
from samklang.records.initiative.enums import Role
from samklang.records.initiative.models.scoped import InitiativeRef
from samklang.records.people.permissions import NotAllowed, Refused, system

pytestmark = pytest.mark.django_db


@pytest.fixture
def initiative() -> InitiativeRef:
    return new_initiative()


def test_a_need_is_written_anew_and_keeps_its_outcomes(initiative: InitiativeRef) -> None:
    need_id, outcome_id = chosen_outcome(initiative)
    words = {"title": "Mörkt vid torget", "text": "T", "grounds": "G", "gap": "L", "seen_on": DAY}
    change_need(initiative=initiative, actor=system(), need_id=need_id, **words)
    found = need(initiative=initiative, actor=system(), need_id=need_id)
    assert (found.title, found.gap, [one.id for one in found.outcomes]) == ("Mörkt vid torget", "L", [outcome_id])


def test_an_outcome_is_written_anew_and_keeps_its_rank_and_checks(initiative: InitiativeRef) -> None:
    _need, outcome_id = chosen_outcome(initiative)
    words = {"title": "Fler vågar gå ut", "phenomenon": "Trygghet", "indicator": "Ute efter åtta"}
    change_outcome(initiative=initiative, actor=system(), outcome_id=outcome_id, **words)
    found = outcome(initiative=initiative, actor=system(), outcome_id=outcome_id)
    assert (found.title, found.rank, found.unanswered, found.question) == ("Fler vågar gå ut", 1, 0, "")


def test_a_stakeholder_moves_on_the_board_but_not_off_it(initiative: InitiativeRef) -> None:
    given = {"initiative": initiative, "actor": system(), "name": "Butiken", "lean": Lean.BOTH}
    row = add_stakeholder(**given, contact=2, influence=3)
    change_stakeholder(**given, stakeholder_id=row, contact=4, influence=5)
    with pytest.raises(Refused):
        change_stakeholder(**given, stakeholder_id=row, contact=6, influence=5)
    found = stakeholders(initiative=initiative, actor=system())
    assert [(one.name, one.contact, one.influence) for one in found] == [("Butiken", 4, 5)]


def test_two_target_groups_never_get_the_same_name(initiative: InitiativeRef) -> None:
    given = {"initiative": initiative, "actor": system()}
    first, second = add_target_group(**given, name="Unga"), add_target_group(**given, name="Äldre")
    with pytest.raises(Refused, match="unga"):
        change_target_group(**given, group_id=second, name="unga")
    change_target_group(**given, group_id=first, name="Unga 13–19", size=710)
    assert [(one.name, one.size) for one in target_groups(**given)] == [("Unga 13–19", 710), ("Äldre", None)]


def test_only_the_backbone_changes_the_agenda_and_only_its_own(initiative: InitiativeRef) -> None:
    need_id, _outcome = chosen_outcome(initiative)
    other = new_initiative("almen")
    words = {"title": "T", "text": "T", "grounds": "G", "gap": "L", "seen_on": DAY}
    with pytest.raises(NotAllowed):
        change_need(initiative=initiative, actor=member(initiative, Role.FUNDER), need_id=need_id, **words)
    with pytest.raises(NotAllowed):
        change_need(initiative=other, actor=system(), need_id=need_id, **words)
