"""Residents' texts are complete in five languages, agree on placeholders and keep plain language's rules."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

import pytest

from samklang.methods.kernel.facts import load, names
from samklang.methods.measurement.questionnaire import LANGUAGES

LATIN_SCRIPT = ("sv", "en", "da", "so")
LONGEST_SENTENCE = 20
FORBIDDEN = {
    "sv": ("enkäter", "respondent", "signifikant", "konfidens", "OK", "vänligen", "ej"),
    "en": ("respondent", "significant", "confidence interval", "please", "OK"),
    "da": ("respondent", "signifikant", "venligst", "OK"),
}


def wordings(kind: str, name: str) -> Iterator[tuple[str, Mapping[str, str]]]:
    """Every translated text of a fact with its path."""
    yield from _walk(load(kind, name), f"{kind}/{name}")


def _walk(node: Any, path: str) -> Iterator[tuple[str, Mapping[str, str]]]:
    if isinstance(node, Mapping):
        if isinstance(node.get("sv"), str):
            yield path, node
        else:
            for key, child in node.items():
                yield from _walk(child, f"{path}.{key}")
    elif isinstance(node, list):
        for number, child in enumerate(node):
            yield from _walk(child, f"{path}.{number}")


NEWEST_CONSENT = max(name for name in names("texts") if name.startswith("consent"))
# An older consent is kept as it was, since answers were given under it; it is held to nothing new.
IN_USE = [name for name in names("texts") if not name.startswith("consent")] + [NEWEST_CONSENT]
TEXTS = [
    (path, text)
    for kind, name in [*(("texts", name) for name in IN_USE), ("help_lines", "sweden")]
    for path, text in wordings(kind, name)
]
every_text = pytest.mark.parametrize(("path", "text"), TEXTS, ids=[path for path, _ in TEXTS])


def placeholders(text: str) -> set[str]:
    return set(re.findall(r"\{(\w+)\}", text))


@every_text
def test_it_stands_in_every_language_with_the_same_placeholders(path: str, text: Mapping[str, str]) -> None:
    assert tuple(text) == LANGUAGES
    assert {language: placeholders(text[language]) for language in text} == dict.fromkeys(
        LANGUAGES, placeholders(text["sv"])
    )


@every_text
def test_its_sentences_are_short_and_never_shout(path: str, text: Mapping[str, str]) -> None:
    for language, wording in text.items():
        longest = max(len(sentence.split()) for sentence in re.split(r"[.?؟:]\s", wording))
        assert longest <= (15 if language == "sv" else LONGEST_SENTENCE)
        assert re.findall("[!]", wording) == []


@every_text
def test_it_uses_no_forbidden_word(path: str, text: Mapping[str, str]) -> None:
    found = [
        word
        for language, words in FORBIDDEN.items()
        for word in words
        if re.search(rf"(?<!\w){word}(?!\w)", text[language])
    ]
    assert found == []


@every_text
def test_arabic_is_in_arabic_letters_and_the_others_in_latin(path: str, text: Mapping[str, str]) -> None:
    arabic = re.sub(r"\{\w+\}|Bris|Mind", "", text["ar"])
    assert re.findall(r"[A-Za-z]+", arabic) == []
    assert [language for language in LATIN_SCRIPT if re.search(r"[\u0600-\u06ff]", text[language])] == []


@every_text
def test_arabic_writes_no_range_of_numbers_with_a_dash(path: str, text: Mapping[str, str]) -> None:
    assert re.findall(r"\d\s*[–-]\s*\d", text["ar"]) == []


def test_each_age_band_has_a_consent_of_parts_that_exist() -> None:
    consent = load("texts", NEWEST_CONSENT)
    assert [band["id"] for band in consent["age_bands"]] == ["13-14", "15-17", "18+"]
    used = {part for band in consent["age_bands"] for part in band["parts"] + band["more"]}
    assert used == set(consent["parts"])


@pytest.mark.parametrize("band", [0, 1, 2])
def test_every_consent_says_that_sent_answers_cannot_be_taken_back(band: int) -> None:
    parts = load("texts", NEWEST_CONSENT)["age_bands"][band]["parts"]
    assert {"before_sending", "nobody_knows", "only_groups"} <= set(parts)


def test_the_words_for_a_refusal_are_the_same_beside_a_question_and_in_the_answers() -> None:
    strings, answers = load("texts", "respond")["strings"], load("questions", "answers")["non_answers"]
    assert (strings["skip"], strings["dont_know"]) == (answers["skip"]["label"], answers["dont_know"]["label"])


def test_an_error_names_the_refusal_by_its_own_words() -> None:
    strings = load("texts", "respond")["strings"]
    assert [
        language for language in LANGUAGES if strings["skip"][language] not in strings["error_choose"][language]
    ] == []


def test_the_newest_consent_asks_only_for_what_a_wave_knows() -> None:
    asked = {hole for path, text in TEXTS if NEWEST_CONSENT in path for hole in placeholders(text["sv"])}
    assert asked == {"area", "k", "organisation"}


def test_only_arabic_runs_from_right_to_left() -> None:
    languages = load("texts", "respond")["languages"]
    assert {name: each["direction"] for name, each in languages.items()} == {
        "sv": "ltr",
        "en": "ltr",
        "da": "ltr",
        "ar": "rtl",
        "so": "ltr",
    }


def test_all_files_of_texts_agree_on_their_languages() -> None:
    assert [
        name for name in names("texts") if load("texts", name)["languages"] != load("texts", "respond")["languages"]
    ] == []
