"""The worked figures of the sources come out of pages with the display rules, not only out of the methods."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

import pytest
import yaml
from django.test import Client
from django.utils.translation import override
from tests.methods.value.maps import outcome, plain_outcome, raw_map
from tests.personas import member, new_initiative
from tests.thread import MAP, Thread, whole_thread

from samklang.pages.components.value_words import place_name
from samklang.pages.finance.page import finance_page
from samklang.records.finance.services import change_grant
from samklang.records.initiative.enums import Role
from samklang.records.initiative.models.scoped import InitiativeRef
from samklang.records.people.models import User
from samklang.records.people.permissions import system
from samklang.records.value.services import store_value_map

pytestmark = pytest.mark.django_db
GIVEN = {"source": "Källan"}
NO_TIME = [{"stakeholder": "Boende", "kind": "time", "amount": 0, **GIVEN}]
GAINS = (1_360_000, 70_000, 35_000, 30_000, 8_000, 4_000)


@pytest.fixture
def initiative() -> InitiativeRef:
    return new_initiative()


@pytest.fixture
def thread(initiative: InitiativeRef) -> Thread:
    return whole_thread(initiative)


@pytest.fixture
def browser(initiative: InitiativeRef) -> Client:
    """A process leader's browser, in Swedish."""
    client = Client(headers={"accept-language": "sv"})
    client.force_login(User.objects.get(pk=member(initiative, Role.PROCESS_LEADER).user_id))
    return client


def shown(browser: Client, initiative: InitiativeRef, thread: Thread, text: str) -> str:
    """The page of a map, with plain spaces. It is a version of the thread's own map, so nothing is claimed twice."""
    stored = store_value_map(
        initiative=initiative, actor=system(), programme_id=thread.programme, name="Torget", text=text
    )
    page = browser.get(f"/i/{initiative.slug}/value/{stored}/")
    return page.content.decode().replace("\u00a0", " ")


def written(raw: dict[str, Any]) -> str:
    """A map of the methods' tests as text."""
    text: str = yaml.safe_dump(raw, allow_unicode=True, sort_keys=False)
    return text


def test_eighty_people_are_told_as_a_band_and_the_exact_kronor_stand_in_the_working_only(
    browser: Client, initiative: InitiativeRef, thread: Thread
) -> None:
    page = shown(browser, initiative, thread, MAP)
    heading = page.partition("<h1>")[2].partition("</h1>")[0]
    assert "550 000–600 000" in heading
    assert "574 560" not in page.partition('id="working"')[0]
    assert "574 560" in page.partition('id="working"')[2]
    assert "1:1,4" in page


def test_a_map_with_six_gains_and_a_harm_is_told_as_one_to_one_and_names_who_loses(
    browser: Client, initiative: InitiativeRef, thread: Thread
) -> None:
    rows = [plain_outcome(f"o{place}", amount, stakeholder=f"G{place}") for place, amount in enumerate(GAINS)]
    harm = plain_outcome("klimat", 40_000, stakeholder="Miljön", sign=-1)
    inputs = [
        {"stakeholder": "Organisationerna", "kind": "money", "amount": 640_000, **GIVEN},
        {"stakeholder": "Projektet", "kind": "money", "amount": 600_000, **GIVEN},
        {"stakeholder": "Deltagarna", "kind": "time", "amount": 165_000, **GIVEN},
    ]
    page = shown(browser, initiative, thread, written(raw_map(*rows, harm, inputs=inputs)))
    assert ('dir="ltr">1:1<' in page, "−40 000" in page, "Miljön" in page) == (True, True, True)


def test_a_negative_total_is_shown_and_has_no_ratio(
    browser: Client, initiative: InitiativeRef, thread: Thread
) -> None:
    rows = [plain_outcome("e", 20), plain_outcome("m", 40, sign=-1), plain_outcome("p", 10)]
    page = shown(browser, initiative, thread, written(raw_map(*rows, inputs=NO_TIME)))
    assert ("−10" in page, "Resurser till värde" in page) == (True, False)


