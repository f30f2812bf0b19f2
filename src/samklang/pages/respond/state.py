"""What a resident has answered so far. It travels in the form from page to page; the server keeps nothing."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from django.http import QueryDict

from samklang.records.measurement.enums import LivesHere
from samklang.records.measurement.services.answer_wave import Answer
from samklang.records.measurement.services.survey import Survey, allowed_codes, asked_questions

UNDER_13 = "under-13"
QUESTION = "q."
CODE = re.compile(r"[0-9]{1,3}", re.ASCII)


@dataclass(frozen=True)
class State:
    """The form's fields. answers: question id → what was sent, unchecked. after: the step to show after this one."""

    language: str
    step: str = "start"
    after: str = ""
    key: str = ""
    age: str = ""
    consent: str = ""
    lives: str = ""
    answers: Mapping[str, str] = field(default_factory=dict)

    def hidden_fields(self) -> list[tuple[str, str]]:
        """What the next page must carry in hidden fields: all but what is asked on its screen."""
        plain = {"key": self.key, "age": self.age, "consent": self.consent, "lives": self.lives, "after": self.after}
        own = {"start": "age", "consent": "consent", "area": "lives"}.get(self.step, self.step)
        named = plain | {QUESTION + name: value for name, value in self.answers.items()}
        return [(name, value) for name, value in named.items() if value and name != own]


def read_state(survey: Survey, language: str, sent: QueryDict) -> State:
    """The state in a sent form; fields that belong to no question of the survey are dropped."""
    known = {one["id"] for one in survey.content["questions"]}
    named = {name.removeprefix(QUESTION): str(value) for name, value in sent.items() if name.startswith(QUESTION)}
    plain = {name: str(sent.get(name, "")) for name in ("after", "key", "age", "consent", "lives")}
    answers = {name: value for name, value in named.items() if name in known}
    return State(language, str(sent.get("step", "start")), answers=answers, **plain)


def bands(survey: Survey) -> list[str]:
    """The age bands that may answer, youngest first."""
    return sorted(survey.content["consent"])


def consent_language(survey: Survey, state: State) -> str | None:
    """The language in which the person agreed, or None when the consent is not one of the band's texts."""
    texts = survey.content["consent"].get(state.age, {})
    first = sorted(texts, key=lambda language: language != state.language)
    return next((language for language in first if texts[language]["version"] == state.consent), None)


def steps(survey: Survey, state: State) -> list[str]:
    """The screens in order for this age band and language."""
    area = ["area"] if survey.content.get("area_question") else []
    return ["start", "consent", *area, *(QUESTION + one["id"] for one in questions(survey, state)), "check"]


def questions(survey: Survey, state: State) -> list[Mapping[str, Any]]:
    """The questions this person is asked; none before the age is known."""
    if state.age not in survey.content["consent"]:
        return []
    return asked_questions(survey.content, state.language, state.age)


def is_answered(survey: Survey, state: State, step: str) -> bool:
    """Whether the screen has got what it asks for."""
    if step == "start":
        return state.age in survey.content["consent"]
    if step == "consent":
        return consent_language(survey, state) is not None
    if step == "area":
        return state.lives in LivesHere.values
    question = next((one for one in questions(survey, state) if QUESTION + one["id"] == step), None)
    return question is None or _code(state.answers.get(question["id"], "")) in allowed_codes(question, state.language)


def first_unanswered(survey: Survey, state: State) -> str | None:
    """The first screen that still lacks something, if any."""
    return next((step for step in steps(survey, state) if not is_answered(survey, state, step)), None)


def next_step(survey: Survey, state: State) -> State:
    """The state on the next screen: back to where somebody came from, else one further on."""
    order = steps(survey, state)
    if state.after in order:
        return replace(state, step=state.after, after="")
    place = order.index(state.step) if state.step in order else -1
    return replace(state, step=order[min(place + 1, len(order) - 1)], after="")


def previous_step(survey: Survey, state: State) -> State:
    """The state on the screen before."""
    order = steps(survey, state)
    if state.after in order:
        return replace(state, step=state.after, after="")
    place = order.index(state.step) if state.step in order else 0
    return replace(state, step=order[max(place - 1, 0)], after="")


def as_answer(survey: Survey, state: State) -> Answer:
    """What is sent in the end: answers to questions asked of this person in this language, nothing else."""
    asked = [one["id"] for one in questions(survey, state)]
    return Answer(
        answers={name: _code(state.answers[name]) for name in asked if name in state.answers},
        language=state.language,
        age_band=state.age,
        consent_version=state.consent,
        consent_language=consent_language(survey, state) or state.language,
        lives_here=state.lives or LivesHere.SKIP,
    )


def _code(text: str) -> int | str:
    return int(text) if CODE.fullmatch(text) else text
