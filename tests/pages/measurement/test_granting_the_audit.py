"""Two people let an evaluator check a release, on the wave's page."""

from __future__ import annotations

import pytest
from django.test import Client
from tests.personas import member
from tests.records.measurement.test_audit_input import released

from samklang.records.initiative.enums import Role
from samklang.records.initiative.models.scoped import InitiativeRef
from samklang.records.people.models import User
from samklang.records.people.permissions import Actor

pytestmark = pytest.mark.django_db
SIGN_IN = "allauth.account.auth_backends.AuthenticationBackend"


def as_member(initiative: InitiativeRef, role: Role) -> tuple[Client, Actor]:
    actor, browser = member(initiative, role), Client(headers={"accept-language": "en"})
    browser.force_login(User.objects.get(pk=actor.user_id), backend=SIGN_IN)
    return browser, actor


def test_it_is_granted_when_two_have_said_yes() -> None:
    initiative, wave = released()
    _browser, evaluator = as_member(initiative, Role.EVALUATOR)
    leader, council = (as_member(initiative, role)[0] for role in (Role.PROCESS_LEADER, Role.RESIDENT_COUNCIL))
    address = f"/i/{initiative.slug}/measurement/waves/{wave}/audit/"
    assert address in leader.get(f"/i/{initiative.slug}/measurement/waves/{wave}/").content.decode()
    assert leader.post(address, {"evaluator": evaluator.user_id}).status_code == 302
    assert "one more is needed" in council.get(address).content.decode()
    again = leader.post(address, {"evaluator": evaluator.user_id})
    assert (again.status_code, "Another person has to say yes too" in again.content.decode()) == (200, True)
    assert council.post(address, {"evaluator": evaluator.user_id}).status_code == 302
    assert "have let" in council.get(address).content.decode()


def test_without_an_evaluator_the_form_says_so() -> None:
    initiative, wave = released()
    leader, _actor = as_member(initiative, Role.PROCESS_LEADER)
    answer = leader.post(f"/i/{initiative.slug}/measurement/waves/{wave}/audit/", {"evaluator": ""})
    assert "There has to be one among the members" in answer.content.decode()
