"""The whole thread in a real browser: from a need to the report and back, by everybody who has a part in it."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.journeys.conftest import Site, violations
from tests.journeys.test_personas import enter, visitor

pytestmark = pytest.mark.journey
WORDS = ("", "agenda/", "process/", "activities/", "finance/", "value/", "publishing/")
INNER = (
    "agenda/needs/1/",
    "agenda/outcomes/1/",
    "process/shared/A/",
    "process/lines/1/",
    "process/decisions/1/",
    "process/letters/",
    "activities/1/",
    "value/2/",
    "publishing/1/",
)


def check(page: Page, address: str) -> None:
    """The page answers, axe finds nothing, and nothing sticks out of a narrow screen."""
    answer = page.goto(address)
    assert answer is not None and (address, answer.status) == (address, 200)
    assert (address, violations(page)) == (address, [])
    assert (address, page.evaluate("document.documentElement.scrollWidth <= innerWidth")) == (address, True)
    assert (address, page.locator("h1").count()) == (address, 1)


@pytest.mark.parametrize(
    ("width", "scheme", "locale"), [(360, "dark", "sv-SE"), (1280, "light", "da-DK")], ids=("phone", "desk")
)
def test_every_part_of_the_thread_is_readable(
    browser: Browser, site: Site, width: int, scheme: str, locale: str
) -> None:
    page = visitor(browser, width, scheme, locale)
    enter(page, site, "Samira")
    for part in (*WORDS, *INNER):
        check(page, f"{site.url}/i/ljungvalla/{part}")


def test_one_walks_from_the_reports_value_to_the_question_asked(browser: Browser, site: Site) -> None:
    page = visitor(browser, 1280, "light", "en-GB")
    enter(page, site, "Karin")
    page.goto(f"{site.url}/i/ljungvalla/publishing/1/")
    expect(page.locator("main")).to_contain_text("Probable value")
    page.goto(f"{site.url}/i/ljungvalla/value/2/")
    page.get_by_role("link", name="Baslinje 2025").click()
    page.get_by_role("link", name="The questions, and the plan of what may be shown").click()
    expect(page.locator("main")).to_contain_text("How safe")


def test_one_walks_from_a_need_to_what_came_of_it(browser: Browser, site: Site) -> None:
    page = visitor(browser, 360, "light", "sv-SE")
    enter(page, site, "Birgitta")
    page.goto(f"{site.url}/i/ljungvalla/agenda/needs/1/")
    places = ("need", "outcome", "decision", "programme", "answers", "value", "report")
    for place in range(1, len(places)):
        thread = page.locator("ol.thread")
        expect(thread).to_be_visible()
        thread.locator("li").nth(place).get_by_role("link").click()
        assert violations(page) == []
    expect(page.locator("h1")).to_contain_text("Ljungvalla 2024–2026")


def test_a_decision_without_grounds_is_refused_and_nothing_typed_is_lost(browser: Browser, site: Site) -> None:
    page = visitor(browser, 1280, "light", "en-GB")
    enter(page, site, "Samira")
    page.goto(f"{site.url}/i/ljungvalla/process/decisions/add/")
    assert violations(page) == []
    page.get_by_label("The decision in a few words").fill("Two hosts more")
    page.get_by_label("What is decided").fill("The municipality pays two more hosts.")
    page.get_by_label("The option that was chosen").fill("Two hosts")
    page.get_by_label("Reasons").fill("More people come.")
    page.get_by_label("Who decided").fill("Steering group")
    page.get_by_role("button", name="Store the decision").click()
    expect(page.locator("main")).to_contain_text("A decision needs grounds")
    assert page.get_by_label("The decision in a few words").input_value() == "Two hosts more"
    assert violations(page) == []
    page.get_by_label("Workshop om bostadsbolagets rundvandring").check()
    page.get_by_label("Anchored with").fill("The resident council")
    page.get_by_label("What they said").fill("Yes")
    page.get_by_role("button", name="Store the decision").click()
    expect(page.locator("h1")).to_have_text("The municipality pays two more hosts.")


def test_a_programme_waits_for_its_follow_up_plan_and_then_starts(browser: Browser, site: Site) -> None:
    page = visitor(browser, 1280, "light", "en-GB")
    enter(page, site, "Samira")
    page.goto(f"{site.url}/i/ljungvalla/activities/3/")
    expect(page.get_by_role("button", name="Start the programme")).to_be_disabled()
    page.get_by_role("link", name="Write the follow-up plan").click()
    page.get_by_label("When").fill("Before, and a year after")
    page.get_by_label("What the change is compared with").fill("With nothing")
    page.get_by_label("Who is responsible").fill("The evaluator")
    page.get_by_role("button", name="Store the plan").click()
    page.get_by_role("button", name="Start the programme").click()
    expect(page.locator("main")).to_contain_text("The programme has started.")


def test_the_resident_council_signs_and_then_anyone_reads(browser: Browser, site: Site) -> None:
    reader = visitor(browser, 360, "dark", "sv-SE")
    answer = reader.goto(f"{site.url}/o/ljungvalla/report/2/")
    assert answer is not None and answer.status == 404
    page = visitor(browser, 360, "light", "en-GB")
    enter(page, site, "Fatima")
    page.get_by_role("link", name="Read the report").click()
    assert violations(page) == []
    page.get_by_role("button", name="Sign the report").click()
    check(reader, f"{site.url}/o/ljungvalla/report/2/")
    answer = reader.request.get(f"{site.url}/o/ljungvalla/report/2/pdf/")
    assert (answer.status, answer.body()[:5]) == (200, b"%PDF-")
