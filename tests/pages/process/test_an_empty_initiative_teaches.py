"""The day after the first set-up: every page of the thread answers, says what belongs there and how to begin."""

from __future__ import annotations

import pytest
from django.test import Client
from tests.pages.test_demo_place import crawl
from tests.pages.test_setup import GIVEN

from samklang.pages.people.setup import setup_code

pytestmark = pytest.mark.django_db
HOME = "/i/ekbacken-tillsammans/"
# page → what stands there in English for want of anything of one's own
TEACHES = {
    "": "Go through the shared stops",
    "agenda/": "It feels unsafe between the square and the school in the evening.",
    "process/": "No line is open yet. The shared stops come first.",
    "process/shared/A/": "Write the manifesto and adopt it together.",
    "process/charters/": "The principles and values you share, written together.",
    "process/letters/": "Lends two rooms, one evening a week.",
    "process/decisions/": "The hall stays open until ten.",
    "activities/": "Four conversation groups for a year.",
    "finance/": "4,560,000 kronor for three years from a foundation.",
    "value/": "56 of 80 who feel safer, held against what was put in.",
    "publishing/": "What happened 2024–2026",
}


@pytest.fixture
def client() -> Client:
    client = Client(headers={"accept-language": "en"})
    client.post("/setup/", {**GIVEN, "code": setup_code()})
    return client


def test_every_page_says_what_belongs_there(client: Client) -> None:
    seen = {page: client.get(HOME + page).content.decode() for page in TEACHES}
    assert [page for page, words in TEACHES.items() if words not in seen[page]] == []


def test_every_link_of_an_empty_initiative_leads_somewhere(client: Client) -> None:
    seen = crawl(client, HOME)
    assert {address: status for address, status in seen.items() if status not in (200, 302)} == {}


def test_it_is_closed_to_others_until_somebody_opens_it(client: Client) -> None:
    anyone = Client()
    assert anyone.get("/o/ekbacken-tillsammans/").status_code == 404
    page = client.get(HOME + "initiative/change/")
    known = {name: value for name, value in page.context["form"].initial.items() if value}
    client.post(HOME + "initiative/change/", {**known, "population": "9318", "is_public": "on"})
    assert "9,318" in client.get(HOME + "initiative/").content.decode()
    assert anyone.get("/o/ekbacken-tillsammans/").status_code == 200
