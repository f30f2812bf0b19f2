"""Our own questions keep the rules of wording, coding and non-answers."""

from __future__ import annotations

import re
from collections.abc import Mapping

import pytest

from samklang.methods.kernel.facts import load, names
from samklang.methods.measurement.questionnaire import LANGUAGES, TOPICS, Question, questions

ALL = questions()
CORE = questions(role="core")
SETS = load("questions", "answers")["answer_sets"]
FOCUS_AREAS = {"work_and_livelihood", "housing_and_environment", "democracy_and_influence", "health", "education"}
NEGATIONS = {
    "sv": {"inte", "aldrig", "ingen", "inget", "inga", "utan"},
    "en": {"not", "never", "no", "none", "without", "don't"},
    "da": {"ikke", "aldrig", "ingen", "intet", "uden"},
}


def each(group: tuple[Question, ...]) -> pytest.MarkDecorator:
    return pytest.mark.parametrize("asked", group, ids=lambda question: question.id)


def placeholders(text: str) -> set[str]:
    return set(re.findall(r"\{(\w+)\}", text))


def test_every_topic_has_its_place_in_the_questionnaire() -> None:
    assert set(TOPICS) == set(names("questions")) - {"answers"}


def test_there_are_about_twenty_core_questions() -> None:
    assert 18 <= len(CORE) <= 20


def test_every_identifier_is_used_once() -> None:
    identifiers = [row["id"] for topic in TOPICS for row in load("questions", topic)["questions"]]
    assert len(identifiers) == len(set(identifiers))


def test_the_five_focus_areas_safety_and_participation_have_at_least_two_questions() -> None:
    areas = [asked.focus_area for asked in CORE]
    assert {area: areas.count(area) >= 2 for area in areas} == dict.fromkeys(
        FOCUS_AREAS | {"safety", "participation"}, True
    )


@each(ALL)
def test_it_is_worded_in_every_language_with_the_same_placeholders(asked: Question) -> None:
    assert asked.languages == LANGUAGES
    assert {language: placeholders(asked.wordings[language]) for language in LANGUAGES} == dict.fromkeys(
        LANGUAGES, placeholders(asked.wordings["sv"])
    )


@each(ALL)
def test_it_is_one_question_of_at_most_fifteen_words(asked: Question) -> None:
    for wording in asked.wordings.values():
        assert len(wording.split()) <= 15
        assert (wording[-1] in "?؟", wording.count("?") + wording.count("؟")) == (True, 1)


@each(ALL)
def test_it_has_no_negation_and_asks_one_thing(asked: Question) -> None:
    for language, words in NEGATIONS.items():
        assert words & set(re.findall(r"[\w']+", asked.wordings[language].lower())) == set()
    assert {"och", "eller"} & set(asked.wordings["sv"].replace("lugn och ro", "").split()) == set()


@each(ALL)
def test_arabic_and_somali_are_marked_as_drafts(asked: Question) -> None:
    assert asked.draft_languages == {"ar", "so"}


@each(ALL)
def test_one_may_always_refuse_with_the_same_code(asked: Question) -> None:
    assert asked.non_answers[0].code == 97
    assert {option.code for option in asked.non_answers} <= {97, 98}


@each(CORE)
def test_a_core_question_is_ordered_from_worst_to_best(asked: Question) -> None:
    assert (asked.kind, asked.higher_is_better) == ("ordered", True)
    assert asked.codes == tuple(range(1, len(asked.codes) + 1))


@each(CORE)
def test_its_sensitive_end_is_the_worst_end_and_leaves_answers_above(asked: Question) -> None:
    worst = tuple(range(1, len(asked.sensitive) + 1))
    assert asked.sensitive == set(worst)
    assert 0 < len(worst) < len(asked.codes)


@pytest.mark.parametrize("name", SETS)
def test_an_answer_set_has_unique_codes_and_labels_in_every_language(name: str) -> None:
    codes = [option["code"] for option in SETS[name]]
    assert (len(set(codes)), f"{name.rstrip('0123456789')}{len(codes)}") == (len(codes), name)
    for language in LANGUAGES:
        labels = [option["label"][language] for option in SETS[name]]
        assert len(set(labels)) == len(labels)


def test_every_answer_set_is_used() -> None:
    used = {row["answers"] for topic in TOPICS for row in load("questions", topic)["questions"]} - {None}
    assert used == set(SETS)


def test_only_open_and_several_choice_questions_lack_shared_answers() -> None:
    assert {asked.kind for asked in ALL if not asked.options} == {"open", "multiple"}


@pytest.mark.parametrize("language", ["ar"])
def test_arabic_is_written_in_arabic_letters(language: str) -> None:
    def latin(texts: Mapping[str, str]) -> list[str]:
        return re.findall(r"[A-Za-z]+", re.sub(r"\{\w+\}", "", texts[language]))

    assert [asked.id for asked in ALL if latin(asked.wordings)] == []
