"""Numbers in sentences and in the working: never an exponent where a person would write it out."""

from __future__ import annotations

from typing import Any

import pytest
from tests.methods.measurement.effect.answers import TRUST, two_waves

from samklang.methods.kernel.languages import UnknownLanguage
from samklang.methods.measurement.effect.indicator import LANGUAGES
from samklang.methods.measurement.effect.plan import Plan
from samklang.methods.measurement.effect.sentences.figures import decimals_between, figures, plain
from samklang.methods.measurement.effect.sentences.write import caveats
from samklang.methods.measurement.effect.study import study


@pytest.mark.parametrize(
    ("number", "swedish", "english"),
    [
        (0.0, "0", "0"),
        (2.0, "2", "2"),
        (0.047619, "0,04762", "0.04762"),
        (-1.25, "\u22121,25", "\u22121.25"),
        (17943.4, "17\u00a0943", "17,943"),
        (1.5e-7, "1,5e\u221207", "1.5e\u221207"),
    ],
)
def test_a_figure_of_the_working(number: float, swedish: str, english: str) -> None:
    assert (figures(number, "sv"), figures(number, "en")) == (swedish, english)


def test_an_end_of_a_scale() -> None:
    assert [plain(end, "da") for end in (-5, 0.5, 7, 70000, 1000000)] == [
        "\u22125",
        "0,5",
        "7",
        "70.000",
        "1.000.000",
    ]


def test_ends_that_differ_look_different_up_to_three_decimals() -> None:
    assert [decimals_between(9, 0.31, high) for high in (0.45, 0.34, 0.3104, 0.31)] == [1, 2, 3, 1]


def test_words_in_the_working_are_the_reader_s() -> None:
    result = study(Plan("", (TRUST,)), two_waves([3.0, 4.0] * 8, [4.0, 6.0] * 8)).results[0]
    told = {language: result.explain(language)[1] for language in LANGUAGES}
    assert told == {
        "sv": "Förändringen i genomsnitt: Δ̄ = medel(y₂ − y₁) (Δ̄ = 1,5, n = 16)",
        "en": "The change on average: Δ̄ = mean(y₂ − y₁) (Δ̄ = 1.5, n = 16)",
        "da": "Ændringen i gennemsnit: Δ̄ = gennemsnit(y₂ − y₁) (Δ̄ = 1,5, n = 16)",
    }


def test_a_language_without_texts_is_refused_with_those_there_are() -> None:
    result = study(Plan("", (TRUST,)), two_waves([3.0, 4.0] * 8, [4.0, 6.0] * 8)).results[0]
    french: Any = "fr"
    amount = lambda language: figures(1.5, language)  # noqa: E731
    for told in (result.sentence, result.explain, lambda language: caveats(result, language), amount):
        with pytest.raises(UnknownLanguage) as refused:
            told(french)
        assert str(refused.value) == "unknown language 'fr'; known: sv, en, da"
