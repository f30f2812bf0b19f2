"""The first page as HTML, drawn once for everybody: only the token that lets its script run is anew each time."""

from __future__ import annotations

from functools import lru_cache

from django.template.loader import render_to_string

from samklang.pages.respond.survey_page import first_page
from samklang.records.measurement.services.survey import Survey

NONCE = "nonce-goes-here"


class _Kept:
    """A survey that is the same key as long as nothing on its first page can differ."""

    def __init__(self, survey: Survey, language: str) -> None:
        self.survey, self.language = survey, language
        dates = survey.closes_on, survey.results_on
        self.key = survey.code, survey.content_hash, survey.initiative, dates, language

    def __hash__(self) -> int:
        return hash(self.key)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Kept) and self.key == other.key


def first_html(survey: Survey, language: str, nonce: str) -> str:
    """The page everybody gets first, with all questions inside."""
    kept = _drawn(_Kept(survey, language)) if survey.content_hash else _draw(survey, language)
    return kept.replace(NONCE, nonce)


@lru_cache(maxsize=128)
def _drawn(kept: _Kept) -> str:
    return _draw(kept.survey, kept.language)


def _draw(survey: Survey, language: str) -> str:
    return render_to_string("respond/survey.html", {"page": first_page(survey, language), "CSP_NONCE": NONCE})
