"""The process facts are complete in three languages, agree with one another and keep plain language's rules."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

import pytest

from samklang.methods.kernel.facts import load, names
from samklang.methods.process.template import evidence_kinds, stops

LANGUAGES = ("sv", "en", "da")


def _walk(node: Any, path: str) -> Iterator[tuple[str, Mapping[str, str]]]:
    if isinstance(node, Mapping) and isinstance(node.get("sv"), str):
        yield path, node
    elif isinstance(node, Mapping):
        for key, child in node.items():
            yield from _walk(child, f"{path}.{key}")
    elif isinstance(node, list):
        for number, child in enumerate(node):
            yield from _walk(child, f"{path}.{number}")


TEXTS = [each for name in names("process") for each in _walk(load("process", name), name)]
every_text = pytest.mark.parametrize(("path", "text"), TEXTS, ids=[path for path, _ in TEXTS])


@every_text
def test_it_stands_in_every_language_with_the_same_placeholders(path: str, text: Mapping[str, str]) -> None:
    holes = [set(re.findall(r"\{(\w+)\}", wording)) for wording in text.values()]
    assert (tuple(text), holes) == (LANGUAGES, [holes[0]] * 3)


@every_text
def test_its_sentences_are_short_and_never_shout(path: str, text: Mapping[str, str]) -> None:
    for language, wording in text.items():
        longest = max(len(sentence.split()) for sentence in re.split(r"[.?]\s", wording))
        assert longest <= (15 if language == "sv" else 19)
        assert re.findall("[!]", wording) == []


@every_text
def test_it_never_says_effect_where_only_change_is_known(path: str, text: Mapping[str, str]) -> None:
    without_names = re.sub(r"[Ee]ffektlogik\w*|[Ee]ffektrapport\w*|[Ee]ffect report\w*", "", " ".join(text.values()))
    assert re.findall(r"\b[Ee]ff[e]k?c?t\w*", without_names) == []


def test_every_kind_a_stop_asks_for_is_defined_and_every_kind_is_asked_for() -> None:
    assert {kind for each in stops() for kind in each.kinds} == {each.id for each in evidence_kinds()}


def test_what_must_come_before_is_asked_for_at_the_same_stop_or_earlier() -> None:
    place = {kind: number for number, each in reversed(list(enumerate(stops()))) for kind in each.kinds}
    late = [
        (each.id, pre.kind) for each in evidence_kinds() for pre in each.after if place[pre.kind] > place[each.id]
    ]
    assert late == []


def test_a_way_back_leads_back_on_the_same_line() -> None:
    order = [each.id for each in stops()]
    line = {each.id: each.line for each in stops()}
    wrong = [
        (each.id, to)
        for each in stops()
        for to in each.way_back_to
        if order.index(to) >= order.index(each.id) or line[to] != each.line
    ]
    assert wrong == []


def test_every_stop_has_four_to_seven_guiding_questions() -> None:
    assert [each.id for each in stops() if not 4 <= len(each.questions) <= 7] == []
