"""Every persona enters the demo and finds its part, at 360 and 1280 px, light and dark, axe finding nothing."""

from __future__ import annotations

import re
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.journeys.conftest import Site, violations

pytestmark = pytest.mark.journey
CODE = re.compile(r"Subject: .*: (\S+)")
LOOKS = [(360, "light", "sv-SE"), (1280, "dark", "en-GB")]


def visitor(browser: Browser, width: int, scheme: Any, locale: str) -> Page:
    context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme, locale=locale)
    page = context.new_page()
    page.set_default_timeout(6000)
    return page


def enter(page: Page, site: Site, name: str) -> None:
    page.goto(f"{site.url}/demo/")
    page.get_by_role("button", name=name).click()
    page.wait_for_load_state()


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
    page.get_by_role("link", name="Läget 1, Kvällscirkeln").click()
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


@pytest.mark.parametrize("name", ["Henrik", "Karin", "Olof", "Fatima", "Birgitta", "Mio", "Elin"])
def test_everybody_else_finds_their_part(browser: Browser, site: Site, name: str) -> None:
    page = visitor(browser, 360, "dark", "sv-SE")
    enter(page, site, name)
    assert page.locator("h1").count() == 1
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_a_passkey_lets_one_in(browser: Browser, site: Site) -> None:
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
    here = site.url
    page.goto(f"{here}/account/login/")
    page.get_by_label("Email").fill("samira@ljungvalla.example")
    page.get_by_role("button", name="Send me a code").click()
    code = CODE.findall(site.log.read_text())[-1]
    page.get_by_label("Code").fill(code)
    page.get_by_role("button", name="Sign in", exact=True).click()
    page.goto(f"{here}/account/passkeys/add/")
    page.get_by_label("Name").fill("Min telefon")
    page.get_by_label("Passwordless").check()
    page.get_by_role("button", name="Add the passkey").click()
    page.wait_for_url("**/account/passkeys/**")
    page.wait_for_load_state("networkidle")
    page.goto(f"{here}/account/logout/")
    page.get_by_role("button", name="Sign out").click()
    page.goto(f"{here}/account/login/")
    page.get_by_role("button", name="Sign in with a passkey").click()
    page.wait_for_url(f"{here}/people/")
    expect(page.locator("h1")).to_have_text("Your account")
