"""What was written by mistake can be taken away; what something builds on can't, and says why."""

from __future__ import annotations

import pytest
from django.test import Client
from tests.personas import member, new_initiative
from tests.thread import DAY, Thread

from samklang.records.agenda.enums import OutcomeState
from samklang.records.agenda.queries import needs, outcome, outcomes, stakeholders, target_groups
from samklang.records.agenda.services import (
    add_need,
    add_outcome,
    add_target_group,
    remove_need,
    remove_outcome,
    remove_stakeholder,
    remove_target_group,
)
from samklang.records.initiative.enums import Role
from samklang.records.initiative.models.scoped import InitiativeRef
from samklang.records.people.models import User
from samklang.records.people.permissions import NotAllowed, Refused, system

pytestmark = pytest.mark.django_db


def written(initiative: InitiativeRef, group: int | None = None) -> tuple[int, int]:
    """A need and an outcome that nothing builds on; their ids."""
    given = {"initiative": initiative, "actor": system()}
    need = add_need(**given, title="Fel", text="T", grounds="G", gap="L", seen_on=DAY, target_group_id=group)
    return need, add_outcome(**given, need_id=need, title="Fel", phenomenon="P", indicator="I")


def test_an_outcome_then_its_need_then_its_target_group_go_one_after_the_other(initiative: InitiativeRef) -> None:
    given = {"initiative": initiative, "actor": system()}
    group = add_target_group(**given, name="Unga")
    need, proposed = written(initiative, group)
    with pytest.raises(Refused, match="Ett behov gäller"):
        remove_target_group(**given, group_id=group)
    with pytest.raises(Refused, match="Ett utfall svarar"):
        remove_need(**given, need_id=need)
    remove_outcome(**given, outcome_id=proposed)
    remove_need(**given, need_id=need)
    remove_target_group(**given, group_id=group)
    assert (outcomes(**given), needs(**given), target_groups(**given)) == ([], [], [])


def test_an_outcome_with_a_line_stays_and_keeps_its_checks(initiative: InitiativeRef, thread: Thread) -> None:
    given = {"initiative": initiative, "actor": system(), "outcome_id": thread.outcome}
    with pytest.raises(Refused, match="En linje har börjat"):
        remove_outcome(**given)
    row = outcome(**given)
    assert (row.state, row.unanswered) == (OutcomeState.CHOSEN, 0)


def test_a_stakeholder_leaves_the_board(initiative: InitiativeRef, thread: Thread) -> None:
    remove_stakeholder(initiative=initiative, actor=system(), stakeholder_id=thread.stakeholder)
    assert stakeholders(initiative=initiative, actor=system()) == []


def test_what_stands_in_another_initiative_or_nowhere_is_not_there(initiative: InitiativeRef, thread: Thread) -> None:
    given = {"initiative": new_initiative("almen"), "actor": system()}
    with pytest.raises(NotAllowed):
        remove_need(**given, need_id=thread.need)
    with pytest.raises(NotAllowed):
        remove_stakeholder(**given, stakeholder_id=thread.stakeholder)


def test_the_form_asks_once_and_comes_back_with_the_reason(initiative: InitiativeRef, thread: Thread) -> None:
    browser = Client(headers={"accept-language": "en"})
    browser.force_login(User.objects.get(pk=member(initiative, Role.PROCESS_LEADER).user_id))
    form = f"/i/{initiative.slug}/agenda/needs/{thread.need}/change/"
    assert "Take the need away" in browser.get(form).content.decode()
    refused = browser.post(f"/i/{initiative.slug}/agenda/needs/{thread.need}/remove/", follow=True)
    assert (refused.redirect_chain, "An outcome answers this need" in refused.content.decode()) == (
        [(form, 302)],
        True,
    )
    need, proposed = written(initiative)
    gone = browser.post(f"/i/{initiative.slug}/agenda/outcomes/{proposed}/remove/", follow=True)
    assert gone.redirect_chain == [(f"/i/{initiative.slug}/agenda/", 302)]
    assert need in {row.id for row in needs(initiative=initiative, actor=system())}
