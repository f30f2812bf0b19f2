"""From one screen to the next, whatever button was pressed and in whatever state the form came."""

from __future__ import annotations

from dataclasses import replace

from samklang.pages.respond.state import (
    QUESTION,
    State,
    first_unanswered,
    is_answered,
    next_step,
    previous_step,
    steps,
)
from samklang.records.measurement.services.survey import Survey

FIRST = ("start", "consent")


def move(survey: Survey, state: State, go: str) -> tuple[State, bool]:
    """The state on the screen to show, and whether it must say that nothing was chosen.

    go: ``next``, ``back``, ``stay`` (another language), ``send``, or a step's name to change its answer.
    """
    state = _on_a_known_step(survey, state)
    if go == "send":
        missing = first_unanswered(survey, state)
        return replace(state, step=missing or "check"), missing is not None
    if go == "back":
        return previous_step(survey, state), False
    if go == "stay":
        return _not_past_consent(survey, state), False
    if go in steps(survey, state):
        return _not_past_consent(survey, replace(state, step=go, after="check")), False
    if not is_answered(survey, state, state.step):
        return state, True
    return _not_past_consent(survey, next_step(survey, state)), False


def _on_a_known_step(survey: Survey, state: State) -> State:
    """A question that this language doesn't have gives way to the first one left."""
    if state.step in steps(survey, state):
        return state
    if state.step.startswith(QUESTION):
        return replace(state, step=first_unanswered(survey, state) or "check")
    return replace(state, step="start")


def _not_past_consent(survey: Survey, state: State) -> State:
    """Nobody sees a question before age and consent."""
    for early in FIRST:
        if state.step == early:
            return state
        if not is_answered(survey, state, early):
            return replace(state, step=early, after="")
    return state
