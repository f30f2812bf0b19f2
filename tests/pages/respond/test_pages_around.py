"""Around the questions: refusals, thanks, the receipt, the poster, headers and bytes."""

from __future__ import annotations

import gzip
import json
import re
from typing import Any

import pytest
from django.test import Client
from tests.pages.respond.plain_browser import PlainBrowser
from tests.pages.respond.survey_factory import LANGUAGES, content, new_wave, question

from samklang.pages.respond.words import choose_language, day_in_words, words
from samklang.records.initiative.models.scoped import writing_in
from samklang.records.initiative.queries import initiative_by_id
from samklang.records.measurement.enums import WaveState
from samklang.records.measurement.models import Reading, Release
from samklang.records.measurement.services.receipt import receipt_for

pytestmark = pytest.mark.django_db
ADDRESS = "/s/ek4829"
BUDGET = 14_000


def squeezed(response: Any) -> int:
    """Bytes on the wire, as gzip makes them."""
    return len(gzip.compress(response.content, 6))


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_first_page_holds_twenty_questions_in_fourteen_kilobytes(language: str) -> None:
    new_wave(frozen=content([question(f"q_{number}", number) for number in range(20)]))
    response = Client().get(f"{ADDRESS}?lang={language}")
    html = response.content.decode()
    assert [f'<template data-step="q.q_{number}"' in html for number in range(20)] == [True] * 20
    assert squeezed(response) <= BUDGET


def test_the_page_needs_nothing_else_from_anywhere() -> None:
    new_wave()
    html = Client().get(ADDRESS).content.decode()
    assert re.findall(r'(?:src|href|action)="(?!/|\?|tel:)([^"]+)"', html) == []
    assert re.findall(r'<script(?! nonce=)|<link rel="stylesheet"|style="|onclick|https?://', html) == []


def test_worker_and_manifest_are_small_and_right() -> None:
    new_wave()
    worker, manifest = Client().get("/s/worker.js"), Client().get(f"{ADDRESS}/manifest.webmanifest?lang=ar")
    assert worker["Content-Type"].startswith("text/javascript")
    assert manifest["Content-Type"] == "application/manifest+json"
    assert json.loads(manifest.content)["start_url"] == f"{ADDRESS}?lang=ar"
    assert squeezed(worker) + squeezed(manifest) <= BUDGET


def test_the_wire_carries_the_page_compressed() -> None:
    new_wave(frozen=content([question(f"q_{number}", number) for number in range(20)]))
    response = Client(headers={"Accept-Encoding": "gzip"}).get(ADDRESS)
    assert response["Content-Encoding"] == "gzip"
    assert len(response.content) <= BUDGET


def every_page() -> list[Any]:
    """Each page of answering once, the refusals too."""
    client, browser = Client(), PlainBrowser(ADDRESS)
    browser.begin()
    step = browser.response
    browser.answer_all()
    browser.press("send")
    receipt = receipt_for("ek4829")
    gets = (ADDRESS, "/s/", "/s/?code=ek4829", "/s/nope", f"{ADDRESS}/poster", f"{ADDRESS}/thanks", f"/r/{receipt}")
    gets += (f"{ADDRESS}/thanks?receipt={receipt}", "/r/nope", "/s/worker.js", f"{ADDRESS}/manifest.webmanifest")
    return [step, browser.response, client.post(f"{ADDRESS}/answer"), *(client.get(one) for one in gets)]


def test_no_page_sets_a_cookie_or_tells_the_next_site_where_one_was() -> None:
    new_wave()
    for response in every_page():
        assert (dict(response.cookies), response["Referrer-Policy"]) == ({}, "no-referrer")
        assert "no-" in response["Cache-Control"]
        assert "unsafe" not in response["Content-Security-Policy"]


def test_pages_with_answers_are_never_stored() -> None:
    new_wave()
    browser = PlainBrowser(ADDRESS)
    assert browser.response["Cache-Control"] == "private, no-cache"
    browser.begin()
    assert browser.response["Cache-Control"] == "no-store"


def test_the_first_page_is_the_same_for_everybody() -> None:
    new_wave()
    pages = [Client().get(f"{ADDRESS}?lang=sv").content.decode() for _person in range(2)]
    assert len({re.sub(r'nonce="[^"]+"', "", page) for page in pages}) == 1


def test_an_unknown_code_asks_for_it_again_in_every_language() -> None:
    for language in LANGUAGES:
        browser = PlainBrowser(f"/s/ek0000?lang={language}")
        assert (browser.response.status_code, browser.page.root["lang"]) == (404, language)
        assert words(language)["code_unknown"].format(code="ek0000") in browser.text
    for odd in ("/s/%00", "/s/<b>", "/s/" + "x" * 3000):
        response = Client().get(odd)
        assert (response.status_code, b"<b>" in response.content) == (404, False)


def test_the_code_can_be_typed_and_careless_typing_is_forgiven() -> None:
    new_wave()
    client = Client()
    assert client.get("/s/").status_code == 200
    assert [client.get("/s/", {"code": typed}).headers.get("Location") for typed in ("ek4829", " EK 4829 ")] == [
        ADDRESS,
        ADDRESS,
    ]
    assert client.get("/s/", {"code": "nope"}).status_code == 404
    empty = client.get("/s/", {"code": "", "lang": "sv"})
    assert "Skriv koden som står på affischen." in empty.content.decode()


