"""What the page's script sends is stored once or refused with a reason; nothing in between."""

from __future__ import annotations

import json
from typing import Any
from urllib.parse import urlencode

import pytest
from django.test import Client
from tests.pages.respond.plain_browser import FORM
from tests.pages.respond.survey_factory import full_answer, new_key, new_wave, stored_responses

from samklang.records.measurement.enums import WaveState
from samklang.records.measurement.models import Wave
from samklang.records.measurement.services.receipt import receipt_for

pytestmark = pytest.mark.django_db
ADDRESS = "/s/ek4829/answer"


@pytest.fixture
def wave() -> Wave:
    return new_wave()


def body(wave: Wave, **changes: Any) -> dict[str, Any]:
    given = full_answer(wave)
    sent = {
        "key": new_key(),
        "lang": "sv",
        "age": "18+",
        "consent": given.consent_version,
        "lives": "yes",
        "answers": given.answers,
    }
    return sent | changes


def send(sent: Any) -> Any:
    text = sent if isinstance(sent, bytes | str) else json.dumps(sent)
    return Client(enforce_csrf_checks=True).post(ADDRESS, text, content_type="application/json")


def test_an_answer_is_stored_and_acknowledged_with_the_receipt(wave: Wave) -> None:
    response = send(body(wave))
    receipt = receipt_for("ek4829")
    assert (response.status_code, response.json()) == (
        201,
        {"receipt": receipt, "next": f"/s/ek4829/thanks?receipt={receipt}&lang=sv"},
    )
    assert [row.answers for row in stored_responses(wave)] == [full_answer(wave).answers]


def test_sending_again_gets_the_same_reply(wave: Wave) -> None:
    sent = body(wave)
    assert send(sent).json() == send(sent).json()
    assert len(stored_responses(wave)) == 1


def test_other_answers_under_the_same_key_are_a_conflict(wave: Wave) -> None:
    sent = body(wave)
    send(sent)
    response = send(sent | {"lives": "no"})
    assert (response.status_code, response.json()) == (409, {"problem": "conflict"})


def test_a_form_is_understood_too(wave: Wave) -> None:
    sent = body(wave)
    fields = {f"q.{name}": code for name, code in sent.pop("answers").items()} | sent
    response = Client().post(ADDRESS + "?lang=sv", urlencode(fields), FORM)
    assert (response.status_code, len(stored_responses(wave))) == (201, 1)


@pytest.mark.parametrize(
    ("changes", "problems"),
    [
        ({"answers": {"safe_01": 5}}, "safe_01"),
        ({"answers": []}, "answers"),
        ({"answers": None}, "answers"),
        ({"answers": {"x": 1}}, "x"),
        ({"key": 7}, "key"),
        ({"key": None}, "key"),
        ({"lang": ["sv"]}, None),
        ({"lang": "xx"}, "language"),
        ({"age": "12"}, "age_band"),
        ({"age": {"a": 1}}, "age_band"),
        ({"consent": ""}, "consent"),
        ({"lives": "\ud800"}, "lives_here"),
        ({"website": "http://spam"}, "website"),
    ],
)
def test_each_problem_is_named_and_nothing_stored(wave: Wave, changes: dict[str, Any], problems: str | None) -> None:
    response = send(body(wave, **changes))
    if problems is None:
        assert response.status_code == 201
        return
    assert (response.status_code, stored_responses(wave)) == (422, [])
    assert problems in response.json()["problems"]


@pytest.mark.parametrize(
    "text", ["", "{", "[]", "7", "null", b"\xff\xfe", "[" * 30_000, '{"key": ' + "9" * 5000 + "}"]
)
def test_a_body_that_is_no_answer_is_refused(wave: Wave, text: Any) -> None:
    assert (send(text).status_code, stored_responses(wave)) == (422, [])


def test_ten_megabytes_are_never_read(wave: Wave) -> None:
    assert (send("x" * 10_000_000).status_code, stored_responses(wave)) == (413, [])


@pytest.mark.parametrize(
    ("state", "closes_in", "status", "problem"),
    [
        (WaveState.OPEN, -1, 410, "closed"),
        (WaveState.CLOSED, 5, 410, "closed"),
        (WaveState.PLANNED, 5, 425, "not_open"),
    ],
)
def test_outside_its_time_the_reason_is_told(state: WaveState, closes_in: int, status: int, problem: str) -> None:
    wave = new_wave(state=state, opens_in=-9, closes_in=closes_in)
    response = send(body(wave))
    assert (response.status_code, response.json(), stored_responses(wave)) == (status, {"problem": problem}, [])


def test_a_planned_wave_without_content_takes_nothing() -> None:
    wave = new_wave(state=WaveState.PLANNED, frozen={})
    assert send({"key": new_key()}).status_code == 425
    assert Client().post(ADDRESS, "key=x", FORM).status_code == 425
    assert stored_responses(wave) == []


def test_an_unknown_code_takes_nothing() -> None:
    assert Client().post("/s/nope/answer", "{}", "application/json").status_code == 404
    assert Client().get(ADDRESS).status_code == 405
