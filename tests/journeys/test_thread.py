"""The whole thread in a real browser: from a need to the report and back, by everybody who has a part in it."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.journeys.conftest import Site, follow, violations
from tests.journeys.test_personas import enter, visitor

pytestmark = pytest.mark.journey
WORDS = ("", "agenda/", "process/", "activities/", "finance/", "value/", "publishing/")
INNER = (
    "agenda/needs/1/",
    "agenda/outcomes/1/",
    "process/shared/A/",
    "process/lines/1/",
    "process/decisions/3/",
    "process/letters/",
    "process/charters/",
    "activities/2/",
    "activities/1/sessions/",
    "activities/groups/1/",
    "value/3/",
    "publishing/1/",
)
# What each role may open of the thread besides what every member may; the page its work begins on is among them.
ROLES = {
    "Jonas": ("activities/groups/1/", "activities/2/session/?group=1"),
    "Birgitta": ("process/letters/",),
    "Henrik": ("value/begin/", "value/2/link/"),
    "Karin": ("finance/",),
    "Olof": ("process/decisions/",),
    "Fatima": ("publishing/2/",),
    "Mio": ("initiative/members/",),
}


# Drawings whose words have become smaller than they are drawn: what a phone can't read.
SHRUNK = """async () => {
    const shown = [...document.images].filter(image => image.clientWidth)
    await Promise.all(shown.map(image => image.decode()))
    return shown.filter(image => image.naturalWidth > image.clientWidth * 1.05).map(image => image.alt)
}"""


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
    expect(page.locator("#value")).to_contain_text("Probable value")
    page.locator("#value").get_by_role("link", name="How we worked it out").click()
    expect(page.locator("h1")).to_contain_text("Probable value")
    page.get_by_role("link", name="due to others").click()
    expect(page.locator("h1")).to_contain_text("Arbetsgruppens antaganden")
    page.go_back()
    page.get_by_role("link", name="Baslinje 2025").click()
    page.get_by_role("link", name="The questions, and the plan of what may be shown").click()
    expect(page.locator("main")).to_contain_text("How safe")


def walk(page: Page, site: Site) -> None:
    """From a need to the report by the thread beside each page."""
    page.goto(f"{site.url}/i/ljungvalla/agenda/needs/1/")
    places = ("need", "outcome", "decision", "programme", "answers", "value", "report")
    for place in range(1, len(places)):
        follow(page, page.locator("ol.thread > li").nth(place).get_by_role("link"))
        assert (places[place], page.locator("h1").count()) == (places[place], 1)
    expect(page.locator("h1")).to_contain_text("Ljungvalla 2024–2026")


@pytest.mark.parametrize("name", ROLES)
def test_every_role_walks_from_a_need_to_what_came_of_it(browser: Browser, site: Site, name: str) -> None:
    wide, dark = len(name) % 2 == 0, len(name) % 3 == 0
    page = visitor(browser, 1280 if wide else 360, "dark" if dark else "light", "sv-SE")
    enter(page, site, name)
    walk(page, site)
    for address in ROLES[name]:
        check(page, f"{site.url}/i/ljungvalla/{address}")


def test_a_reader_without_an_account_reads_the_report_and_its_pdf(browser: Browser, site: Site) -> None:
    page = visitor(browser, 360, "dark", "sv-SE")
    page.goto(f"{site.url}/o/ljungvalla/")
    follow(page, page.get_by_role("link", name="Ljungvalla 2024–2026").first)
    assert violations(page) == []
    assert page.locator("#brief li").count() == 3
    assert page.evaluate(SHRUNK) == []
    page.locator("#brief").get_by_role("link", name="Läs beslutet").click()
    expect(page).to_have_url(re.compile("#decision-4$"))
    answer = page.request.get(page.get_by_role("link", name="Som PDF").first.evaluate("link => link.href"))
    assert (answer.status, answer.body()[:5]) == (200, b"%PDF-")


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
    page.locator("summary", has_text="Trygg på kvällen").click()
    page.get_by_label("Workshop om bostadsbolagets rundvandring").check()
    page.get_by_role("textbox", name="Anchored with (optional)").fill("The resident council")
    page.get_by_label("What they said").fill("Yes")
    page.get_by_role("button", name="Store the decision").click()
    expect(page.locator("h1")).to_have_text("The municipality pays two more hosts.")
    page.get_by_role("link", name="Correct the wording").click()
    page.get_by_label("What is decided").fill("The municipality pays two hosts more.")
    page.get_by_role("button", name="Store the correction").click()
    expect(page.locator("h1")).to_have_text("The municipality pays two hosts more.")
    expect(page.locator("main")).to_contain_text("The wording was corrected")


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
    follow(page, page.get_by_role("link", name="Read the report"))
    assert violations(page) == []
    follow(page, page.get_by_role("button", name="Sign the report"))
    check(reader, f"{site.url}/o/ljungvalla/report/2/")
    answer = reader.request.get(f"{site.url}/o/ljungvalla/report/2/pdf/")
    assert (answer.status, answer.body()[:5]) == (200, b"%PDF-")


def test_a_groups_leader_keeps_a_list_of_those_who_agreed_and_nobody_else_sees_it(
    browser: Browser, site: Site
) -> None:
    page = visitor(browser, 360, "light", "en-GB")
    enter(page, site, "Jonas")
    page.goto(f"{site.url}/i/ljungvalla/activities/groups/2/")
    page.get_by_role("link", name="Write somebody in the list").click()
    page.get_by_label("What they want to be called").fill("Lillen")
    page.get_by_role("button", name="Write the name").click()
    expect(page.locator("main")).to_contain_text("Without a yes nobody's name is kept")
    assert violations(page) == []
    page.get_by_label("They have heard the text and said yes").check()
    follow(page, page.get_by_role("button", name="Write the name"))
    page.get_by_role("link", name="Write down what was held").click()
    page.get_by_label("What was held").fill("Dinner")
    page.get_by_label("How many came").fill("5")
    page.get_by_label("Lillen").check()
    page.get_by_role("button", name="Store").click()
    expect(page.locator("main")).to_contain_text("has come 1 time")
    others = visitor(browser, 1280, "dark", "en-GB")
    enter(others, site, "Noor")
    others.goto(f"{site.url}/i/ljungvalla/activities/groups/2/")
    assert "Lillen" not in others.content()
    page.locator("summary", has_text="Has changed their mind").click()
    follow(page, page.get_by_role("button", name="Erase the name"))
    assert "Lillen" not in page.content()


def test_a_value_map_is_begun_by_questions_and_takes_its_quantity_from_answers(browser: Browser, site: Site) -> None:
    page = visitor(browser, 1280, "light", "en-GB")
    enter(page, site, "Henrik")
    page.goto(f"{site.url}/i/ljungvalla/value/begin/")
    given = {
        "name": "Safer evenings",
        "giver": "The municipality",
        "giver_amount": "350000",
        "giver_source": "Budget",
        "time_giver": "Residents",
        "time_amount": "50000",
        "time_source": "200 hours at 250 kronor",
        "stakeholder": "Residents",
        "phenomenon": "Safety",
        "started": "80",
        "answered": "80",
        "improved": "56",
        "unit_amount": "15000",
        "unit_source": "Value game",
        "counterfactual": "20",
        "counterfactual_source": "Working group",
        "attribution_to_others": "5",
        "attribution_to_others_source": "Asked",
        "closeness": "0",
        "closeness_source": "Working group",
        "displacement": "10",
        "displacement_source": "Working group",
        "drop_off": "0",
    }
    for name, value in given.items():
        page.locator(f"[name={name}]").fill(value)
    page.get_by_role("button", name="Store and see what it comes to").click()
    expect(page.locator("h1")).to_contain_text("550,000–600,000")
    expect(page.locator("#working")).to_contain_text("574,560")
    page.get_by_role("link", name="Take the quantity from results").click()
    page.get_by_label("How many, taken from").select_option(label="utbildade värdar: 12 (Kursintyg)")
    page.get_by_role("button", name="Store the version").click()
    expect(page.locator("main")).to_contain_text("Taken from what has been counted: 12")
