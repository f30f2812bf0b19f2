"""An answer is stored whole, once, with its consent and without a trace of who or when; or not at all."""

from __future__ import annotations

import json
import sys
from dataclasses import replace
from typing import Any
from uuid import UUID

import pytest
from django.db import IntegrityError, transaction
from tests.pages.respond.survey_factory import content, full_answer, new_key, new_wave, question, stored_responses
from tests.personas import member, new_initiative

from samklang.records.initiative.enums import Role
from samklang.records.initiative.models import AuditEvent
from samklang.records.initiative.models.scoped import writing_in
from samklang.records.initiative.queries import initiative_by_id
from samklang.records.measurement.enums import WaveState
from samklang.records.measurement.models import Response, Wave
from samklang.records.measurement.services.answer_wave import Answer, AnswerConflict, AnswerInvalid, answer_wave
from samklang.records.measurement.services.receipt import code_on_receipt, receipt_for
from samklang.records.measurement.services.survey import asked_questions, survey_by_code
from samklang.records.people.permissions import NotAllowed, Refused, anonymous

pytestmark = pytest.mark.django_db
TELLS_THE_TIME = "be130ed6-e921-11f1-b1c5-02fc00000001"  # a UUID of version 1 holds when and where it was made


def send(wave: Wave, answer: Answer | None = None, key: str | None = None) -> str:
    return answer_wave(
        initiative=initiative_by_id(wave.initiative_id),
        actor=anonymous(),
        wave_id=wave.pk,
        key=new_key() if key is None else key,
        answer=full_answer(wave) if answer is None else answer,
    )


def problems(wave: Wave, answer: Answer, key: str | None = None) -> dict[str, str]:
    with pytest.raises(AnswerInvalid) as refused:
        send(wave, answer, key)
    assert stored_responses(wave) == []
    return refused.value.problems


def test_an_answer_is_one_row_with_its_consent() -> None:
    wave, key = new_wave(), new_key()
    send(wave, full_answer(wave, "ar", "15-17", "no"), key)
    row = stored_responses(wave)[0]
    kept = {field.attname: getattr(row, field.attname) for field in Response._meta.fields}
    assert kept == {
        "key": UUID(key),
        "initiative_id": wave.initiative_id,
        "wave_id": wave.pk,
        "answers": {"safe_01": 1, "safe_02": 2, "ill_01": 3},
        "language": "ar",
        "lives_here": "no",
        "consent_version": wave.content["consent"]["15-17"]["ar"]["version"],
        "consent_language": "ar",
        "consent_age_band": "15-17",
        "consent_how": "page",
    }


def test_the_database_itself_refuses_an_answer_without_consent() -> None:
    wave = new_wave()
    initiative = initiative_by_id(wave.initiative_id)
    good: dict[str, Any] = {
        "answers": {},
        "language": "sv",
        "lives_here": "yes",
        "consent_version": "x",
        "consent_language": "sv",
        "consent_age_band": "18+",
        "consent_how": "page",
    }
    consent_columns = [name for name in good if name.startswith("consent_")]
    broken = [good | {name: None} for name in consent_columns] + [good | {"consent_version": ""}]
    for fields in broken:
        row = Response(initiative_id=initiative.id, wave=wave, key=new_key(), **fields)
        with pytest.raises(IntegrityError), writing_in(initiative), transaction.atomic():
            row.save(force_insert=True)
    assert stored_responses(wave) == []


def test_answering_leaves_nothing_in_the_audit_trail() -> None:
    wave = new_wave()
    initiative = initiative_by_id(wave.initiative_id)
    before = AuditEvent.objects.within(initiative).count()
    send(wave)
    assert AuditEvent.objects.within(initiative).count() == before


def test_nobody_answers_in_their_own_name() -> None:
    wave = new_wave()
    initiative = initiative_by_id(wave.initiative_id)
    leader = member(initiative, Role.PROCESS_LEADER)
    with pytest.raises(NotAllowed):
        answer_wave(initiative=initiative, actor=leader, wave_id=wave.pk, key=new_key(), answer=full_answer(wave))
    assert stored_responses(wave) == []


def test_a_wave_of_another_initiative_is_not_found() -> None:
    wave, other = new_wave(), new_initiative("almen")
    with pytest.raises(NotAllowed):
        answer_wave(initiative=other, actor=anonymous(), wave_id=wave.pk, key=new_key(), answer=full_answer(wave))


def test_the_same_sending_twice_is_stored_once_and_gets_the_same_reply() -> None:
    wave, key = new_wave(), new_key()
    assert send(wave, key=key) == send(wave, key=key)
    assert len(stored_responses(wave)) == 1


@pytest.mark.parametrize(
    "changes",
    [
        {"answers": {"safe_01": 4}},
        {"language": "en"},
        {"age_band": "15-17"},
        {"consent_version": "x"},
        {"lives_here": "no"},
    ],
)
def test_another_answer_under_the_same_key_is_a_conflict(changes: dict[str, Any]) -> None:
    wave, key = new_wave(), new_key()
    send(wave, key=key)
    first = stored_responses(wave)[0].answers
    with pytest.raises(AnswerConflict):
        send(wave, replace(full_answer(wave), **changes), key)
    assert [row.answers for row in stored_responses(wave)] == [first]


