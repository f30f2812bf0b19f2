"""Whoever is signed in erases their own account by its page, and nobody else's."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client
from tests.personas import member, new_initiative

# Made now, with the demo's addresses: made while a test has turned the demo off, it would lack them ever after.
from samklang.config import urls  # noqa: F401
from samklang.records.initiative.enums import Role
from samklang.records.people.models import User
from samklang.records.people.permissions import Actor

pytestmark = pytest.mark.django_db
ADDRESS = "/people/erase/"


@pytest.fixture
def kim(settings: Any) -> Actor:
    settings.DEMO_MODE = False
    initiative = new_initiative()
    member(initiative, Role.PROCESS_LEADER, "annan")
    return member(initiative, Role.FUNDER, "kim")


def signed_in(actor: Actor) -> Client:
    client = Client()
    client.force_login(User.objects.get(pk=actor.user_id))
    return client


def email_of(actor: Actor) -> str:
    return User.objects.get(pk=actor.user_id).email


def test_one_writes_ones_address_and_is_erased_and_signed_out(kim: Actor) -> None:
    client = signed_in(kim)
    response = client.post(ADDRESS, {"email": email_of(kim).upper()}, follow=True)
    assert response.redirect_chain == [("/", 302)]
    assert "Ditt konto är raderat." in response.content.decode()
    assert email_of(kim) == f"{kim.user_id}@erased.invalid"
    assert client.get("/people/").status_code == 302


def test_another_address_erases_nobody(kim: Actor) -> None:
    before = sorted(User.objects.values_list("email", flat=True))
    other = next(each for each in before if each != email_of(kim))
    response = signed_in(kim).post(ADDRESS, {"email": other})
    assert "Det är inte ditt kontos adress." in response.content.decode()
    assert sorted(User.objects.values_list("email", flat=True)) == before


def test_who_alone_leads_a_process_is_told_to_give_the_role_on_first(kim: Actor) -> None:
    alone = member(new_initiative("ensam"), Role.PROCESS_LEADER, "ensam")
    response = signed_in(alone).post(ADDRESS, {"email": email_of(alone)})
    assert "har ingen annan som leder processen" in response.content.decode()
    assert User.objects.get(pk=alone.user_id).erased_on is None


def test_in_the_demo_nobody_is_erased(kim: Actor, settings: Any) -> None:
    settings.DEMO_MODE = True
    response = signed_in(kim).post(ADDRESS, {"email": email_of(kim)})
    assert "I demon raderas ingen" in response.content.decode()
    assert User.objects.get(pk=kim.user_id).erased_on is None


def test_who_is_not_signed_in_is_asked_to(kim: Actor) -> None:
    assert Client().get(ADDRESS).status_code == 302
