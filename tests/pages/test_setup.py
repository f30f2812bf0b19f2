"""An empty installation is set up by whoever can read the server's own words."""

from __future__ import annotations

import pytest
from django.test import Client
from tests.personas import member, new_initiative

from samklang.pages.people.setup import setup_code
from samklang.records.initiative.enums import Role
from samklang.records.people.queries import has_accounts

pytestmark = pytest.mark.django_db
GIVEN = {
    "person": "Samira",
    "email": "samira@ekbacken.example",
    "organisation": "Föreningen Grannskap",
    "place": "Ekbacken, Storstad",
    "name": "Ekbacken tillsammans",
    "languages": ["sv", "ar"],
}


def test_the_front_page_of_an_empty_installation_leads_to_the_set_up() -> None:
    response = Client().get("/", follow=True)
    assert (response.redirect_chain, response.status_code) == ([("/setup/", 302)], 200)


def test_with_the_code_one_becomes_administrator_and_stands_on_the_initiatives_home() -> None:
    client = Client()
    response = client.post("/setup/", {**GIVEN, "code": setup_code()}, follow=True)
    assert response.redirect_chain == [("/i/ekbacken-tillsammans/", 302)]
    assert client.get("/i/ekbacken-tillsammans/initiative/members/").status_code == 200
    assert client.get("/setup/").status_code == 404


def test_without_the_code_nothing_is_made_and_what_was_typed_stays() -> None:
    response = Client().post("/setup/", {**GIVEN, "code": "gissning"})
    assert response.status_code == 200
    assert "samira@ekbacken.example" in response.content.decode()
    assert has_accounts() is False


def test_once_somebody_has_an_account_the_set_up_is_gone() -> None:
    member(new_initiative(), Role.PROCESS_LEADER)
    assert Client().post("/setup/", {**GIVEN, "code": setup_code()}).status_code == 404