def test_the_same_key_in_another_wave_is_a_conflict() -> None:
    initiative, key = new_initiative(), new_key()
    first, second = new_wave(initiative), new_wave(initiative, code="ek5000")
    send(first, key=key)
    with pytest.raises(AnswerConflict):
        send(second, key=key)
    assert stored_responses(second) == []


def lose_the_race(monkeypatch: pytest.MonkeyPatch) -> None:
    """Make the first look for the key find nothing, as when two sendings look at the same moment."""
    # The package gives the verb its module's name, so the module is reached by its full one.
    service = sys.modules[answer_wave.__module__]
    looked: list[UUID] = []
    look = service._stored

    def blind_once(key: UUID) -> Response | None:
        looked.append(key)
        return None if len(looked) == 1 else look(key)

    monkeypatch.setattr(service, "_stored", blind_once)


def test_losing_a_race_against_oneself_gives_the_same_reply(monkeypatch: pytest.MonkeyPatch) -> None:
    wave, key = new_wave(), new_key()
    first = send(wave, key=key)
    lose_the_race(monkeypatch)
    assert send(wave, key=key) == first
    assert len(stored_responses(wave)) == 1


def test_losing_a_race_against_other_answers_is_a_conflict(monkeypatch: pytest.MonkeyPatch) -> None:
    wave, key = new_wave(), new_key()
    send(wave, full_answer(wave, "en"), key)
    lose_the_race(monkeypatch)
    with pytest.raises(AnswerConflict):
        send(wave, key=key)
    assert [row.language for row in stored_responses(wave)] == ["en"]


def test_a_row_the_database_refuses_for_another_reason_is_a_defect() -> None:
    wave = new_wave(frozen=content(consent={"18+": {"sv": {"version": "", "paragraphs": []}}}))
    with pytest.raises(IntegrityError):
        send(wave, full_answer(wave))
    assert stored_responses(wave) == []


def test_an_answer_already_stored_is_confirmed_after_the_last_day() -> None:
    wave, key = new_wave(), new_key()
    first = send(wave, key=key)
    with writing_in(initiative_by_id(wave.initiative_id)):
        wave.changed(state=WaveState.CLOSED)
    assert send(wave, key=key) == first


@pytest.mark.parametrize(
    ("state", "opens_in", "closes_in", "reason"),
    [
        (WaveState.PLANNED, -1, 7, "not_open"),
        (WaveState.OPEN, 1, 7, "not_open"),
        (WaveState.OPEN, -9, -1, "closed"),
        (WaveState.CLOSED, -1, 7, "closed"),
        (WaveState.STOPPED, -1, 7, "closed"),
    ],
)
def test_outside_its_time_a_wave_takes_no_answers(
    state: WaveState, opens_in: int, closes_in: int, reason: str
) -> None:
    wave = new_wave(state=state, opens_in=opens_in, closes_in=closes_in)
    with pytest.raises(Refused) as refused:
        send(wave)
    assert (str(refused.value), stored_responses(wave)) == (reason, [])


@pytest.mark.parametrize(("opens_in", "closes_in"), [(0, 0), (0, 5), (-5, 0)])
def test_the_first_and_the_last_day_count(opens_in: int, closes_in: int) -> None:
    wave = new_wave(opens_in=opens_in, closes_in=closes_in)
    send(wave)
    assert len(stored_responses(wave)) == 1


@pytest.mark.parametrize("key", ["", "x", "1" * 40, "not-a-key", TELLS_THE_TIME, str(UUID(int=0))])
def test_a_key_that_is_not_random_is_refused(key: str) -> None:
    wave = new_wave()
    assert problems(wave, full_answer(wave), key) == {"key": "key"}


@pytest.mark.parametrize(
    ("value", "problem"),
    [
        (5, "unknown_code"),
        (0, "unknown_code"),
        (-1, "unknown_code"),
        (98, "unknown_code"),
        (1.0, "unknown_code"),
        (True, "unknown_code"),
        ("1", "unknown_code"),
        ("", "unknown_code"),
        ("\x00", "unknown_code"),
        ("😀", "unknown_code"),
        ("a" * 10_000_000, "unknown_code"),
        ([1], "unknown_code"),
        ({"a": 1}, "unknown_code"),
        (None, "missing"),
    ],
    ids=lambda value: str(value)[:12],
)
def test_a_value_that_is_no_answer_is_named_and_nothing_is_stored(value: Any, problem: str) -> None:
    wave = new_wave()
    good = full_answer(wave)
    assert problems(wave, replace(good, answers=good.answers | {"safe_02": value})) == {"safe_02": problem}


def test_not_wanting_to_answer_is_an_answer() -> None:
    wave = new_wave()
    good = full_answer(wave)
    send(wave, replace(good, answers=dict.fromkeys(good.answers, 97)))
    assert stored_responses(wave)[0].answers == dict.fromkeys(good.answers, 97)


