"""The area in figures: Bäckby's own come out of the page as its sources write them, and open the report."""

from __future__ import annotations

import re
from decimal import Decimal

import pytest
from django.test import Client
from tests.personas import member, new_initiative

from samklang.records.initiative.enums import FigurePrecision, FigureUnit, Role
from samklang.records.initiative.models.scoped import InitiativeRef
from samklang.records.initiative.queries import area_figures
from samklang.records.initiative.services import AreaFigureDraft, add_area_figure
from samklang.records.people.models import User
from samklang.records.people.permissions import system
from samklang.records.publishing.services import draft_report

pytestmark = pytest.mark.django_db
SOURCE = "Stadens statistikdatabas, läst 2024-02-12"
PEOPLE, SHARE = FigureUnit.PEOPLE, FigureUnit.PER_CENT
BACKBY = (
    AreaFigureDraft("Befolkning", PEOPLE, 2022, SOURCE, Decimal(9318)),
    AreaFigureDraft("Befolkning 2032", PEOPLE, 2032, SOURCE, Decimal(9810)),
    AreaFigureDraft("Hushåll", FigureUnit.HOUSEHOLDS, 2022, SOURCE, Decimal(3940)),
    AreaFigureDraft(
        "Hushåll med barn", SHARE, 2022, SOURCE, Decimal("33.1"), part=1305, whole=3940, of_what="hushåll"
    ),
    AreaFigureDraft(
        "Arbetslöshet", SHARE, 2023, SOURCE, Decimal("13.5"), earlier_value=Decimal("14.6"), earlier_year=2022
    ),
    AreaFigureDraft("UVAS", SHARE, 2021, SOURCE, Decimal("12.3")),
    AreaFigureDraft("Engagerade boende", PEOPLE, 2023, SOURCE, Decimal(1000), FigurePrecision.OVER),
    AreaFigureDraft("Med i kärnverksamheten", PEOPLE, 2023, SOURCE, Decimal(200)),
    AreaFigureDraft(
        "Kostnad för utanförskap", SHARE, 2022, SOURCE, Decimal(110), comparison="över stadens medelvärde"
    ),
)
TOLD = {
    "Befolkning": ("9 318 personer", "–", "2022"),
    "Befolkning 2032": ("9 810 personer", "–", "2032, prognos"),
    "Hushåll": ("3 940 hushåll", "–", "2022"),
    "Hushåll med barn": ("33,1 % (1 305 av 3 940 hushåll)", "–", "2022"),
    "Arbetslöshet": ("13,5 %", "14,6 % (2022)", "2023"),
    "UVAS": ("12,3 %", "–", "2021"),
    "Engagerade boende": ("över 1 000 personer", "–", "2023"),
    "Med i kärnverksamheten": ("200 personer", "–", "2023"),
    "Kostnad för utanförskap": ("110 % över stadens medelvärde", "–", "2022"),
}
TYPED = {
    "what": "Hushåll med barn",
    "unit": "per_cent",
    "precision": "exact",
    "part": "1305",
    "whole": "3940",
    "of_what": "hushåll",
    "year": "2022",
    "source": SOURCE,
}


@pytest.fixture
def initiative() -> InitiativeRef:
    return new_initiative("backby")


@pytest.fixture
def browser(initiative: InitiativeRef) -> Client:
    """A process leader's browser, in Swedish."""
    client = Client(headers={"accept-language": "sv"})
    client.force_login(User.objects.get(pk=member(initiative, Role.PROCESS_LEADER).user_id))
    return client


def rows_of(body: str) -> dict[str, tuple[str, ...]]:
    """The tables' rows as plain text with plain spaces: the first cell, and the others but the source."""
    found = {}
    for row in re.findall(r"<tr[^>]*>(.*?)</tr>", body.replace("\u00a0", " "), re.S):
        cells = [re.sub(r"<[^>]+>", "", cell).strip() for cell in re.findall(r"<t[hd][^>]*>(.*?)</t[hd]>", row, re.S)]
        if cells[-1] == SOURCE:
            found[cells[0]] = tuple(cells[1:-1])
    return found


