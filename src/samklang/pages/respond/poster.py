"""The poster: a square for the camera and a short address, in a language and two more."""

from __future__ import annotations

from dataclasses import dataclass

import segno
from django.utils.safestring import SafeString, mark_safe

from samklang.pages.respond.page import Frame, browser_file, survey_frame, survey_languages
from samklang.pages.respond.screens import minutes, question_count
from samklang.pages.respond.survey_page import results_words
from samklang.pages.respond.words import day_in_words, direction, language_names, words
from samklang.records.measurement.services.survey import Survey

ON_THE_LINE = 3


@dataclass(frozen=True)
class PosterStop:
    """The poster's words in one language."""

    language: str
    direction: str
    heading: str
    facts: str
    scan: str
    answer_by: str
    results: str


@dataclass(frozen=True)
class PosterPage:
    """One A4. address: as people type it, without https. qr: an SVG drawn here. also: languages not on the line."""

    frame: Frame
    css: str
    address: str
    code: str
    qr: SafeString
    stops: tuple[PosterStop, ...]
    also: tuple[tuple[str, str], ...]


def poster_page(survey: Survey, language: str, address: str) -> PosterPage:
    """The poster with a language first. address: the survey's whole address."""
    languages = _order(survey_languages(survey), language)
    names = language_names()
    return PosterPage(
        frame=survey_frame(survey, language),
        css=browser_file("poster.css"),
        address=address.split("://", 1)[-1],
        code=survey.code,
        qr=_square(address),
        stops=tuple(_stop(survey, one) for one in languages[:ON_THE_LINE]),
        also=tuple((one, names[one]) for one in languages[ON_THE_LINE:]),
    )


def _order(languages: tuple[str, ...], first: str) -> list[str]:
    """The chosen language first; then, where the line turns back, one that is written the other way."""
    others = [one for one in languages if one != first]
    return [first, *sorted(others, key=lambda one: direction(one) == direction(first))]


def _stop(survey: Survey, language: str) -> PosterStop:
    t = words(language)
    place = survey.content.get("place") or survey.initiative.place.split(",")[0]
    count = question_count(survey, language) if survey.content else 0
    return PosterStop(
        language=language,
        direction=direction(language),
        heading=t["poster_title"].format(area=place),
        facts=t["poster_facts"].format(minutes=minutes(count)),
        scan=t["poster_scan"],
        answer_by=t["poster_by"].format(date=day_in_words(survey.closes_on, language)),
        results=results_words(survey.results_on, language) if survey.results_on else "",
    )


def _square(address: str) -> SafeString:
    """The QR code as SVG. The address is encoded in black squares, never written into the markup."""
    drawn: str = segno.make(address, error="m", micro=False).svg_inline(border=0, omitsize=True, svgclass=None)
    return mark_safe(drawn)
