"""Pages that say what is in the way, and what to do."""

from __future__ import annotations

from dataclasses import dataclass

from django.urls import reverse

from samklang.pages.respond.page import Frame, Notice, frame, help_lines, survey_frame
from samklang.pages.respond.survey_page import closed_words, results_words
from samklang.pages.respond.words import day_in_words, language_names, words
from samklang.records.measurement.services.survey import Survey


@dataclass(frozen=True)
class CodePage:
    """Where the code on a poster is typed. error: why the one just typed leads nowhere."""

    frame: Frame
    typed: str = ""
    error: str = ""


def code_page(language: str, typed: str = "", *, is_unknown: bool = False) -> CodePage:
    """The page for typing a code."""
    t, shown = words(language), typed[:16]
    error = t["code_unknown"].format(code=shown) if typed else t["error_code_empty"]
    return CodePage(frame(language, tuple(language_names())), shown, error if is_unknown else "")


def not_open(survey: Survey, language: str) -> Notice:
    """The survey opens later."""
    day = day_in_words(survey.opens_on, language)
    return Notice(survey_frame(survey, language), words(language)["not_open"].format(date=day))


def closed(survey: Survey, language: str) -> Notice:
    """The survey has closed; when its results come."""
    heading = closed_words(survey.closes_on, language)
    return Notice(survey_frame(survey, language), heading, (results_words(survey.results_on, language),))


def declined(survey: Survey, language: str) -> Notice:
    """Somebody would rather not take part."""
    t = words(language)
    link, text = _again(survey, language)
    return Notice(survey_frame(survey, language), t["declined_title"], (t["declined_text"],), link, text)


def too_young(survey: Survey, language: str) -> Notice:
    """Somebody under 13 is thanked and told whom they can talk to."""
    t = words(language)
    link, text = _again(survey, language)
    stop = survey.content.get("too_young", {}).get(language, "")
    return Notice(
        survey_frame(survey, language), t["age_under-13"], (stop,), link, text, help_lines(survey, language)
    )


def conflict(survey: Survey, language: str) -> Notice:
    """Other answers came from the same page before."""
    link, text = _again(survey, language)
    return Notice(survey_frame(survey, language), words(language)["conflict"], (), link, text)


def unreadable(survey: Survey, language: str) -> Notice:
    """What was sent is no answer to this survey."""
    link, text = _again(survey, language)
    return Notice(survey_frame(survey, language), words(language)["unreadable"], (), link, text)


def _again(survey: Survey, language: str) -> tuple[str, str]:
    address = reverse("survey", kwargs={"code": survey.code})
    return f"{address}?lang={language}", words(language)["start_again"]


def unknown_receipt(language: str) -> Notice:
    """Nobody was given that receipt."""
    return Notice(frame(language, tuple(language_names())), words(language)["receipt_unknown"])