def test_every_problem_is_told_at_once() -> None:
    wave = new_wave()
    odd = Answer(
        {"safe_01": 9, "safe_02": 1, "\x00": 1, "rses_01": 2, "work_01": 1}, "sv", "18+", "old", "sv", "maybe"
    )
    assert problems(wave, odd) == {
        "consent": "consent",
        "lives_here": "lives_here",
        "\x00": "unknown_question",
        "safe_01": "unknown_code",
        "ill_01": "missing",
    }


@pytest.mark.parametrize("answers", [[], "safe_01", None, 7])
def test_answers_that_are_no_mapping_are_refused(answers: Any) -> None:
    wave = new_wave()
    assert problems(wave, replace(full_answer(wave), answers=answers)) == {"answers": "answers"}


@pytest.mark.parametrize("language", ["", "fi", "SV", "\x00"])
def test_an_unknown_language_is_refused(language: str) -> None:
    wave = new_wave()
    assert problems(wave, replace(full_answer(wave), language=language)) == {"language": "language"}


@pytest.mark.parametrize("band", ["", "12", "under13", "18"])
def test_an_unknown_age_band_is_refused(band: str) -> None:
    wave = new_wave()
    assert problems(wave, replace(full_answer(wave), age_band=band)) == {"age_band": "age_band"}


def test_consent_to_another_bands_text_is_no_consent() -> None:
    wave = new_wave()
    other = full_answer(wave, age_band="15-17").consent_version
    assert problems(wave, replace(full_answer(wave), consent_version=other)) == {"consent": "consent"}


def test_consent_in_a_language_the_wave_does_not_have_is_no_consent() -> None:
    wave = new_wave()
    assert problems(wave, replace(full_answer(wave), consent_language="fi")) == {"consent": "consent"}


def test_who_changes_language_on_the_way_keeps_the_consent_given_in_the_first() -> None:
    wave = new_wave()
    arabic = full_answer(wave, "ar")
    send(wave, replace(full_answer(wave), consent_version=arabic.consent_version, consent_language="ar"))
    row = stored_responses(wave)[0]
    assert (row.language, row.consent_language) == ("sv", "ar")


def test_where_one_lives_is_stored_only_where_it_is_asked() -> None:
    wave = new_wave(frozen=content(area_question={}))
    assert problems(wave, full_answer(wave)) == {"lives_here": "lives_here"}
    send(wave, full_answer(wave, lives_here="skip"))
    assert stored_responses(wave)[0].lives_here == "skip"


@pytest.mark.parametrize(
    ("language", "band", "asked"),
    [
        ("sv", "18+", ["safe_01", "safe_02", "rses_01", "work_01", "ill_01"]),
        ("sv", "15-17", ["safe_01", "safe_02", "rses_01", "ill_01"]),
        ("sv", "13-14", ["safe_01", "safe_02", "rses_01"]),
        ("ar", "13-14", ["safe_01", "safe_02"]),
    ],
)
def test_age_and_language_decide_what_is_asked(language: str, band: str, asked: list[str]) -> None:
    assert [one["id"] for one in asked_questions(content(), language, band)] == asked


def test_a_young_persons_answer_to_an_adults_question_is_refused() -> None:
    wave = new_wave()
    answer = full_answer(wave, age_band="13-14")
    sent = replace(answer, answers=answer.answers | {"work_01": 1, "ill_01": 1})
    assert problems(wave, sent) == {"work_01": "unknown_question", "ill_01": "unknown_question"}


def test_an_extra_option_is_an_answer_too() -> None:
    extra = question("safe_01")
    for text in extra["texts"].values():
        text["options"].append([98, "?"])
    wave = new_wave(frozen=content([extra]))
    send(wave, replace(full_answer(wave), answers={"safe_01": 98}))
    assert stored_responses(wave)[0].answers == {"safe_01": 98}


def test_the_receipt_is_the_same_for_everybody_and_tells_only_the_wave() -> None:
    wave = new_wave()
    receipts = {send(wave), send(wave, full_answer(wave, "ar", "13-14", "no"))}
    assert receipts == {receipt_for("ek4829")}
    assert code_on_receipt(receipts.pop()) == "ek4829"


@pytest.mark.parametrize(
    "receipt", ["", "ek4829", "ek4829-", "ek4829-00000000", "ek4829-١٢٣٤٥٦٧٨", "x" * 5000, "\x00"]
)
def test_a_receipt_nobody_was_given_opens_nothing(receipt: str) -> None:
    assert code_on_receipt(receipt) is None


def test_spaces_in_a_receipt_copied_by_hand_are_forgiven() -> None:
    receipt = receipt_for("ek4829")
    assert code_on_receipt(f" {receipt[:9]} {receipt[9:]} ") == "ek4829"


def test_a_survey_is_found_by_its_code_only() -> None:
    wave = new_wave()
    found = survey_by_code("ek4829")
    assert (found.wave_id, found.initiative.slug, json.loads(json.dumps(found.content))) == (
        wave.pk,
        "ekbacken",
        wave.content,
    )
    with pytest.raises(NotAllowed):
        survey_by_code("ek4828")