def test_a_gain_of_127_650_000_is_stored_and_every_warning_stands_beside_it(
    browser: Client, initiative: InitiativeRef, thread: Thread
) -> None:
    page = shown(
        browser, initiative, thread, written(raw_map(plain_outcome("jobb", 1_150_000, quantity=111), inputs=NO_TIME))
    )
    assert "127 650 000" in page.partition('id="working"')[2]
    assert [code for code in ("VW01", "VW04", "VW05") if code not in page] == []


def test_shares_of_29_who_started_are_counted_of_all_29(
    browser: Client, initiative: InitiativeRef, thread: Thread
) -> None:
    page = shown(browser, initiative, thread, written(raw_map(outcome(started=29, answered=29, improved=27))))
    working = page.partition('id="working"')[2]
    assert [one for one in ("personer som började", ">27<", ">29<") if one not in working.replace(" ", " ")] == []


def test_of_29_who_started_27_are_told_as_93_23_as_79_and_19_as_66_per_cent(
    browser: Client, initiative: InitiativeRef, thread: Thread
) -> None:
    """19 of 29 is 65.5: half is rounded up, where the source cut."""
    told = {}
    for improved in (27, 23, 19):
        row = outcome(started=29, answered=29, improved=improved)
        page = shown(browser, initiative, thread, written(raw_map(row)))
        told[improved] = re.findall(r"(\d+) % av dem som svarade", page)
    assert told == {27: ["93"], 23: ["79"], 19: ["66"]}


def test_11_6_million_saved_is_told_as_7_8_million_and_68_per_cent_that_is_left(
    browser: Client, initiative: InitiativeRef, thread: Thread
) -> None:
    saved = plain_outcome(
        "skola",
        11_600_000,
        counterfactual={"share": 0.25, "basis": "statistics", **GIVEN},
        closeness={"share": 0.1, **GIVEN},
    )
    working = shown(browser, initiative, thread, written(raw_map(saved, inputs=NO_TIME))).partition('id="working"')[2]
    assert ("7,8 miljoner" in working, "7 830 000" in working, "68 % av det" in working) == (True, True, True)


def test_with_income_anchored_in_money_twenty_forty_forty_makes_the_others_worth_twice_as_much(
    browser: Client, initiative: InitiativeRef, thread: Thread
) -> None:
    following = {"relative_to": "inkomst", "unit": "SEK/person/year", "method": "relative", "price_year": 2024}
    anchor = plain_outcome("inkomst", 15_000, weight=0.2)
    others = [
        plain_outcome(name, 0, weight=0.4, unit_value={**following, "source": "20/40/40"})
        for name in ("självförtroende", "gemenskap")
    ]
    page = shown(browser, initiative, thread, written(raw_map(anchor, *others, inputs=NO_TIME)))
    working = page.partition('id="working"')[2]
    counts = {amount: working.count(f"</span> {amount}<") for amount in ("15 000", "30 000")}
    assert (counts, "20/40/40" in working) == ({"15 000": 1, "30 000": 2}, True)


@pytest.mark.parametrize(("lang", "amount"), [("sv", "287 280"), ("en", "287,280"), ("da", "287.280")])
def test_every_number_of_a_working_is_written_in_the_readers_language(
    browser: Client, initiative: InitiativeRef, thread: Thread, lang: str, amount: str
) -> None:
    """574 560 kronor in the first year and half as much in the second."""
    stored = store_value_map(
        initiative=initiative,
        actor=system(),
        programme_id=thread.programme,
        name="Torget",
        text=MAP.replace("duration_years: 1", "duration_years: 2").replace("drop_off: 0", "drop_off: 0.5"),
    )
    page = browser.get(f"/i/{initiative.slug}/value/{stored}/?lang={lang}").content.decode().replace("\u00a0", " ")
    assert re.findall(r'class="running">([^<]*)</span>', page)[-1:] == [amount]


