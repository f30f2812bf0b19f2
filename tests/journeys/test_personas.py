"""Every persona enters the demo and finds its part, at 360 and 1280 px, light and dark, axe finding nothing."""

from __future__ import annotations

import re
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.journeys.conftest import PATIENCE, Site, follow, violations

pytestmark = pytest.mark.journey
CODE = re.compile(r"Subject: .*: (\S+)")
LOOKS = [(360, "light", "sv-SE"), (1280, "dark", "en-GB")]


def visitor(browser: Browser, width: int, scheme: Any, locale: str) -> Page:
    context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme, locale=locale)
    page = context.new_page()
    page.set_default_timeout(PATIENCE)
    return page


def enter(page: Page, site: Site, name: str) -> None:
    page.goto(f"{site.url}/demo/")
    follow(page, page.get_by_role("button", name=name))


@pytest.mark.parametrize(("width", "scheme", "locale"), LOOKS, ids=("phone", "desk"))
def test_a_reader_reads_what_anyone_may(browser: Browser, site: Site, width: int, scheme: str, locale: str) -> None:
    page = visitor(browser, width, scheme, locale)
    for address in ("/", "/o/ljungvalla/", "/demo/", "/account/login/", "/finns-inte/"):
        answer = page.goto(site.url + address)
        assert answer is not None and answer.status == (404 if address == "/finns-inte/" else 200)
        assert (address, violations(page)) == (address, [])
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


@pytest.mark.parametrize(("width", "scheme", "locale"), LOOKS, ids=("phone", "desk"))
def test_an_activity_leader_sees_words_and_writes_down_what_the_group_said(
    browser: Browser, site: Site, width: int, scheme: str, locale: str
) -> None:
    page = visitor(browser, width, scheme, locale)
    enter(page, site, "Noor")
    page.goto(f"{site.url}/i/ljungvalla/results/")
    assert violations(page) == []
    page.get_by_role("link", name="Läget 1, Flickor i hallen").click()
    expect(page.locator("body")).to_contain_text("8–11")
    assert violations(page) == []
    page.goto(f"{site.url}/i/ljungvalla/results/")
    follow(page, page.get_by_role("link", name="Läget 1, Kvällscirkeln"))
    assert "8–11" not in page.content()
    assert page.locator("svg.chart, figure svg").count() == 0


def test_a_process_leader_plans_opens_and_closes_a_wave(browser: Browser, site: Site) -> None:
    page = visitor(browser, 1280, "light", "en-GB")
    enter(page, site, "Samira")
    page.goto(f"{site.url}/i/ljungvalla/measurement/waves/add/")
    assert violations(page) == []
    page.get_by_label("Name").fill("Läget 4")
    for label, day in (("Opens", "2026-11-20"), ("Closes", "2026-12-20"), ("Results come", "2027-01-10")):
        page.get_by_label(label).fill(day)
    page.get_by_role("button", name="Save").click()
    page.get_by_role("button", name="Open the wave").click()
    expect(page.locator("body")).to_contain_text("Not yet enough to tell anything")
    assert violations(page) == []
    page.get_by_role("button", name="Close the wave").click()
    expect(page.locator("h1")).to_have_text("Läget 4")
    expect(page.locator("body")).to_contain_text("Too few answered")


# Where each of the others does their work, and something that stands there and only there.
PARTS = {
    "Henrik": (
        ("results/2/", "tydligt ändrats"),
        ("measurement/waves/2/", "Det här bestämde vi innan frågorna öppnade."),
    ),
    "Karin": (("publishing/1/", "vad vi inte vet"), ("finance/", "Stiftelsen Gryning")),
    "Olof": (("process/decisions/", "Hallen öppen till tio"), ("results/2/", "Du ser det som alla får se")),
    "Fatima": (("publishing/2/", "Skriv under"),),
    "Birgitta": (("initiative/partners/", "Ljungvallahem"), ("process/letters/", "Lånar ut två lokaler")),
    "Mio": (("initiative/members/", "jonas@ljungvalla.example"), ("initiative/trail/", "Tidigare ändringar")),
}