def read(browser: Client, initiative: InitiativeRef, page: str) -> str:
    return browser.get(f"/i/{initiative.slug}/{page}").content.decode()


def test_the_page_tells_each_figure_as_its_source_does(browser: Client, initiative: InitiativeRef) -> None:
    for draft in BACKBY:
        add_area_figure(initiative=initiative, actor=system(), draft=draft)
    assert rows_of(read(browser, initiative, "initiative/figures/")) == TOLD


def test_the_report_opens_with_the_same_figures(browser: Client, initiative: InitiativeRef) -> None:
    for draft in BACKBY:
        add_area_figure(initiative=initiative, actor=system(), draft=draft)
    number = draft_report(initiative=initiative, actor=system(), title="R", summary="S", way_forward="")
    assert rows_of(read(browser, initiative, f"publishing/{number}/")) == TOLD


def test_english_and_danish_write_the_numbers_their_own_way(browser: Client, initiative: InitiativeRef) -> None:
    add_area_figure(initiative=initiative, actor=system(), draft=BACKBY[3])
    told = {}
    for language in ("en", "da"):
        address = f"/i/{initiative.slug}/initiative/figures/"
        body = browser.get(address, headers={"accept-language": language}).content.decode()
        told[language] = rows_of(body)["Hushåll med barn"][0]
    assert told == {"en": "33.1% (1,305 of 3,940 hushåll)", "da": "33,1 % (1.305 af 3.940 hushåll)"}


def test_without_figures_the_page_teaches_and_offers_the_first(browser: Client, initiative: InitiativeRef) -> None:
    body = read(browser, initiative, "initiative/figures/")
    assert ("var och en med sitt år" in body, "Lägg till en uppgift" in body) == (True, True)


def test_a_figure_is_typed_changed_and_taken_away(browser: Client, initiative: InitiativeRef) -> None:
    address = f"/i/{initiative.slug}/initiative/figures/"
    assert browser.post(f"{address}add/", TYPED).status_code == 302
    row = area_figures(initiative=initiative, actor=system())[0]
    # Worked out from its counts: 1 305 of 3 940 is 33.12, whole and half up.
    assert rows_of(read(browser, initiative, "initiative/figures/")) == {
        "Hushåll med barn": ("33 % (1 305 av 3 940 hushåll)", "–", "2022")
    }
    assert browser.post(f"{address}{row.id}/", {**TYPED, "value": "33,1"}).status_code == 302
    assert 'value="33,1"' in browser.get(f"{address}{row.id}/").content.decode()
    assert rows_of(read(browser, initiative, "initiative/figures/"))["Hushåll med barn"][0].startswith("33,1 %")
    assert browser.post(f"{address}{row.id}/remove/").status_code == 302
    assert area_figures(initiative=initiative, actor=system()) == []


def test_a_per_cent_that_is_not_its_counts_is_refused_and_what_was_typed_stays(
    browser: Client, initiative: InitiativeRef
) -> None:
    response = browser.post(f"/i/{initiative.slug}/initiative/figures/add/", {**TYPED, "value": "31.3"})
    body = response.content.decode()
    assert (response.status_code, "1 305 av 3 940 är 33,12 procent, inte 31,3" in body.replace("\u00a0", " ")) == (
        200,
        True,
    )
    assert 'value="31.3"' in body
    assert area_figures(initiative=initiative, actor=system()) == []


@pytest.mark.parametrize("typed", ["9 318", "9\u00a0318", "9318"])
def test_a_number_may_be_grouped_as_its_source_groups_it(
    browser: Client, initiative: InitiativeRef, typed: str
) -> None:
    given = {"what": "Befolkning", "unit": "people", "precision": "exact", "year": "2022", "source": SOURCE}
    browser.post(f"/i/{initiative.slug}/initiative/figures/add/", {**given, "value": typed})
    assert [row.value for row in area_figures(initiative=initiative, actor=system())] == [9318]
