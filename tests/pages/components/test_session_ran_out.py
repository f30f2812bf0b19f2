"""A session that ran out while somebody was typing loses nothing, and shows nobody words that aren't their own."""

from __future__ import annotations

import re
from typing import Any

import pytest
from django.test import Client
from tests.personas import member, new_initiative

from samklang.records.initiative.enums import Role
from samklang.records.initiative.models import Partner
from samklang.records.initiative.models.scoped import InitiativeRef
from samklang.records.people.models import User

pytestmark = pytest.mark.django_db
TYPED = {"name": "Grannföreningen", "sector": "residents", "about": "Odlar på gården.\nAlla är välkomna <b>hit</b>."}
OWN = {"Origin": "http://testserver"}


@pytest.fixture
def initiative() -> InitiativeRef:
    return new_initiative()


@pytest.fixture
def client(initiative: InitiativeRef) -> Client:
    """A process leader's browser, with tokens checked as in earnest."""
    client = Client(enforce_csrf_checks=True)
    client.force_login(User.objects.get(pk=member(initiative, Role.PROCESS_LEADER).user_id))
    return client


def address(initiative: InitiativeRef) -> str:
    return f"/i/{initiative.slug}/initiative/partners/"


def token(page: Any) -> str:
    found = re.search(r'name="csrfmiddlewaretoken" value="(\w+)"', page.content.decode())
    assert found
    return found[1]


def test_what_was_typed_comes_back_and_is_stored_after_signing_in(initiative: InitiativeRef, client: Client) -> None:
    leader = client.session["_auth_user_id"]
    sent = TYPED | {"csrfmiddlewaretoken": token(client.get(address(initiative)))}
    client.logout()
    page = client.post(address(initiative), sent, headers=OWN)
    text = page.content.decode()
    assert page.status_code == 403
    assert 'value="Grannföreningen"' in text and "Alla är välkomna &lt;b&gt;hit&lt;/b&gt;." in text
    client.force_login(User.objects.get(pk=leader))
    again = client.post(address(initiative), sent, headers=OWN)
    assert (again.status_code, "en gång till" in again.content.decode()) == (403, True)
    stored = client.post(address(initiative), TYPED | {"csrfmiddlewaretoken": token(again)}, headers=OWN)
    assert (stored.status_code, Partner.objects.within(initiative).get().about) == (302, TYPED["about"])


def test_with_a_token_that_still_holds_the_door_keeps_what_was_typed(initiative: InitiativeRef) -> None:
    page = Client().post(address(initiative), TYPED, headers=OWN)
    assert (page.status_code, "Odlar på gården." in page.content.decode()) == (403, True)


@pytest.mark.parametrize("origin", [{}, {"Origin": "https://elsewhere.example"}, {"Origin": "null"}])
def test_words_from_another_site_are_never_shown(initiative: InitiativeRef, origin: dict[str, str]) -> None:
    for client in (Client(), Client(enforce_csrf_checks=True)):
        page = client.post(address(initiative), TYPED, headers=origin)
        assert page.status_code in (302, 403)
        assert "Grannföreningen" not in page.content.decode()


def test_a_button_without_words_only_leads_to_signing_in(initiative: InitiativeRef) -> None:
    page = Client().post(address(initiative), {}, headers=OWN)
    assert (page.status_code, page["Location"].split("?")[0]) == (302, "/account/login/")
