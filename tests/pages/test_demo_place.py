"""The demo place is what its document says, the same seed gives the same, and every link in it leads somewhere."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command
from django.test import Client
from django.urls import resolve

from samklang.demo.build import build_place
from samklang.demo.personas import MAIN, PERSONAS, Persona
from samklang.records.initiative.enums import Role
from samklang.records.initiative.models.scoped import InitiativeRef
from samklang.records.initiative.queries import public_initiative, public_partners
from samklang.records.measurement.models import Release, Response, Wave
from samklang.records.measurement.queries import waves
from samklang.records.people.permissions import system

# One process builds the place for them all.
pytestmark = [pytest.mark.django_db, pytest.mark.xdist_group("demo place")]
DOCUMENT = (Path(__file__).resolve().parents[2] / "docs" / "reference" / "demo.md").read_text("utf-8")
LINK = re.compile(r'href="(/[^"#?]*)')
NOT_CRAWLED = ("/static/", "/account/", "/s/", "/demo/")
SIZES = {"Samtalsgruppen Tråden": [23, 21, 19], "Unga ledare": [16, 15, 14]}
SIZES |= {"Flickor i hallen": [11, 10, 9], "Kvällscirkeln": [7, 7, 6]}


@pytest.fixture(scope="module")
def hashes(django_db_setup: None, django_db_blocker: Any) -> Iterator[list[list[str]]]:
    """The releases' hashes of two builds; the second one stands while the tests run."""
    with django_db_blocker.unblock():
        found = []
        for _build in range(2):
            call_command("flush", interactive=False, verbosity=0)
            build_place()
            rows = Release.objects.across("every release of the demo").values_list("hash", flat=True)
            found.append(sorted(rows))
        yield found
        call_command("flush", interactive=False, verbosity=0)


@pytest.fixture
def main(hashes: list[list[str]]) -> InitiativeRef:
    return public_initiative(MAIN).ref


def test_the_same_seed_gives_the_same_releases(hashes: list[list[str]]) -> None:
    assert (len(hashes[0]), hashes[0]) == (14, hashes[1])


def test_the_baseline_has_the_answers_the_document_names(main: InitiativeRef) -> None:
    rows = list(Response.objects.within(main).filter(wave__code="vt25ba").values_list("lives_here", flat=True))
    told = re.search(r"\| baseline answers, of which from residents \| (\d+), (\d+) \|", DOCUMENT)
    assert told and [len(rows), rows.count("yes")] == [388, 241] == [int(told[1]), int(told[2])]


def test_four_groups_answer_three_times_and_keep_their_sizes(main: InitiativeRef) -> None:
    closed = Wave.objects.within(main).filter(group__isnull=False, state="closed").order_by("number")
    counts = Counter(Response.objects.within(main).values_list("wave_id", flat=True))
    found: dict[str, list[int]] = {}
    for row in closed.select_related("group"):
        assert row.group
        found.setdefault(row.group.name, []).append(counts[row.pk])
    assert found == SIZES


def test_nine_partners_come_from_five_sectors(main: InitiativeRef) -> None:
    rows = public_partners(main)
    assert (len(rows), len({row.sector for row in rows})) == (9, 5)


def test_there_is_somebody_to_enter_as_for_every_role(hashes: list[list[str]]) -> None:
    assert {one.role for one in PERSONAS} == set(Role)
    entered = [Client().post("/demo/enter/", {"persona": one.key}).status_code for one in PERSONAS]
    assert entered == [302] * len(PERSONAS)


def test_a_group_that_answers_now_has_enough_and_leaves_the_scale_out_where_it_has_no_wording(
    main: InitiativeRef,
) -> None:
    enough = {row.code: row.enough for row in waves(initiative=main, actor=system())}
    assert (enough["tlaget4"], enough["ljung3"]) == (True, False)
    scale = "Rosenbergs självkänsleskala"
    shown = {
        language: scale in Client().get(f"/s/tlaget4?lang={language}").content.decode()
        for language in ["sv", "da", "ar", "so"]
    }
    assert shown == {"sv": False, "da": True, "ar": True, "so": True}


def test_the_open_page_tells_of_two_groups_only(main: InitiativeRef) -> None:
    page = Client().get(f"/o/{MAIN}/").content.decode()
    assert [name for name in SIZES if name in page] == ["Samtalsgruppen Tråden", "Unga ledare"]


def test_a_reader_answers_in_the_language_they_read_and_finds_what_came_of_it(main: InitiativeRef) -> None:
    page = Client().get(f"/o/{MAIN}/?lang=da").content.decode()
    column = page.partition('<aside class="side"')[0]
    assert re.findall(r'href="(/s/ljung3[^"]*)"', page) == ["/s/ljung3?lang=da"]
    assert re.findall(rf'href="(/o/{MAIN}/report/[^"]*)"', column) == [f"/o/{MAIN}/report/1/"]


def test_the_thread_beside_a_groups_pages_goes_through_its_own_answers(main: InitiativeRef) -> None:
    client = Client()
    client.post("/demo/enter/", {"persona": "samira"})
    wave = Wave.objects.within(main).get(name="Läget 3, Unga ledare")
    result = client.get(f"/i/{MAIN}/results/{wave.pk}/").context["page"].thread
    group = client.get(f"/i/{MAIN}/activities/groups/{wave.group_id}/").context["page"].thread
    here = [link.title for link in result.links if link.here]
    answers = [link.href for link in group.links if "/results/" in link.href]
    assert (here, answers) == (["Läget 3, Unga ledare"], [f"/i/{MAIN}/results/{wave.pk}/"])


# Of these one may be closed to a reader who opens its neighbour, so all of them are tried; of other kinds one.
EVERY_ONE = {"wave", "result", "report", "open_initiative"}
FEW = 1


def crawl(client: Client, start: str) -> dict[str, int]:
    """Addresses one can reach by links, with their status."""
    seen: dict[str, int] = {}
    kinds: Counter[str | None] = Counter()
    waiting = [start]
    while waiting:
        address = waiting.pop()
        if address in seen or address.startswith(NOT_CRAWLED):
            continue
        kind = resolve(address).url_name
        if kinds[kind] >= FEW and kind not in EVERY_ONE:
            continue
        kinds[kind] += 1
        response = client.get(address)
        seen[address] = response.status_code
        if response.status_code == 200 and "html" in response.headers["Content-Type"]:
            waiting += LINK.findall(response.content.decode())
    return seen


@pytest.mark.parametrize("persona", PERSONAS, ids=lambda one: one.key)
def test_every_link_a_persona_meets_leads_somewhere(hashes: list[list[str]], persona: Persona) -> None:
    client = Client()
    entered = client.post("/demo/enter/", {"persona": persona.key}, follow=True)
    assert entered.status_code == 200
    seen = crawl(client, entered.redirect_chain[-1][0])
    assert {address: status for address, status in seen.items() if status not in (200, 302)} == {}


def test_every_link_a_reader_meets_leads_somewhere(hashes: list[list[str]]) -> None:
    client = Client()
    seen = crawl(client, "/")
    assert {address: status for address, status in seen.items() if status != 200} == {}
    assert "/o/ljungvalla/" in seen
    assert client.cookies == {}


def test_the_demos_own_page_lists_every_persona_and_a_survey(hashes: list[list[str]]) -> None:
    page = Client().get("/demo/").content.decode()
    assert [one.key for one in PERSONAS if f'value="{one.key}"' not in page] == []
    assert "/s/ljung3" in page
