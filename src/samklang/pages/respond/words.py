"""The survey pages' own words, in more languages than the rest of the interface has."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date
from functools import cache
from typing import Any

from django.utils import translation
from django.utils.formats import date_format

from samklang.methods.kernel import facts
from samklang.methods.measurement.questionnaire import RIGHT_TO_LEFT

FILES = ("respond", "answering")
FALLBACK = ("en", "sv")
WITH_MONTH_NAMES = frozenset({"sv", "en", "da", "ar"})


def _consent_fact() -> Mapping[str, Any]:
    """The newest version of the consent texts, which also ask about age."""
    return facts.load("texts", max(name for name in facts.names("texts") if name.startswith("consent")))


@cache
def words(language: str) -> Mapping[str, str]:
    """Every text by its identifier, in the language; what nobody has worded in it is in English."""
    texts = {name: said for file in FILES for name, said in facts.load("texts", file)["strings"].items()}
    consent = _consent_fact()
    texts |= {"age_title": consent["asks"]["age"], "agree": consent["asks"]["agree"]}
    texts |= {f"age_{band['id']}": band["label"] for band in consent["age_bands"]}
    texts["age_under-13"] = consent["too_young"]["label"]
    return {name: next(said[one] for one in (language, *FALLBACK) if one in said) for name, said in texts.items()}


@cache
def language_names() -> Mapping[str, str]:
    """The languages these pages speak, each by its own name."""
    return {code: made["name"] for code, made in facts.load("texts", FILES[0])["languages"].items()}


@cache
def is_draft(language: str) -> bool:
    """Whether nobody who reads the language well has reviewed these texts yet."""
    made = (facts.load("texts", file)["languages"].get(language) for file in FILES)
    return any(one is not None and one["draft"] for one in made)


def direction(language: str) -> str:
    """Which way the language is written, as HTML says it."""
    return "rtl" if language in RIGHT_TO_LEFT else "ltr"


def choose_language(wanted: str, accepted: str, known: Sequence[str]) -> str:
    """The language asked for in the address, else the first of the browser's that is known, else the first.

    accepted: the header Accept-Language, whose order browsers keep.
    """
    asked = [wanted, *(part.lower() for part in re.findall(r"(?:^|,)\s*([A-Za-z]{2,3})\b", accepted))]
    return next((one for one in asked if one in known), known[0])


def day_in_words(day: date, language: str) -> str:
    """A date people can read: «15 december 2026»; as digits where we have no names of months."""
    if language not in WITH_MONTH_NAMES:
        return day.isoformat()
    with translation.override(language):
        return date_format(day, "j F Y")
