"""Our own questions, read from facts."""

from __future__ import annotations

from dataclasses import replace

import pytest

from samklang.methods.measurement.questionnaire import (
    LANGUAGES,
    UnknownQuestion,
    question,
    questions,
)


def test_a_question_is_worded_in_the_language_asked_for() -> None:
    assert question("safe_02").text("sv").text == "Hur trygg känner du dig ute i området på dagen?"
    assert question("safe_02").text("en").text == "How safe do you feel outdoors in your area in the daytime?"


def test_a_placeholder_is_filled_with_the_areas_name() -> None:
    assert question("lives_01").text("da", area="Almvalla").text == "Bor du i Almvalla?"


def test_a_placeholder_left_empty_is_an_error() -> None:
    with pytest.raises(KeyError):
        question("lives_01").text("sv")


def test_a_language_without_a_wording_gives_the_reason_and_no_other_language() -> None:
    said = question("trust_01").text("fa")
    assert said.text is None
    assert said.reason == "trust_01 has no wording in 'fa'; it is worded in sv, en, da, ar, so"


def test_an_answer_without_a_wording_gives_the_reason_too() -> None:
    said = question("trust_01").options[0].label("fa")
    assert (said.text, said.reason) == (
        None,
        "the answer 1 has no wording in 'fa'; it is worded in sv, en, da, ar, so",
    )


def test_unapproved_translations_say_that_they_are_drafts() -> None:
    drafts = [language for language in LANGUAGES if question("bel_01").text(language).draft]
    assert drafts == ["ar", "so"]


def test_an_unknown_question_is_named() -> None:
    with pytest.raises(UnknownQuestion, match="no question 'safe_99'"):
        question("safe_99")


def test_languages_are_those_with_a_wording() -> None:
    assert question("edu_01").languages == LANGUAGES
    assert replace(question("edu_01"), wordings={"sv": "?"}).languages == ("sv",)


def test_staying_in_because_it_feels_unsafe_is_an_answer_at_the_unsafe_end() -> None:
    evening = question("safe_01")
    assert evening.codes == (1, 2, 3, 4, 5)
    assert evening.options[0].label("en").text == "I avoid going out because it feels unsafe"
    assert 1 in evening.sensitive


def test_dont_know_is_offered_only_where_it_fits() -> None:
    assert [each.code for each in question("health_01").non_answers] == [97]
    assert [each.code for each in question("trust_02").non_answers] == [97, 98]


def test_the_youngest_are_not_asked_about_jobs_or_money() -> None:
    left_out = {each.id for each in questions(role="core")} - {
        each.id for each in questions(role="core", age_band="13-14")
    }
    assert left_out == {"work_01", "work_02"}


def test_everyone_else_is_asked_all_core_questions() -> None:
    assert questions(role="core", age_band="15-17") == questions(role="core")


def test_whether_one_lives_in_the_area_is_asked_first() -> None:
    assert questions()[0].id == "lives_01"


def test_the_content_of_a_wave_holds_wordings_and_codes_of_the_chosen_languages() -> None:
    content = question("lives_01").as_content(["sv", "en", "fa"])
    assert content["text"] == {"sv": "Bor du i {area}?", "en": "Do you live in {area}?"}
    assert content["options"] == [
        {"code": 1, "label": {"sv": "Ja", "en": "Yes"}},
        {"code": 2, "label": {"sv": "Nej", "en": "No"}},
    ]
    assert content["non_answers"][0]["code"] == 97


def test_the_attribution_scale_carries_what_each_answer_reads_as() -> None:
    windows = [option.share_window for option in question("attr_03").options]
    assert windows == [(0, 0.25), (0.1875, 0.4375), (0.375, 0.625), (0.5625, 0.8125), (0.75, 1)]


def test_an_open_question_has_no_options() -> None:
    assert question("attr_02").options == ()