@pytest.mark.parametrize("name", PARTS)
def test_everybody_else_finds_their_part(browser: Browser, site: Site, name: str) -> None:
    page = visitor(browser, 360, "dark", "sv-SE")
    enter(page, site, name)
    assert violations(page) == []
    for address, words in PARTS[name]:
        page.goto(f"{site.url}/i/ljungvalla/{address}")
        expect(page.locator("main")).to_contain_text(words)
        assert (address, violations(page), page.locator("h1").count()) == (address, [], 1)
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_who_leads_another_place_sees_nothing_of_this_one(browser: Browser, site: Site) -> None:
    page = visitor(browser, 360, "light", "sv-SE")
    enter(page, site, "Elin")
    expect(page.locator("h1")).to_have_text("Åkerdala i rörelse")
    assert violations(page) == []
    answer = page.goto(f"{site.url}/i/ljungvalla/results/")
    assert answer is not None and answer.status == 404


def test_an_administrator_gives_a_role_and_takes_it_back(browser: Browser, site: Site) -> None:
    page = visitor(browser, 1280, "dark", "en-GB")
    enter(page, site, "Mio")
    page.goto(f"{site.url}/i/ljungvalla/initiative/members/")
    page.get_by_label("Name").fill("Ada")
    page.get_by_label("E-mail").fill("ada@ljungvalla.example")
    page.get_by_label("Role", exact=True).select_option("Funder")
    page.get_by_role("button", name="Give the role").click()
    page.get_by_role("button", name="Take back – Ada, Funder").click()
    expect(page.get_by_role("status")).to_have_text("The role is taken back.")
    page.goto(f"{site.url}/i/ljungvalla/initiative/trail/")
    expect(page.locator("tbody tr").first).to_contain_text("Mio took a role back")
    assert violations(page) == []


def test_a_session_that_runs_out_while_typing_loses_nothing(browser: Browser, site: Site) -> None:
    page = visitor(browser, 360, "light", "sv-SE")
    enter(page, site, "Samira")
    page.goto(f"{site.url}/i/ljungvalla/initiative/partners/")
    page.get_by_label("Namn").fill("Odlarna på gården")
    page.get_by_label("Vad de gör här").fill("Odlar tillsammans. 🌱")
    page.context.clear_cookies()
    page.get_by_role("button", name="Lägg till partnern").click()
    expect(page.locator("h1")).to_have_text("Sessionen tog slut")
    expect(page.locator("main")).to_contain_text("Inget är förlorat")
    assert violations(page) == []
    again = page.context.new_page()
    enter(again, site, "Samira")
    again.close()
    page.get_by_role("button", name="Skicka igen").click()
    expect(page.get_by_role("status")).to_have_text("Partnern är tillagd.")
    expect(page.locator("main")).to_contain_text("Odlar tillsammans. 🌱")


def sign_in_by_code(page: Page, site: Site, email: str) -> None:
    page.goto(f"{site.url}/account/login/")
    page.get_by_label("Email").fill(email)
    follow(page, page.get_by_role("button", name="Send me a code"))
    page.get_by_label("Code").fill(CODE.findall(site.log.read_text())[-1])
    page.get_by_role("button", name="Sign in", exact=True).click()
    page.wait_for_url(f"{site.url}/people/")


def sign_out(page: Page, site: Site) -> None:
    page.goto(f"{site.url}/account/logout/")
    follow(page, page.get_by_role("button", name="Sign out"))


def test_an_e_mailed_code_lets_one_in_and_so_does_a_passkey_added_then(browser: Browser, site: Site) -> None:
    page = visitor(browser, 1280, "light", "en-GB")
    session = page.context.new_cdp_session(page)
    session.send("WebAuthn.enable")
    options = {
        "protocol": "ctap2",
        "transport": "internal",
        "hasResidentKey": True,
        "hasUserVerification": True,
        "isUserVerified": True,
        "automaticPresenceSimulation": True,
    }
    session.send("WebAuthn.addVirtualAuthenticator", {"options": options})
    sign_in_by_code(page, site, "samira@ljungvalla.example")
    page.goto(f"{site.url}/account/passkeys/add/")
    assert violations(page) == []
    page.get_by_label("What the passkey is called").fill("Min telefon")
    page.get_by_role("button", name="Add the passkey").click()
    page.wait_for_url(f"{site.url}/account/passkeys/")
    expect(page.locator("main")).to_contain_text("Min telefon")
    assert violations(page) == []
    sign_out(page, site)
    page.goto(f"{site.url}/account/login/")
    page.get_by_role("button", name="Sign in with a passkey").click()
    page.wait_for_url(f"{site.url}/people/")
    expect(page.locator("h1")).to_have_text("Your account")
    sign_out(page, site)
    sign_in_by_code(page, site, "samira@ljungvalla.example")
    assert "Internal Server Error" not in site.log.read_text()
