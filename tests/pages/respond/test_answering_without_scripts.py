"""A resident answers on any phone: one question a screen, nothing lost on the way, nothing kept in between."""

from __future__ import annotations

from datetime import timedelta
from typing import Any
from urllib.parse import urlencode

import pytest
from django.utils import timezone
from tests.pages.respond.plain_browser import FORM, PlainBrowser
from tests.pages.respond.survey_factory import LANGUAGES, content, new_wave, question, stored_responses

from samklang.records.measurement.models import Wave
from samklang.records.measurement.services.receipt import receipt_for

pytestmark = pytest.mark.django_db
ADDRESS = "/s/ek4829"


@pytest.fixture
def wave() -> Wave:
    return new_wave()


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_whole_way_in_each_language(wave: Wave, language: str) -> None:
    browser = PlainBrowser(f"{ADDRESS}?lang={language}")
    direction = "rtl" if language == "ar" else "ltr"
    assert (browser.page.root["lang"], browser.page.root["dir"]) == (language, direction)
    browser.begin("15-17")
    browser.answer_all("3")
    browser.press("send")
    asked = ["safe_01", "safe_02", "ill_01"] if language == "ar" else ["safe_01", "safe_02", "rses_01", "ill_01"]
    row = stored_responses(wave)[0]
    assert (row.answers, row.language, row.consent_age_band, row.lives_here) == (
        dict.fromkeys(asked, 3),
        language,
        "15-17",
        "yes",
    )
    assert browser.response.status_code == 303
    assert browser.response["Location"] == f"{ADDRESS}/thanks?receipt={receipt_for('ek4829')}&lang={language}"
    thanks = PlainBrowser(browser.response["Location"])
    assert receipt_for("ek4829") in thanks.text
    assert "116 111" in thanks.text
    assert (thanks.page.root["lang"], thanks.page.root["dir"]) == (language, direction)


def test_the_steps_in_order_with_progress_in_words(wave: Wave) -> None:
    browser = PlainBrowser(ADDRESS + "?lang=sv")
    seen = [browser.step]
    browser.begin()
    while browser.step != "check":
        seen.append((browser.step, [word for word in browser.page.words if word.startswith("Fråga ")]))
        browser.choose("97" if browser.step.startswith("q.") else "skip")
        browser.press()
    asked = ["area", "q.safe_01", "q.safe_02", "q.rses_01", "q.work_01", "q.ill_01"]
    assert seen == ["start", *((step, [f"Fråga {number} av 6"]) for number, step in enumerate(asked, start=1))]


def test_nothing_is_chosen_in_advance(wave: Wave) -> None:
    browser = PlainBrowser(ADDRESS)
    assert "age" not in browser.page.fields
    browser.begin()
    while browser.step != "check":
        (name,) = browser.page.radios
        assert name not in browser.page.fields
        browser.choose(browser.page.radios[name][-1])
        browser.press()


def test_not_wanting_to_answer_can_always_be_chosen(wave: Wave) -> None:
    browser = PlainBrowser(ADDRESS + "?lang=sv")
    browser.begin()
    browser.answer_all("97", lives="skip")
    browser.press("send")
    row = stored_responses(wave)[0]
    assert (set(row.answers.values()), row.lives_here) == ({97}, "skip")


def test_choosing_nothing_says_what_to_do_and_stays(wave: Wave) -> None:
    browser = PlainBrowser(ADDRESS + "?lang=sv")
    browser.press()
    assert (browser.step, browser.response.status_code) == ("start", 422)
    assert "Välj hur gammal du är." in browser.text
    browser.begin()
    browser.press()
    assert (browser.step, browser.response.status_code) == ("area", 422)
    assert "Välj ett svar eller ”Vill inte svara”." in browser.text


def test_back_keeps_every_answer(wave: Wave) -> None:
    browser = PlainBrowser(ADDRESS)
    browser.begin()
    browser.choose("no")
    browser.press()
    browser.choose("4")
    browser.press()
    browser.choose("2")
    browser.press("back")
    assert (browser.step, browser.page.fields["q.safe_01"], browser.page.fields["q.safe_02"]) == (
        "q.safe_01",
        "4",
        "2",
    )
    browser.press("back")
    assert (browser.step, browser.page.fields["lives"]) == ("area", "no")
    for _step in range(2):
        browser.press("back")
    assert (browser.step, browser.page.fields["age"]) == ("start", "18+")


