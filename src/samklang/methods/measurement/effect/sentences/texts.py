"""The texts of each language, under one roof."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from samklang.methods.kernel.languages import in_language
from samklang.methods.measurement.effect.indicator import Language
from samklang.methods.measurement.effect.sentences import danish, english, swedish


@dataclass(frozen=True)
class Texts:
    """words: verbs and comparatives; sentences: by design and verdict; report: headings, and names of designs and
    levels; symbols, formulas: words that stand where a symbol or a formula would; the rest: by code."""

    words: Mapping[str, str]
    sentences: Mapping[str, str]
    caveats: Mapping[str, str]
    assumptions: Mapping[str, str]
    steps: Mapping[str, str]
    report: Mapping[str, str]
    symbols: Mapping[str, str]
    formulas: Mapping[str, str]


TEXTS: Mapping[str, Texts] = {
    "sv": Texts(
        swedish.WORDS,
        swedish.SENTENCES,
        swedish.CAVEATS,
        swedish.ASSUMPTIONS,
        swedish.STEPS,
        swedish.REPORT,
        swedish.SYMBOLS,
        swedish.FORMULAS,
    ),
    "en": Texts(
        english.WORDS,
        english.SENTENCES,
        english.CAVEATS,
        english.ASSUMPTIONS,
        english.STEPS,
        english.REPORT,
        english.SYMBOLS,
        english.FORMULAS,
    ),
    "da": Texts(
        danish.WORDS,
        danish.SENTENCES,
        danish.CAVEATS,
        danish.ASSUMPTIONS,
        danish.STEPS,
        danish.REPORT,
        danish.SYMBOLS,
        danish.FORMULAS,
    ),
}


def texts_in(language: Language) -> Texts:
    """The texts of a language. Raises UnknownLanguage naming the languages there are for any other."""
    return in_language(TEXTS, language)
