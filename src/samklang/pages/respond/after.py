"""After answering: thanks, and what became of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.urls import reverse

from samklang.pages.respond.page import Frame, HelpLine, frame, help_lines, survey_frame
from samklang.pages.respond.survey_page import results_words
from samklang.pages.respond.words import day_in_words, language_names, words
from samklang.records.measurement.enums import WaveState
from samklang.records.measurement.queries import WaveStatus
from samklang.records.measurement.services.survey import Survey
from samklang.records.publishing.queries import reports_using


@dataclass(frozen=True)
class ThanksPage:
    """Thanks, the receipt, when the results come, and whom one can talk to."""

    frame: Frame
    code: str
    receipt: str
    keep: str
    results: str
    thanks: tuple[str, ...]
    help_lines: tuple[HelpLine, ...]


@dataclass(frozen=True)
class Stop:
    """A stop on the way from an answer to what came of it. place: done, here or ahead."""

    number: int
    heading: str
    text: str
    place: str
    link: str = ""
    link_text: str = ""


@dataclass(frozen=True)
class ReceiptPage:
    """What became of a wave's answers."""

    frame: Frame
    receipt: str
    name: str
    stops: tuple[Stop, ...]


def thanks_page(survey: Survey, language: str, receipt: str) -> ThanksPage:
    """The page after sending."""
    return ThanksPage(
        frame=survey_frame(survey, language),
        code=survey.code,
        receipt=receipt,
        keep=f"&receipt={receipt}",
        results=results_words(survey.results_on, language),
        thanks=tuple(survey.content.get("thanks", {}).get(language, ())),
        help_lines=help_lines(survey, language),
    )


def receipt_languages(status: WaveStatus) -> tuple[str, ...]:
    """The languages of the initiative that these pages speak."""
    return tuple(one for one in status.initiative.languages if one in language_names()) or tuple(language_names())


def receipt_page(status: WaveStatus, language: str, receipt: str, today: date) -> ReceiptPage:
    """The page behind a receipt: answered, collected, results, talk, decision. The first not yet reached is here."""
    t = words(language)
    told = reports_using(status.initiative, status.release_hash)
    done = 5 if told else _reached(status, today)
    closing = t["receipt_collected" if done > 1 else "receipt_collecting"]
    texts = (
        ("step_answered", ""),
        ("step_sent", closing.format(date=day_in_words(status.closes_on, language))),
        ("receipt_results", _results_text(status, language)),
        ("receipt_talk", t["receipt_read" if status.readings else "receipt_no_reading"] if done > 2 else ""),
        ("receipt_decision", "" if told else t["receipt_no_decision"]),
    )
    places = ["done" if place < done else "here" if place == done else "ahead" for place in range(len(texts))]
    stops = [
        Stop(number, t[name], text, place)
        for number, ((name, text), place) in enumerate(zip(texts, places, strict=True), start=1)
    ]
    if status.state == WaveState.CLOSED:
        address = reverse("open_initiative", kwargs={"slug": status.initiative.slug})
        stops[2] = Stop(3, stops[2].heading, stops[2].text, stops[2].place, address, t["see_results"])
    if told:
        address = reverse("open_report", kwargs={"slug": status.initiative.slug, "number": told[0].number})
        stops[4] = Stop(5, stops[4].heading, "", stops[4].place, address, told[0].title)
    return ReceiptPage(
        frame(language, receipt_languages(status), status.initiative.name), receipt, status.name, tuple(stops)
    )


def _reached(status: WaveStatus, today: date) -> int:
    """How many of the five stops lie behind."""
    if status.state == WaveState.STOPPED:
        return 3
    if status.state == WaveState.CLOSED:
        return 4 if status.readings else 3
    return 2 if today > status.closes_on else 1


def _results_text(status: WaveStatus, language: str) -> str:
    t = words(language)
    if status.state == WaveState.STOPPED:
        return t["receipt_stopped"]
    if status.state == WaveState.CLOSED:
        return t["receipt_ready"]
    return results_words(status.results_on, language)