def test_changing_language_keeps_every_answer_the_one_on_the_screen_too(wave: Wave) -> None:
    browser = PlainBrowser(ADDRESS + "?lang=sv")
    browser.begin()
    browser.choose("yes")
    browser.press()
    browser.choose("3")
    browser.press("stay", language="ar")
    assert (browser.step, browser.page.root["dir"], browser.page.fields["q.safe_01"]) == ("q.safe_01", "rtl", "3")
    browser.answer_all("3")
    browser.press("send")
    row = stored_responses(wave)[0]
    assert (row.language, row.consent_language, row.lives_here) == ("ar", "sv", "yes")


def test_an_answer_to_a_question_the_new_language_lacks_is_left_out_and_comes_back(wave: Wave) -> None:
    browser = PlainBrowser(ADDRESS + "?lang=sv")
    browser.begin()
    for value in ("yes", "1", "2"):
        browser.choose(value)
        browser.press()
    assert browser.step == "q.rses_01"
    browser.choose("4")
    browser.press("stay", language="ar")
    assert (browser.step, browser.page.fields["q.rses_01"]) == ("q.work_01", "4")
    browser.press("stay", language="sv")
    browser.answer_all("1")
    browser.press("stay", language="ar")
    browser.press("send")
    assert sorted(stored_responses(wave)[0].answers) == ["ill_01", "safe_01", "safe_02", "work_01"]


def test_the_last_screen_shows_the_answers_and_leads_back_to_each(wave: Wave) -> None:
    browser = PlainBrowser(ADDRESS + "?lang=sv")
    browser.begin()
    browser.answer_all("2")
    assert browser.page.words.count("Stämmer ganska dåligt") == 5
    browser.press("q.safe_02")
    assert (browser.step, browser.page.fields["after"]) == ("q.safe_02", "check")
    browser.press("stay", language="en")
    browser.choose("4")
    browser.press()
    assert browser.step == "check"
    browser.press("q.safe_01")
    browser.press("back")
    assert browser.step == "check"
    browser.press("send")
    assert stored_responses(wave)[0].answers["safe_02"] == 4


def test_under_13_is_kindly_stopped_and_nothing_goes_on(wave: Wave) -> None:
    browser = PlainBrowser(ADDRESS + "?lang=sv")
    browser.choose("under-13")
    browser.press()
    assert (browser.step, browser.response.status_code, stored_responses(wave)) == ("", 200, [])
    assert "De här frågorna är för dig som är 13 år." in browser.text
    assert "116 111" in browser.text


def test_the_youngest_get_no_adult_and_no_sensitive_questions(wave: Wave) -> None:
    browser = PlainBrowser(ADDRESS + "?lang=sv")
    browser.begin("13-14")
    browser.answer_all("1")
    browser.press("send")
    assert sorted(stored_responses(wave)[0].answers) == ["rses_01", "safe_01", "safe_02"]


def test_the_consent_text_is_the_age_bands_own_and_stands_before_the_button(wave: Wave) -> None:
    browser = PlainBrowser(ADDRESS + "?lang=sv")
    browser.choose("13-14")
    browser.press()
    words = browser.page.words
    assert browser.step == "consent"
    assert "Du som är 13-14, sv" in words
    assert words.index("När svaren är skickade kan vi inte ta bort dem.") < words.index("Ja, jag vill vara med")


def test_who_says_no_is_thanked_and_nothing_is_kept(wave: Wave) -> None:
    browser = PlainBrowser(ADDRESS + "?lang=sv")
    browser.choose("18+")
    browser.press()
    browser.press("decline")
    assert "Vi har inte sparat något." in browser.text
    assert stored_responses(wave) == []


def test_changing_ones_age_asks_for_consent_again(wave: Wave) -> None:
    browser = PlainBrowser(ADDRESS + "?lang=sv")
    browser.begin("18+")
    browser.press("back")
    browser.press("back")
    browser.choose("15-17")
    browser.press()
    assert (browser.step, "consent" in browser.page.fields) == ("consent", False)
    browser.agree()
    browser.answer_all()
    browser.press("send")
    assert stored_responses(wave)[0].consent_version.startswith("15-17-sv")


def test_no_question_is_shown_before_consent(wave: Wave) -> None:
    browser = PlainBrowser(ADDRESS)
    for sent in ({"step": "area", "lives": "yes", "age": "18+"}, {"step": "q.safe_01", "go": "stay", "age": "18+"}):
        assert _post(browser, sent).context["page"].screen.step == "consent"
    assert _post(browser, {"step": "q.safe_01", "go": "stay"}).context["page"].screen.step == "start"
    assert _post(browser, {"step": "nonsense", "go": "nonsense"}).context["page"].screen.step == "start"


