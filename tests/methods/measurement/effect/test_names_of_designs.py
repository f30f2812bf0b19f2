"""Every design, level and kind of counterfactual has a name in each language, and no name claims a cause."""

from __future__ import annotations

from typing import get_args

import pytest

from samklang.methods.measurement.effect.counterfactual import Kind
from samklang.methods.measurement.effect.evidence import CAPS, Level
from samklang.methods.measurement.effect.indicator import LANGUAGES, Language
from samklang.methods.measurement.effect.sentences.reasons import REASONS
from samklang.methods.measurement.effect.sentences.texts import TEXTS
from samklang.methods.measurement.effect.sentences.words import names_effect, words_above


@pytest.mark.parametrize("language", LANGUAGES)
def test_everything_that_heads_a_line_has_a_name(language: Language) -> None:
    kinds = {f"kind.{kind}" for kind in get_args(Kind) if kind != "none"}
    needed = {*CAPS, *(level.code for level in Level), *kinds}
    assert sorted(needed - set(TEXTS[language].report)) == []
    assert set(TEXTS[language].report) == set(TEXTS["en"].report)


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_name_and_no_reason_claims_a_cause(language: Language) -> None:
    told = [*TEXTS[language].report.values(), *REASONS[language].values(), *REASONS["sv"]]
    assert [text for text in told if names_effect(text) or words_above(Level.CHANGED, text)] == []


@pytest.mark.parametrize("part", ["words", "sentences", "caveats", "assumptions", "steps", "symbols", "formulas"])
def test_each_language_says_the_same_things(part: str) -> None:
    said = {language: set(getattr(TEXTS[language], part)) for language in ("sv", "da")}
    assert said["sv"] == said["da"] >= set(getattr(TEXTS["en"], part))
