"""The survey's own page: one screen of the form, and with a script all the others folded into it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from samklang.pages.respond.page import Frame, HelpLine, browser_file, help_lines, survey_frame
from samklang.pages.respond.screens import Screen, all_screens, minutes, question_count, screen
from samklang.pages.respond.state import State
from samklang.pages.respond.words import day_in_words, is_draft, words
from samklang.records.measurement.services.survey import Survey


@dataclass(frozen=True)
class StartFacts:
    """What one knows before beginning. left_out: scales never translated into the language.

    draft: that nobody has reviewed the translation yet, or empty.
    """

    count: str
    minutes: str
    who_asks: str
    left_out: tuple[str, ...]
    draft: str


@dataclass(frozen=True)
class SurveyPage:
    """A screen and what travels with it. folded: the other screens, when a script shows them."""

    frame: Frame
    code: str
    screen: Screen
    start: StartFacts
    too_young: str
    closed: str
    results: str
    help_lines: tuple[HelpLine, ...]
    hidden: tuple[tuple[str, str], ...] = ()
    folded: tuple[Screen, ...] = ()
    script: str = ""


def first_page(survey: Survey, language: str) -> SurveyPage:
    """The page everybody gets first, with all questions inside."""
    return _page(
        survey, State(language), folded=tuple(all_screens(survey, language)), script=browser_file("respond.js")
    )


def next_page(survey: Survey, state: State, *, has_error: bool = False) -> SurveyPage:
    """The page of one step, for browsers without scripts."""
    return _page(survey, state, has_error=has_error)


def _page(
    survey: Survey,
    state: State,
    *,
    has_error: bool = False,
    folded: tuple[Screen, ...] = (),
    script: str = "",
) -> SurveyPage:
    return SurveyPage(
        frame=survey_frame(survey, state.language),
        code=survey.code,
        screen=screen(survey, state, has_error=has_error),
        start=start_facts(survey, state.language),
        too_young=survey.content.get("too_young", {}).get(state.language, ""),
        closed=closed_words(survey.closes_on, state.language),
        results=results_words(survey.results_on, state.language),
        help_lines=help_lines(survey, state.language),
        hidden=tuple(state.hidden_fields()),
        folded=folded,
        script=script,
    )


def start_facts(survey: Survey, language: str) -> StartFacts:
    """How many questions, how long, who asks and what for."""
    t, count = words(language), question_count(survey, language)
    asks = "who_asks" if survey.content.get("area_question") else "who_asks_group"
    return StartFacts(
        count=t["start_count"].format(count=count),
        minutes=t["start_minutes"].format(minutes=minutes(count)),
        who_asks=t[asks].format(organisation=survey.initiative.name, area=survey.content["place"]),
        left_out=tuple(survey.content["left_out"].get(language, ())),
        draft=t["translation_draft"] if is_draft(language) else "",
    )


def results_words(results_on: date | None, language: str) -> str:
    """When the results come, in words."""
    t = words(language)
    if results_on is None:
        return t["results_unknown"]
    return t["results_on"].format(date=day_in_words(results_on, language))


def closed_words(closes_on: date, language: str) -> str:
    """That one can no longer answer."""
    return words(language)["closed"].format(date=day_in_words(closes_on, language))
