"""A released wave as tables: what each size tells, and that nothing leaves but what the public may be told."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
from tests.methods.measurement.exchange.waves import ASKED, SIZES, area_wave, group_wave, rows

from samklang.methods.disclosure.release import from_manifest
from samklang.methods.disclosure.telling import tell
from samklang.methods.measurement.exchange.json_stat import json_stat_tables, to_json_stat

NAMES = {
    "few": ["people"],
    "hidden": ["people"],
    "wide": ["people", "words"],
    "words": ["people", "words"],
    "classes": ["people", "shares", "classes-1", "classes-2"],
    "exact": ["people", "shares", "answers-1", "answers-2", "answers-3"],
}
PEOPLE = {
    "few": [None, None],
    "hidden": [None, None],
    "wide": [12, 19],
    "words": [20, 29],
    "classes": [50, 99],
    "exact": [140, 140],
}


def numbers(node: Any) -> Iterator[float]:
    """Every number of a document, those inside its texts too."""
    if isinstance(node, dict):
        for value in node.values():
            yield from numbers(value)
    elif isinstance(node, list):
        for value in node:
            yield from numbers(value)
    elif isinstance(node, str):
        yield from (float(found) for found in re.findall(r"\d+", node))
    elif node is not None:
        yield float(node)


@pytest.mark.parametrize("size", SIZES)
def test_a_wave_tells_by_how_many_answered(size: str) -> None:
    tables = json_stat_tables(group_wave(SIZES[size]), "sv")
    assert (list(tables), tables["people"]["value"]) == (NAMES[size], PEOPLE[size])


@pytest.mark.parametrize("n", [3, 7, 8, 9, 11])
def test_groups_too_small_for_the_public_all_look_alike(n: int) -> None:
    """Not even whether some were left out is told: it would part those under eight from those above."""
    assert to_json_stat(group_wave(n), "sv") == to_json_stat(group_wave(10, seed=2), "sv")


@pytest.mark.parametrize("seed", range(20))
@pytest.mark.parametrize("size", ["wide", "words"])
def test_a_small_group_is_told_by_nothing_but_its_word(size: str, seed: int) -> None:
    wave = group_wave(SIZES[size], seed)
    release = from_manifest(wave.manifest)
    table = json_stat_tables(wave, "sv")["words"]
    words = list(table["dimension"]["how_many"]["category"]["index"])
    rows_of = [table["value"][place : place + 5] for place in range(0, 20, 5)]
    told = [tell(release, asked.id, public=True).word for asked in ASKED]
    assert rows_of == [[None] * 5 if word is None else [int(one == word) for one in words] for word in told]


@pytest.mark.parametrize("seed", range(20))
@pytest.mark.parametrize("size", ["wide", "words", "classes"])
def test_no_number_leaves_that_the_band_and_the_telling_do_not_give(size: str, seed: int) -> None:
    """The exact number of people and every stored bucket stay: only what `tell` gives the public is there."""
    wave = group_wave(SIZES[size], seed)
    release = from_manifest(wave.manifest)
    told = [tell(release, asked.id, public=True) for asked in ASKED]
    shares = [each.sensitive_share for each in told if each.sensitive_share]
    allowed = {round(100 * end + 1e-9) for each in shares for end in (each.value, each.low, each.high)}
    for each in told:
        total = sum(one.share.value for one in each.classes)
        allowed |= {round(100 * one.share.value / total + 1e-9) for one in each.classes}
    spoken = set(numbers([wave.content, wave.name, "2026-05-31", "2026-06-02", "2.0", "95 %", "c-1 c-2 3 4"]))
    sizes = {1.0, 2.0, 3.0, 4.0, 5.0}
    ends = set(map(float, PEOPLE[size]))
    made = set(numbers(to_json_stat(wave, "sv")))
    assert made - set(map(float, allowed)) - spoken - sizes - ends - {0.0} == set()


def test_what_the_public_is_not_told_of_changes_nothing() -> None:
    """People from elsewhere, changes between waves and models' estimates stand in the manifest and stay there."""
    wave, other = area_wave(elsewhere=40), area_wave(elsewhere=90)
    more = {
        "changes": [
            {"question": "safe_01", "earlier_cell": "a", "cell": "a", "linked": 40, "better": [4, 6], "worse": [1, 3]}
        ],
        "estimates": [
            {"question": "safe_01", "earlier": "a", "method": "m", "value": 0.1, "low": 0.0, "high": 0.2}
            | {"standardised": None, "derived": True}
        ],
    }
    assert json_stat_tables(other, "sv") == json_stat_tables(wave, "sv")
    assert json_stat_tables(replace(wave, manifest={**wave.manifest, **more}), "sv") == json_stat_tables(wave, "sv")


def test_an_area_is_its_residents_and_a_group_everybody_in_it() -> None:
    people = [json_stat_tables(wave, "en")["people"] for wave in (area_wave((80, 60)), group_wave(140))]
    assert [each["value"] for each in people] == [[140, 140], [140, 140]]
    who = [each["dimension"]["population"]["category"]["label"] for each in people]
    assert who == [{"all": "Residents of Ekbacken"}, {"all": "Kören"}]


def test_shares_are_whole_per_cents_with_their_interval() -> None:
    wave = group_wave(SIZES["exact"])
    share = tell(from_manifest(wave.manifest), "safe_01", public=True).sensitive_share
    assert share is not None
    table = json_stat_tables(wave, "sv")["shares"]
    told = [round(100 * end) for end in (share.value, share.low, share.high)]
    assert (table["value"][:3], table["dimension"]["figure"]["category"]["unit"]["share"]) == (
        told,
        {"base": "procent", "decimals": 0},
    )


def test_a_question_that_may_not_be_told_is_empty_and_marked() -> None:
    table = json_stat_tables(group_wave(SIZES["exact"]), "en")["shares"]
    assert (table["value"][-3:], table["status"]) == ([None] * 3, {"9": "c", "10": "c", "11": "c"})
    assert table["note"][0].startswith("c: not told")


def test_the_answers_stand_as_on_the_form_and_make_a_whole() -> None:
    table = json_stat_tables(group_wave(SIZES["exact"]), "sv")["answers-2"]
    assert list(table["dimension"]["answer"]["category"]["label"].values()) == [
        "helt",
        "delvis",
        "mitt emellan",
        "knappt",
        "inget svar",
    ]
    given = [row.answers["home_01"] for row in rows(SIZES["exact"])]
    shares = [round(100 * given.count(code) / len(given)) for code in (1, 2, 3, 4, None)]
    assert max(abs(told - truth) for told, truth in zip(table["value"], shares, strict=True)) <= 2
    assert abs(sum(table["value"]) - 100) <= 2


def test_the_last_of_three_classes_holds_those_who_did_not_answer() -> None:
    table = json_stat_tables(group_wave(SIZES["classes"]), "sv")["classes-1"]
    assert list(table["dimension"]["answer"]["category"]["label"].values()) == [
        "helt / delvis",
        "mitt emellan",
        "knappt / inte alls, eller inget svar",
    ]


def test_a_language_without_our_words_is_told_in_english_around_the_questions_own() -> None:
    made = json_stat_tables(group_wave(SIZES["words"]), "ar")["words"]
    assert (made["dimension"]["wave"]["label"], made["dimension"]["question"]["category"]["label"]["safe_01"]) == (
        "Wave",
        "Fråga safe_01?",
    )


def test_every_figure_says_what_it_is_made_of() -> None:
    made = json.dumps(to_json_stat(group_wave(SIZES["exact"]), "en"))
    assert made.count("never from answers") == len(NAMES["exact"]) - 1