def test_answers_one_to_five_on_our_share_are_shown_with_how_each_is_read(
    browser: Client, initiative: InitiativeRef, thread: Thread
) -> None:
    asked = outcome(attribution_to_others={"our_share_answers": {1: 1, 5: 3}, "source": "Läget 2, fråga 12"})
    working = shown(browser, initiative, thread, written(raw_map(asked))).partition('id="working"')[2]
    # One read 0–25 % as ours and three 75–100 %: the middles give 68.75 % ours, so 31.25 % is due to others.
    read = ("1 som 0–25 %", "5 som 75–100 %", "(1 − 31 %)", "Läget 2, fråga 12")
    assert [one for one in read if one not in working] == []


def test_111_of_145_went_on_and_each_is_worth_1_150_000(
    browser: Client, initiative: InitiativeRef, thread: Thread
) -> None:
    row = plain_outcome("jobb", 1_150_000, started=145, answered=145, improved=111)
    del row["quantity"]
    working = shown(browser, initiative, thread, written(raw_map(row, inputs=NO_TIME))).partition('id="working"')[2]
    told = ("127 650 000", "77 % av dem som svarade")
    assert [one for one in told if one not in working] == []


def test_one_change_claimed_whole_by_two_maps_is_refused_in_both_and_says_how_to_mend_it(
    browser: Client, initiative: InitiativeRef, thread: Thread
) -> None:
    other = store_value_map(
        initiative=initiative, actor=system(), programme_id=thread.running, name="Samtalen", text=MAP
    )
    pages = {
        name: browser.get(f"/i/{initiative.slug}/value/{number}/").content.decode()
        for name, number in (("Samtalen", thread.map), ("Torget", other))
    }
    for claimant, page in pages.items():
        assert ("VE04" in page, f"i en annan karta: {claimant}." in page, "kronor, mot" in page) == (
            True,
            True,
            False,
        )
        assert ("partner_shares" in page, "counted: false" in page) == (True, True)


def test_with_shares_agreed_between_two_maps_both_have_their_totals(
    browser: Client, initiative: InitiativeRef, thread: Thread
) -> None:
    for name, partner, share in (("Torget", "Föreningen", 0.6), ("Samtalen", "Skolan", 0.4)):
        text = MAP.replace("    sign: 1", f"    sign: 1\n    partner_shares: {{{partner}: {share}}}")
        stored = store_value_map(
            initiative=initiative, actor=system(), programme_id=thread.programme, name=name, text=text
        )
    page = browser.get(f"/i/{initiative.slug}/value/{stored}/").content.decode()
    assert ("VE04" in page, "550 000–600 000" in page.replace("\u00a0", " ")) == (False, True)


def test_a_share_written_as_a_per_cent_gives_an_error_that_says_how_to_mend_it_and_no_total(
    browser: Client, initiative: InitiativeRef, thread: Thread
) -> None:
    page = shown(browser, initiative, thread, MAP.replace("share: 0.20, basis", "share: 20, basis"))
    assert ("VE01" in page, "kronor, mot" in page) == (True, False)


def test_of_a_grant_of_4_560_000_for_three_years_nine_per_cent_of_the_time_had_passed(
    initiative: InitiativeRef, thread: Thread
) -> None:
    change_grant(
        initiative=initiative,
        actor=system(),
        grant_id=thread.grant,
        funder_id=thread.partner,
        purpose="Arbetet",
        kronor=4_560_000,
        begins_on=date(2024, 10, 1),
        ends_on=date(2027, 10, 31),
    )
    table = finance_page(initiative, system(), date(2025, 1, 8)).grants
    assert table is not None
    row = [text.replace("\u00a0", " ") for text in table.texts[0]]
    assert (row[1], row[4], row[5]) == ("4 560 000", "oktober 2024–oktober 2027", "9 %")


def test_a_warning_says_where_in_words_and_one_for_the_whole_map_names_no_place() -> None:
    with override("sv"):
        places = ("outcomes.trygghet.attribution_to_others", "outcomes.trygghet", "outcomes", "uncertainty")
        found = [place_name(where) for where in places]
    assert found == ["trygghet: beror på andra", "trygghet", "", ""]