def test_a_page_left_open_for_days_still_sends(wave: Wave, monkeypatch: pytest.MonkeyPatch) -> None:
    browser = PlainBrowser(ADDRESS)
    browser.begin()
    browser.answer_all()
    later = timezone.localdate() + timedelta(days=6)
    monkeypatch.setattr(timezone, "localdate", lambda *_args: later)
    browser.press("send")
    assert (browser.response.status_code, len(stored_responses(wave))) == (303, 1)


def test_pressing_send_twice_counts_once(wave: Wave) -> None:
    browser = PlainBrowser(ADDRESS)
    browser.begin()
    browser.answer_all()
    page = browser.page
    browser.press("send")
    browser.page = page
    browser.press("send")
    assert (browser.response.status_code, len(stored_responses(wave))) == (303, 1)


def test_going_back_after_sending_and_sending_something_else_is_a_conflict(wave: Wave) -> None:
    browser = PlainBrowser(ADDRESS + "?lang=sv")
    browser.begin()
    browser.answer_all("1")
    page = browser.page
    browser.press("send")
    browser.page = page
    browser.page.fields["q.safe_01"] = "4"
    browser.press("send")
    assert browser.response.status_code == 409
    assert "Andra svar är redan skickade" in browser.text
    assert [row.answers["safe_01"] for row in stored_responses(wave)] == [1]


def test_sending_with_a_hole_leads_to_the_question_and_back(wave: Wave) -> None:
    browser = PlainBrowser(ADDRESS + "?lang=sv")
    browser.begin()
    browser.answer_all("1")
    del browser.page.fields["q.safe_02"]
    browser.press("send")
    assert (browser.step, browser.response.status_code) == ("q.safe_02", 422)
    browser.choose("3")
    browser.press()
    assert stored_responses(wave) == []


@pytest.mark.parametrize("value", ["5", "0", "x", "\x00", "😀", "١", "1.0", "9" * 400])
def test_an_answer_nobody_could_choose_is_asked_for_again(wave: Wave, value: str) -> None:
    browser = PlainBrowser(ADDRESS)
    browser.begin()
    browser.answer_all("1")
    browser.page.fields["q.safe_01"] = value
    browser.press("send")
    assert (browser.step, browser.response.status_code, stored_responses(wave)) == ("q.safe_01", 422, [])


def test_a_broken_key_and_a_filled_trap_store_nothing(wave: Wave) -> None:
    for field in ("key", "website"):
        browser = PlainBrowser(ADDRESS + "?lang=sv")
        browser.begin()
        browser.answer_all("1")
        browser.page.fields[field] = "http://spam"
        browser.press("send")
        assert (browser.response.status_code, stored_responses(wave)) == (422, [])
        assert "Inget är sparat." in browser.text


def test_a_flood_of_bytes_or_fields_is_turned_away(wave: Wave) -> None:
    browser = PlainBrowser(ADDRESS)
    assert _post(browser, {"q.safe_01": "a" * 10_000_000}).status_code == 413
    many = browser.client.post(ADDRESS, "a&" * 5000, content_type=FORM)
    assert many.status_code == 413
    other = browser.client.post(ADDRESS, {"age": "18+"})
    assert other.context["page"].screen.step == "start"


def test_markup_in_an_answer_comes_back_as_text(wave: Wave) -> None:
    browser = PlainBrowser(ADDRESS)
    browser.begin()
    browser.page.fields |= {"key": '"><script>alert(1)</script>', "q.<b>": "1"}
    browser.choose("yes")
    browser.press()
    assert "<script>alert" not in browser.response.content.decode()
    assert "q.<b>" not in browser.page.fields


def test_answers_beside_the_scale_stand_apart_and_once() -> None:
    asked = question("safe_01")
    for text in asked["texts"].values():
        text["options"] += [[98, "?"], [97, "-"]]
    new_wave(frozen=content([asked], area_question={}))
    browser = PlainBrowser(ADDRESS)
    browser.begin()
    screen = browser.response.context["page"].screen
    assert [choice.value for choice in screen.scale] == ["1", "2", "3", "4"]
    assert [choice.value for choice in screen.beside] == ["98", "97"]


def test_a_wave_without_the_areas_question_does_not_ask_it() -> None:
    wave = new_wave(frozen=content([question("safe_01")], area_question={}))
    browser = PlainBrowser(ADDRESS)
    browser.begin()
    assert browser.step == "q.safe_01"
    browser.answer_all("1")
    browser.press("send")
    assert stored_responses(wave)[0].lives_here == "skip"


def _post(browser: PlainBrowser, sent: dict[str, str]) -> Any:
    return browser.client.post(ADDRESS, urlencode(sent), content_type=FORM)
