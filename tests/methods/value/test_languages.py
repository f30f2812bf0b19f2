"""A language nobody has written in is told by name, with those there are; it is never a missing key."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, cast

import pytest
from tests.methods.value.maps import a_map, outcome

from samklang.methods.kernel.facts import load
from samklang.methods.kernel.languages import UnknownLanguage, in_language
from samklang.methods.value.exclusion.calculator import calculator
from samklang.methods.value.exclusion.report import Question, exclusion_report
from samklang.methods.value.exclusion.report_text import exclusion_text
from samklang.methods.value.exclusion.sentence import exclusion_sentence
from samklang.methods.value.exclusion.unit_costs import unit_cost
from samklang.methods.value.number_text import Language, band_text, number_text, per_cent_text, point_text, ratio_text
from samklang.methods.value.report import report
from samklang.methods.value.report_text import report_text
from samklang.methods.value.sentences import break_even_sentence, value_sentence

FRENCH = cast(Language, "fr")
ANSWER = report(a_map())
REFUSED = report(a_map(outcome("counterfactual")))
READING = calculator("exempel-laskunnighet", load("calculators", "exempel-laskunnighet"))
COSTS = {name: unit_cost(name, load("unit_values", name), "2026-11-01") for name in READING.unit_costs}
EXCLUSION = exclusion_report(READING, COSTS, {}, Question(horizons=(1,)))

SAYINGS: dict[str, Callable[[], Any]] = {
    "value": lambda: value_sentence(ANSWER, FRENCH),
    "refused value": lambda: value_sentence(REFUSED, FRENCH),
    "break-even": lambda: break_even_sentence(ANSWER.break_even[0], FRENCH),
    "exclusion": lambda: exclusion_sentence(EXCLUSION, FRENCH),
    "a map's text": lambda: report_text(ANSWER, language=FRENCH),
    "a calculator's text": lambda: exclusion_text(EXCLUSION, FRENCH),
    "a map's figures": lambda: report(a_map(), language=FRENCH),
    "a number": lambda: number_text(1, FRENCH),
    "a point": lambda: point_text(1_000_000, FRENCH),
    "a band": lambda: band_text(1_000_000, FRENCH),
    "a ratio": lambda: ratio_text(1, FRENCH),
    "a per cent": lambda: per_cent_text(1, FRENCH),
}


@pytest.mark.parametrize("say", SAYINGS.values(), ids=SAYINGS)
def test_an_unknown_language_is_one_clear_error_that_names_the_known_ones(say: Callable[[], Any]) -> None:
    with pytest.raises(UnknownLanguage) as error:
        say()
    assert str(error.value) == "unknown language 'fr'; known: sv, en, da"
    assert (error.value.language, error.value.known) == ("fr", ("sv", "en", "da"))


@pytest.mark.parametrize("language", ["", "SV", None, ["sv"]])
def test_what_is_no_language_at_all_is_told_the_same_way(language: Any) -> None:
    with pytest.raises(UnknownLanguage, match=r"known: sv, en$"):
        in_language({"sv": "ja", "en": "yes"}, language)
