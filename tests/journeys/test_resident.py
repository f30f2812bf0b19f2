"""A resident answers in a real browser: with scripts, without them, and without a network."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from samklang.records.measurement.models import Wave
from samklang.records.measurement.services.receipt import receipt_for
from tests.journeys.conftest import PATIENCE, violations
from tests.pages.respond.survey_factory import content, new_wave, question, stored_responses

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]
# Playwright keeps a loop in the test's thread; the tests look in the database beside it, never from within.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"
LOOKS = [(360, "light", "sv"), (360, "dark", "ar"), (1280, "light", "ar"), (1280, "dark", "sv"), (320, "dark", "so")]


@pytest.fixture
def wave() -> Wave:
    return new_wave(frozen=content([question(f"q_{number}", number) for number in range(1, 6)]))


@pytest.fixture
def address(wave: Wave, live_server: Any) -> str:
    return f"{live_server.url}/s/{wave.code}"


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    opened = browser.new_context(viewport={"width": 360, "height": 740}, locale="sv-SE")
    opened.set_default_timeout(PATIENCE)
    yield opened
    opened.close()


def step(page: Page) -> str:
    return str(page.locator("#screen").get_attribute("data-step"))


def go_on(page: Page) -> None:
    page.locator("#screen .go").click()


def advance(page: Page) -> None:
    """Go on to another step, and wait for it: without scripts it is another page."""
    before = step(page)
    go_on(page)
    expect(page.locator("#screen")).not_to_have_attribute("data-step", before)
    page.wait_for_load_state()


def choose(page: Page, value: str) -> None:
    page.locator(f"#screen input[value='{value}']").check()
    advance(page)


def begin(page: Page) -> None:
    choose(page, "18+")
    advance(page)


def answer_all(page: Page, value: str = "2") -> None:
    while step(page) != "check":
        choose(page, "yes" if step(page) == "area" else value)


def answers(wave: Wave) -> list[dict[str, int]]:
    return [row.answers for row in stored_responses(wave)]


def all_answers(value: int) -> dict[str, int]:
    return {f"q_{number}": value for number in range(1, 6)}


def test_with_scripts_nothing_leaves_the_phone_before_one_sends(
    context: BrowserContext, address: str, wave: Wave
) -> None:
    page, sent = context.new_page(), []
    page.goto(address)
    page.wait_for_load_state("networkidle")
    page.on("request", lambda request: sent.append(request.url))
    begin(page)
    answer_all(page)
    assert sent == []
    go_on(page)
    page.wait_for_url(f"**/thanks?receipt={receipt_for(wave.code)}&lang=sv")
    assert answers(wave) == [all_answers(2)]
    expect(page.locator("main")).to_contain_text("Resultatet kommer 15 december 2026.")
    assert page.evaluate("[localStorage.length, sessionStorage.length]") == [0, 0]
    assert context.cookies() == []


def test_without_scripts_the_same_form_works(browser: Browser, address: str, wave: Wave) -> None:
    context = browser.new_context(java_script_enabled=False, viewport={"width": 360, "height": 740}, locale="sv-SE")
    page = context.new_page()
    page.goto(address)
    begin(page)
    answer_all(page, "3")
    go_on(page)
    expect(page.locator("h1")).to_have_text("Tack. Dina svar är skickade.")
    assert (answers(wave), context.cookies()) == ([all_answers(3)], [])
    context.close()


def test_without_a_network_the_answers_wait_and_are_sent_once(
    context: BrowserContext, address: str, wave: Wave
) -> None:
    page = context.new_page()
    page.goto(address)
    page.evaluate(
        "async () => { await navigator.serviceWorker.ready;"
        " while (!await caches.match(location.href)) await new Promise(r => setTimeout(r, 50)) }"
    )
    context.set_offline(True)
    page.reload()
    begin(page)
    answer_all(page, "4")
    go_on(page)
    expect(page.locator("h1")).to_have_text("Tack. Dina svar väntar på nät.")
    assert (violations(page), answers(wave)) == ([], [])
    page.close()
    context.set_offline(False)
    again = context.new_page()
    again.goto(address)
    again.wait_for_url("**/thanks?*")
    assert answers(wave) == [all_answers(4)]
    assert again.evaluate("localStorage.length") == 0


def test_the_network_comes_back_while_the_page_is_open(context: BrowserContext, address: str, wave: Wave) -> None:
    page = context.new_page()
    page.goto(address)
    begin(page)
    answer_all(page, "1")
    context.set_offline(True)
    go_on(page)
    expect(page.locator("h1")).to_have_text("Tack. Dina svar väntar på nät.")
    context.set_offline(False)
    page.wait_for_url("**/thanks?*")
    assert answers(wave) == [all_answers(1)]


def test_a_reply_that_is_lost_does_not_count_twice(context: BrowserContext, address: str, wave: Wave) -> None:
    page = context.new_page()
    page.goto(address)
    begin(page)
    answer_all(page, "1")

    def store_but_lose_the_reply(route: Any) -> None:
        route.fetch()
        route.abort()

    page.route("**/answer*", store_but_lose_the_reply)
    go_on(page)
    expect(page.locator("h1")).to_have_text("Tack. Dina svar väntar på nät.")
    assert len(answers(wave)) == 1
    page.unroute("**/answer*")
    page.get_by_role("button", name="Försök skicka nu").click()
    page.wait_for_url("**/thanks?*")
    assert answers(wave) == [all_answers(1)]


def test_changing_language_keeps_the_answers(context: BrowserContext, address: str, wave: Wave) -> None:
    page = context.new_page()
    page.goto(address)
    begin(page)
    choose(page, "yes")
    page.locator("#screen input[value='3']").check()
    page.locator("summary").first.click()
    page.get_by_role("button", name="العربية").click()
    expect(page.locator("html")).to_have_attribute("dir", "rtl")
    expect(page.locator("#screen input[value='3']")).to_be_checked()
    answer_all(page, "3")
    go_on(page)
    page.wait_for_url("**/thanks?*lang=ar")
    row = stored_responses(wave)[0]
    assert (row.language, row.consent_language, row.answers) == ("ar", "sv", all_answers(3))


def test_reloading_and_the_phones_own_back_lose_nothing(context: BrowserContext, address: str) -> None:
    page = context.new_page()
    page.goto(address)
    begin(page)
    choose(page, "yes")
    choose(page, "4")
    assert step(page) == "q.q_2"
    page.reload()
    assert step(page) == "q.q_2"
    page.go_back()
    expect(page.locator("#screen")).to_have_attribute("data-step", "q.q_1")
    expect(page.locator("#screen input[value='4']")).to_be_checked()


def test_the_keyboard_is_enough_and_focus_follows(context: BrowserContext, address: str) -> None:
    page = context.new_page()
    page.goto(address)
    page.locator("#screen input[value='18+']").focus()
    page.keyboard.press("Space")
    page.keyboard.press("Enter")
    expect(page.locator("#screen h1")).to_be_focused()
    assert step(page) == "consent"
    go_on(page)
    page.locator("#screen input[value='yes']").focus()
    page.keyboard.press("Space")
    page.keyboard.press("Enter")
    assert step(page) == "q.q_1"
    go_on(page)
    expect(page.get_by_role("alert")).to_have_text("Välj ett svar eller ”Vill inte svara”.")


def test_under_13_and_no_thanks_end_kindly(context: BrowserContext, address: str, wave: Wave) -> None:
    page = context.new_page()
    page.goto(address)
    choose(page, "under-13")
    assert step(page) == "too-young"
    expect(page.locator("main")).to_contain_text("116 111")
    page.goto(address)
    choose(page, "15-17")
    page.get_by_role("button", name="Nej tack").click()
    expect(page.locator("main")).to_contain_text("Vi har inte sparat något.")
    assert (answers(wave), page.evaluate("localStorage.length")) == ([], 0)


@pytest.mark.parametrize(("width", "scheme", "language"), LOOKS, ids=lambda value: str(value))
def test_every_screen_is_accessible_and_fits(
    browser: Browser, address: str, wave: Wave, width: int, scheme: Any, language: str
) -> None:
    context = browser.new_context(viewport={"width": width, "height": 740}, color_scheme=scheme)
    page, faults = context.new_page(), []
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.on("console", lambda message: faults.append(message.text) if "Policy" in message.text else None)

    def look(name: str) -> None:
        faults.extend(f"{name}: {found}" for found in violations(page))
        if not page.evaluate("document.documentElement.scrollWidth <= innerWidth"):
            faults.append(f"{name} scrolls sideways")

    page.goto(f"{address}?lang={language}")
    look("start")
    choose(page, "13-14")
    look("consent")
    advance(page)
    choose(page, "yes")
    go_on(page)
    look("question with its error")
    page.locator("summary").first.click()
    look("languages")
    page.locator("main").click(position={"x": 5, "y": 5})
    answer_all(page)
    page.locator("#screen summary").click()
    look("check")
    go_on(page)
    page.wait_for_url("**/thanks?*")
    look("thanks")
    page.locator(".ticket a").click()
    page.wait_for_url("**/r/*")
    look("receipt")
    for further in ("/poster", "x"):
        page.goto(f"{address}{further}?lang={language}")
        look(further)
    assert faults == []
    context.close()


def test_the_poster_prints_on_one_page(context: BrowserContext, address: str) -> None:
    page = context.new_page()
    for language in ("sv", "ar"):
        page.goto(f"{address}/poster?lang={language}")
        printed = page.pdf(prefer_css_page_size=True, print_background=True)
        assert len(re.findall(rb"/Type\s*/Page\b", printed)) == 1
