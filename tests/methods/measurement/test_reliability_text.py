"""Every finding on reliability is said in each language, with decimal commas and the figures it rests on."""

from __future__ import annotations

import numpy as np
import pytest

from samklang.methods.kernel.languages import UnknownLanguage
from samklang.methods.measurement.effect.indicator import Language
from samklang.methods.measurement.reliability import Reliability, reliability
from samklang.methods.measurement.reliability_text import WORDS, reliability_text

RISING = np.repeat([1.0, 2, 3, 4], 2)


def many(n: int) -> Reliability:
    """One item turned, one in which nobody differs, a quarter at an end."""
    return reliability({"a": RISING[:n], "b": RISING[:n], "c": 5 - RISING[:n], "d": np.ones(n)}, (4, 16))


@pytest.mark.parametrize(
    ("language", "told"),
    [
        (
            "sv",
            [
                "varning RW04, c: sambandet med de övriga frågorna är \u22121,00, bland 8 personer",
                "varning RW01, n: hela svar: 8; för få för att säga något om tillförlitligheten (30)",
                "varning RW02, d: ingen skiljer sig",
            ],
        ),
        (
            "da",
            [
                "advarsel RW04, c: sammenhængen med de øvrige spørgsmål er \u22121,00, blandt 8 personer måske",
                "advarsel RW01, n: hele svar: 8; for få til at sige noget om pålideligheden (30)",
                "advarsel RW02, d: ingen adskiller sig",
            ],
        ),
        ("en", ["warning RW04, c: item-rest is -1.00, in 8", "warning RW01, n: 8 whole", "warning RW02, d: nobody"]),
    ],
)
def test_findings_are_said_in_the_reader_s_language(language: Language, told: list[str]) -> None:
    text = reliability_text("total", many(8), language)
    assert [line in text for line in told] == [True] * len(told)


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("sv", "hela svar: 2; inga siffror under 5"),
        ("da", "hele svar: 2; ingen tal under 5"),
        ("en", "2 whole answers"),
    ],
)
def test_under_five_there_is_no_figure(language: Language, told: str) -> None:
    text = reliability_text("total", many(2), language)
    assert (told in text, "(-)" in text) == (True, True)


@pytest.mark.parametrize(
    ("language", "told"),
    [("sv", "RW03, taket: 25 procent"), ("da", "RW03, toppen: 25 procent"), ("en", "RW03, ceiling: 25 per cent")],
)
def test_an_end_of_the_scale_is_told_by_its_name(language: Language, told: str) -> None:
    assert told in reliability_text("total", reliability({"a": RISING, "b": RISING}, (2, 8)), language)


def test_both_languages_say_the_same_and_another_is_refused() -> None:
    assert set(WORDS["sv"]) == set(WORDS["da"]) >= set(WORDS["en"])
    with pytest.raises(UnknownLanguage, match="unknown language 'fr'; known: sv, en, da"):
        reliability_text("total", many(8), "fr")  # type: ignore[arg-type]