def test_a_wave_not_yet_open_says_when_it_opens() -> None:
    wave = new_wave(state=WaveState.PLANNED, opens_in=3, frozen={})
    for response in (Client().get(f"{ADDRESS}?lang=en"), Client().post(f"{ADDRESS}?lang=en")):
        assert f"The questions open on {day_in_words(wave.opens_on, 'en')}." in response.content.decode()
    assert [Client().get(ADDRESS).status_code, Client().post(ADDRESS).status_code] == [200, 425]


@pytest.mark.parametrize("state", [WaveState.CLOSED, WaveState.STOPPED])
def test_a_closed_wave_says_so_and_when_the_results_come(state: WaveState) -> None:
    wave = new_wave(state=state)
    for response in (Client().get(f"{ADDRESS}?lang=sv"), Client().post(f"{ADDRESS}?lang=sv")):
        assert response.status_code == 410
        assert f"Frågorna stängde {day_in_words(wave.closes_on, 'sv')}." in response.content.decode()
        assert "Resultatet kommer 15 december 2026." in response.content.decode()


def test_a_wave_that_closes_while_somebody_answers_says_so_at_the_end() -> None:
    wave = new_wave()
    browser = PlainBrowser(f"{ADDRESS}?lang=sv")
    browser.begin()
    browser.answer_all()
    with writing_in(initiative_by_id(wave.initiative_id)):
        wave.changed(state=WaveState.CLOSED)
    browser.press("send")
    assert browser.response.status_code == 410


def test_thanks_without_the_receipt_leads_to_the_survey() -> None:
    new_wave()
    for receipt in ("", "ek4829-00000000", receipt_for("other")):
        assert Client().get(f"{ADDRESS}/thanks", {"receipt": receipt})["Location"] == ADDRESS


def stops(receipt: str, language: str = "sv") -> list[tuple[str, str]]:
    response = Client().get(f"/r/{receipt}?lang={language}")
    return [(stop.place, stop.text) for stop in response.context["page"].stops]


def test_the_receipt_tells_how_far_the_answers_have_come() -> None:
    wave = new_wave()
    initiative, receipt = initiative_by_id(wave.initiative_id), receipt_for("ek4829")
    assert [place for place, _text in stops(receipt)] == ["done", "here", "ahead", "ahead", "ahead"]
    with writing_in(initiative):
        wave.changed(state=WaveState.CLOSED)
        release = Release.objects.add(initiative, wave=wave, manifest={}, hash="h")
    assert [place for place, _text in stops(receipt)] == ["done", "done", "done", "here", "ahead"]
    with writing_in(initiative):
        Reading.objects.add(initiative, release=release, text="Det är tomheten.", read_on=wave.closes_on)
    found = stops(receipt)
    assert [place for place, _text in found] == ["done", "done", "done", "done", "here"]
    assert found[3][1] == "Vi har pratat om resultatet tillsammans."
    assert f'href="/o/{initiative.slug}/"' in Client().get(f"/r/{receipt}").content.decode()


def test_the_receipt_of_a_wave_past_its_day_and_of_a_stopped_one() -> None:
    past = new_wave(opens_in=-9, closes_in=-2)
    assert [place for place, _text in stops(receipt_for("ek4829"))] == ["done", "done", "here", "ahead", "ahead"]
    with writing_in(initiative_by_id(past.initiative_id)):
        past.changed(state=WaveState.STOPPED)
    assert stops(receipt_for("ek4829"))[2][1] == words("sv")["receipt_stopped"]


def test_a_receipt_nobody_was_given_shows_nothing() -> None:
    new_wave()
    for receipt in ("ek4829", "ek4829-12345678", "%00"):
        assert Client().get(f"/r/{receipt}").status_code == 404


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_poster_has_a_square_a_short_address_and_the_language(language: str) -> None:
    new_wave()
    client = Client(headers={"Host": "samklang.example"})
    response = client.get(f"{ADDRESS}/poster?lang={language}")
    page = response.context["page"]
    assert (page.address, page.stops[0].language) == ("samklang.example/s/ek4829", language)
    assert len(page.address) <= 25
    assert page.stops[0].heading == words(language)["poster_title"].format(area="Ekbacken")
    assert "<svg" in page.qr
    assert len(page.stops) + len(page.also) == len(LANGUAGES)


def test_a_poster_can_be_printed_before_the_wave_opens() -> None:
    new_wave(state=WaveState.PLANNED, opens_in=3, frozen={})
    response = Client().get(f"{ADDRESS}/poster?lang=en")
    assert "What is it like to live in Ekbacken?" in response.content.decode()


@pytest.mark.parametrize(
    ("wanted", "accepted", "chosen"),
    [
        ("ar", "sv", "ar"),
        ("xx", "da,en;q=0.8", "da"),
        ("", "fi, so;q=0.9, en;q=0.5", "so"),
        ("", "EN-gb", "en"),
        ("", "", "sv"),
        ("", "*;;;\x00", "sv"),
    ],
)
def test_the_language_is_the_one_asked_for_else_the_phones(wanted: str, accepted: str, chosen: str) -> None:
    assert choose_language(wanted, accepted, LANGUAGES) == chosen


def test_every_text_exists_in_every_language() -> None:
    assert {language: set(words(language)) for language in LANGUAGES} == {
        each: set(words("sv")) for each in LANGUAGES
    }
