"""Every persona of the demo finds its pages, and every link on them leads somewhere."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pytest
from django.core.management import call_command
from django.test import Client

from samklang.demo.build import build_place
from samklang.demo.personas import PERSONAS, Persona

pytestmark = pytest.mark.django_db
LINK = re.compile(r'href="(/[^"#?]*)')
NOT_CRAWLED = ("/static/", "/account/", "/s/", "/demo/")


@pytest.fixture(scope="module")
def demo(django_db_setup: None, django_db_blocker: Any) -> Iterator[None]:
    """The demo place, built once for this file."""
    with django_db_blocker.unblock():
        build_place()
        yield
        call_command("flush", interactive=False, verbosity=0)


def crawl(client: Client, start: str) -> dict[str, int]:
    """Every address one can reach by links, with its status."""
    seen: dict[str, int] = {}
    waiting = [start]
    while waiting:
        address = waiting.pop()
        if address in seen or address.startswith(NOT_CRAWLED):
            continue
        response = client.get(address)
        seen[address] = response.status_code
        if response.status_code == 200 and "html" in response.headers["Content-Type"]:
            waiting += LINK.findall(response.content.decode())
    return seen


@pytest.mark.parametrize("persona", PERSONAS, ids=lambda one: one.key)
def test_every_link_a_persona_meets_leads_somewhere(demo: None, persona: Persona) -> None:
    client = Client()
    entered = client.post("/demo/enter/", {"persona": persona.key}, follow=True)
    assert entered.status_code == 200
    seen = crawl(client, entered.redirect_chain[-1][0])
    assert {address: status for address, status in seen.items() if status not in (200, 302)} == {}


def test_every_link_a_reader_meets_leads_somewhere(demo: None) -> None:
    client = Client()
    seen = crawl(client, "/")
    assert {address: status for address, status in seen.items() if status != 200} == {}
    assert "/o/ljungvalla/" in seen
    assert client.cookies == {}


def test_the_demos_own_page_lists_every_persona_and_a_survey(demo: None) -> None:
    page = Client().get("/demo/").content.decode()
    assert [one.key for one in PERSONAS if f'value="{one.key}"' not in page] == []
    assert "/s/ljung3" in page
