"""A wave as whoever answers it meets it: found by its code, with the questions for one language and age band."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils import timezone

from samklang.records.initiative.enums import AgeBand
from samklang.records.initiative.models.scoped import InitiativeRef
from samklang.records.initiative.queries import initiative_by_id
from samklang.records.measurement.enums import WaveState
from samklang.records.measurement.models import Wave
from samklang.records.measurement.permissions import check_may_answer
from samklang.records.measurement.services.frozen_content import frozen_content
from samklang.records.people.permissions import NotAllowed, Refused

NO_ANSWER = 97


@dataclass(frozen=True)
class Survey:
    """A wave's frozen content and dates. content: as open_wave froze it, empty before.

    refusal: why it takes no answers today (``not_open`` or ``closed``), or empty.
    """

    initiative: InitiativeRef
    wave_id: int
    code: str
    name: str
    state: WaveState
    opens_on: date
    closes_on: date
    results_on: date | None
    content: Mapping[str, Any]
    content_hash: str
    refusal: str


def survey_by_code(code: str) -> Survey:
    """The survey behind a code on a poster. Raises NotAllowed for an unknown code."""
    found = Wave.objects.across("a survey is found by its code").filter(code=code).defer("content")
    # A null byte would be an error in PostgreSQL, and is in nobody's code.
    row = None if "\x00" in code else found.first()
    if row is None:
        raise NotAllowed
    return Survey(
        initiative=initiative_by_id(row.initiative_id),
        wave_id=row.pk,
        code=row.code,
        name=row.name,
        state=WaveState(row.state),
        opens_on=row.opens_on,
        closes_on=row.closes_on,
        results_on=row.results_on,
        content=frozen_content(row),
        content_hash=row.content_hash,
        refusal=_refusal(row),
    )


def _refusal(row: Wave) -> str:
    try:
        check_may_answer(row, timezone.localdate())
    except Refused as reason:
        return str(reason)
    return ""


def asked_questions(content: Mapping[str, Any], language: str, age_band: str) -> list[Mapping[str, Any]]:
    """The questions somebody of an age band is asked in a language, in order.

    A question without a wording in the language is left out: nobody answers a scale that was never translated.
    """
    return [one for one in content["questions"] if _is_worded(one, language) and _is_for(one, age_band)]


def _is_worded(question: Mapping[str, Any], language: str) -> bool:
    return bool(question["texts"].get(language, {}).get("options"))


def _is_for(question: Mapping[str, Any], age_band: str) -> bool:
    if age_band == AgeBand.ADULT:
        return True
    if question.get("adults_only"):
        return False
    return age_band == AgeBand.TEEN_OLDER or not question.get("sensitive_module")


def allowed_codes(question: Mapping[str, Any], language: str) -> frozenset[int]:
    """The codes that are an answer to a question: its options, and that one doesn't want to answer."""
    return frozenset(code for code, _text in question["texts"][language]["options"]) | {NO_ANSWER}
