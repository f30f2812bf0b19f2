"""One screen at a time: what it asks, what is chosen, and how far one has come."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from samklang.pages.respond.state import QUESTION, UNDER_13, State, bands, questions, steps
from samklang.pages.respond.words import words
from samklang.records.measurement.enums import LivesHere
from samklang.records.measurement.services.survey import NO_ANSWER, Survey, asked_questions

ADULT = "18+"
SECONDS_A_QUESTION = 13
NOT_ON_THE_SCALE = 97


@dataclass(frozen=True)
class Choice:
    """One answer. aside: it stands beside the scale, as not wanting to answer does."""

    value: str
    text: str
    checked: bool
    aside: bool = False


@dataclass(frozen=True)
class Told:
    """A part of the consent text."""

    heading: str
    body: str


@dataclass(frozen=True)
class AnswerRow:
    """A question and the answer given, on the last screen."""

    step: str
    question: str
    answer: str


@dataclass(frozen=True)
class Screen:
    """A screen. kind names its template; field: the form field it fills; number: place among the questions, from 1.

    band: the age band a consent text is for; not_for: age bands that never see this question.
    """

    step: str
    kind: str
    heading: str
    field: str = ""
    choices: tuple[Choice, ...] = ()
    ordered: bool = False
    help: str = ""
    error: str = ""
    number: int = 0
    total: int = 0
    progress: str = ""
    band: str = ""
    not_for: str = ""
    version: str = ""
    told: tuple[Told, ...] = ()
    more: tuple[Told, ...] = ()
    rows: tuple[AnswerRow, ...] = ()

    @property
    def dots(self) -> tuple[str, ...]:
        """The questions as stops on a line: behind, here, ahead."""
        behind, ahead = max(self.number - 1, 0), self.total - self.number
        return ("done",) * behind + ("here",) * (self.number > 0) + ("",) * ahead if self.number else ()

    @property
    def scale(self) -> tuple[Choice, ...]:
        """The answers on the scale."""
        return tuple(choice for choice in self.choices if not choice.aside)

    @property
    def beside(self) -> tuple[Choice, ...]:
        """The answers beside the scale."""
        return tuple(choice for choice in self.choices if choice.aside)


def screen(survey: Survey, state: State, *, has_error: bool = False) -> Screen:
    """The screen of the state's step. has_error: nothing was chosen, say so."""
    t = words(state.language)
    if state.step == "start":
        made = _start(survey, state, t)
    elif state.step == "consent":
        made = consent_screen(survey, state.language, state.age)
    elif state.step == "check":
        made = Screen("check", "check", t["check_title"], rows=answer_rows(survey, state))
    elif state.step == "area":
        made = _numbered(area_screen(survey, state), survey, state)
    else:
        made = _numbered(_question_by_step(survey, state), survey, state)
    error = t["error_age"] if state.step == "start" else t["error_choose"]
    return replace(made, error=error) if has_error else made


def _start(survey: Survey, state: State, t: Mapping[str, str]) -> Screen:
    heading = t["poster_title"].format(area=survey.content["place"])
    values = (*bands(survey), UNDER_13)
    choices = tuple(Choice(value, t[f"age_{value}"], value == state.age) for value in values)
    return Screen("start", "start", heading, "age", choices)


def consent_screen(survey: Survey, language: str, band: str) -> Screen:
    """The consent text of an age band."""
    t, text = words(language), survey.content["consent"][band][language]
    told, more = (
        tuple(Told(one["heading"], one["body"]) for one in text.get(key, ())) for key in ("paragraphs", "more")
    )
    return Screen("consent", "consent", t["consent_title"], band=band, version=text["version"], told=told, more=more)


def area_screen(survey: Survey, state: State) -> Screen:
    """Whether one lives in the area."""
    t = words(state.language)
    named = ((LivesHere.YES, "lives_yes", False), (LivesHere.NO, "lives_no", False), (LivesHere.SKIP, "skip", True))
    choices = tuple(Choice(value, t[name], value == state.lives, aside) for value, name, aside in named)
    return Screen("area", "choice", survey.content["area_question"][state.language], "lives", choices)


def question_screen(survey: Survey, state: State, question: Mapping[str, Any]) -> Screen:
    """A question, always with the choice not to answer."""
    text = question["texts"][state.language]
    options = list(text["options"])
    if NO_ANSWER not in [code for code, _label in options]:
        options.append((NO_ANSWER, words(state.language)["skip"]))
    given = state.answers.get(question["id"], "")
    choices = tuple(Choice(str(code), label, str(code) == given, code >= NOT_ON_THE_SCALE) for code, label in options)
    shy = [band for band in bands(survey) if question not in asked_questions(survey.content, state.language, band)]
    return Screen(
        step=QUESTION + question["id"],
        kind="choice",
        heading=text["text"],
        field=QUESTION + question["id"],
        choices=choices,
        ordered=question["ordered"],
        help=text.get("help", ""),
        not_for=" ".join(shy),
    )


def _question_by_step(survey: Survey, state: State) -> Screen:
    asked = next(one for one in questions(survey, state) if QUESTION + one["id"] == state.step)
    return question_screen(survey, state, asked)


def _numbered(made: Screen, survey: Survey, state: State) -> Screen:
    asked = steps(survey, state)[2:-1]
    number, total = asked.index(made.step) + 1, len(asked)
    told = words(state.language)["progress"].format(number=number, total=total)
    return replace(made, number=number, total=total, progress=told)


def answer_rows(survey: Survey, state: State) -> tuple[AnswerRow, ...]:
    """Every question with the answer given, for the last look."""
    area = [area_screen(survey, state)] if survey.content.get("area_question") else []
    asked = [question_screen(survey, state, one) for one in questions(survey, state)]
    return tuple(
        AnswerRow(one.step, one.heading, next((choice.text for choice in one.choices if choice.checked), ""))
        for one in [*area, *asked]
    )


def all_screens(survey: Survey, language: str) -> list[Screen]:
    """Every screen but the first, for a page that needs no more from the server."""
    empty = State(language)
    area = [area_screen(survey, empty)] if survey.content.get("area_question") else []
    consents = [consent_screen(survey, language, band) for band in bands(survey)]
    asked = [question_screen(survey, empty, one) for one in asked_questions(survey.content, language, ADULT)]
    return [*consents, *area, *asked, Screen("check", "check", words(language)["check_title"])]


def question_count(survey: Survey, language: str) -> int:
    """How many questions an adult is asked, the area's included: nobody is asked more."""
    return len(asked_questions(survey.content, language, ADULT)) + bool(survey.content.get("area_question"))


def minutes(count: int) -> int:
    """How long that many questions take, in whole minutes."""
    return max(1, round(count * SECONDS_A_QUESTION / 60))
