"""Answer a wave: one row with answers and consent, and nothing that tells who, when or in which order."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any
from uuid import RFC_4122, UUID

from django.db import IntegrityError, transaction
from django.utils import timezone

from samklang.records.initiative.models.scoped import InitiativeRef, writing_in
from samklang.records.measurement.enums import ConsentHow, LivesHere
from samklang.records.measurement.models import Response, Wave
from samklang.records.measurement.permissions import check_may_answer
from samklang.records.measurement.services.frozen_content import frozen_content
from samklang.records.measurement.services.receipt import receipt_for
from samklang.records.measurement.services.survey import allowed_codes, asked_questions
from samklang.records.people.enums import ActorKind
from samklang.records.people.permissions import Actor, NotAllowed


class AnswerInvalid(Exception):
    """Something in an answer can't be stored. problems: for each field or question, the problem's identifier."""

    def __init__(self, problems: Mapping[str, str]) -> None:
        self.problems = dict(problems)
        super().__init__(", ".join(sorted(set(self.problems.values()))))


class AnswerConflict(Exception):
    """Other answers are already stored under the same key."""


@dataclass(frozen=True)
class Answer:
    """What one person sends. answers: question id → code; consent_version, consent_language: of the text they saw,
    which may be another language than the one the answers were sent in.
    """

    answers: Mapping[str, Any]
    language: str
    age_band: str
    consent_version: str
    consent_language: str
    lives_here: str = LivesHere.SKIP


def answer_wave(*, initiative: InitiativeRef, actor: Actor, wave_id: int, key: str, answer: Answer) -> str:
    """Store an answer and give the wave's receipt. The same key and answer again store nothing new.

    key: a random UUID (version 4) made by the page. Raises NotAllowed, Refused with ``not_open`` or ``closed``,
    AnswerInvalid, or AnswerConflict.
    """
    if actor.kind != ActorKind.ANONYMOUS:
        raise NotAllowed
    random_key = _random_key(key)
    with transaction.atomic(), writing_in(initiative):
        # The lock keeps an answer from slipping in behind a closing that has already read the rows.
        rows = Wave.objects.within(initiative).defer("content")
        wave = rows.select_for_update().filter(pk=wave_id).first()
        if wave is None:
            raise NotAllowed
        stored = _stored(random_key)
        if stored is None:
            check_may_answer(wave, timezone.localdate())
            check_answer(frozen_content(wave), answer)
            stored = _store(initiative, wave, random_key, answer)
        if not _is_same(stored, wave, answer):
            raise AnswerConflict
    return receipt_for(wave.code)


def _random_key(key: str) -> UUID:
    """The key, if it is random. Other versions of UUID hold a time or an address."""
    try:
        found = UUID(key)
    except (ValueError, AttributeError, TypeError):
        raise AnswerInvalid({"key": "key"}) from None
    if found.version != 4 or found.variant != RFC_4122:
        raise AnswerInvalid({"key": "key"})
    return found


def _stored(key: UUID) -> Response | None:
    found: Response | None = Response.objects.across("a key is unique in all initiatives").filter(pk=key).first()
    return found


def _store(initiative: InitiativeRef, wave: Wave, key: UUID, answer: Answer) -> Response:
    """Insert the row; when another sending was faster, the row that is there."""
    fields = asdict(answer)
    fields["consent_age_band"] = fields.pop("age_band")
    row = Response(initiative_id=initiative.id, key=key, wave=wave, consent_how=ConsentHow.PAGE, **fields)
    try:
        with transaction.atomic():
            # Without force_insert a row with the same key would be written over.
            row.save(force_insert=True)
    except IntegrityError:
        faster = _stored(key)
        if faster is None:
            raise
        return faster
    return row


def _is_same(row: Response, wave: Wave, answer: Answer) -> bool:
    kept = Answer(
        answers=row.answers,
        language=row.language,
        age_band=row.consent_age_band,
        consent_version=row.consent_version,
        consent_language=row.consent_language,
        lives_here=row.lives_here,
    )
    return row.wave_id == wave.pk and kept == answer


def check_answer(content: Mapping[str, Any], answer: Answer) -> None:
    """Raise AnswerInvalid with every problem of an answer, by field or question."""
    consents = content["consent"]
    if answer.language not in content["languages"]:
        raise AnswerInvalid({"language": "language"})
    if answer.age_band not in consents:
        raise AnswerInvalid({"age_band": "age_band"})
    problems = {}
    shown = consents[answer.age_band].get(answer.consent_language)
    if shown is None or answer.consent_version != shown["version"]:
        problems["consent"] = "consent"
    if not _is_area_answer(content, answer.lives_here):
        problems["lives_here"] = "lives_here"
    problems |= _question_problems(content, answer)
    if problems:
        raise AnswerInvalid(problems)


def _is_area_answer(content: Mapping[str, Any], lives_here: str) -> bool:
    if content.get("area_question"):
        return lives_here in LivesHere.values
    return lives_here == LivesHere.SKIP


def _question_problems(content: Mapping[str, Any], answer: Answer) -> dict[str, str]:
    if not isinstance(answer.answers, dict):
        return {"answers": "answers"}
    questions = {one["id"]: one for one in asked_questions(content, answer.language, answer.age_band)}
    problems = {str(name): "unknown_question" for name in answer.answers if name not in questions}
    for name, question in questions.items():
        code = answer.answers.get(name)
        if code is None:
            problems[name] = "missing"
        elif type(code) is not int or code not in allowed_codes(question, answer.language):
            problems[name] = "unknown_code"
    return problems
