"""What a page's script sends: the whole answer at once, again and again until it is acknowledged."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.views.decorators.http import require_POST

from samklang.pages.respond.doors import survey_page
from samklang.pages.respond.guard import TRAP, sent_form, sent_json
from samklang.pages.respond.state import State, as_answer, consent_language, read_state
from samklang.pages.respond.views import STATUS, thanks_address
from samklang.records.measurement.services.answer_wave import Answer, AnswerConflict, AnswerInvalid, answer_wave
from samklang.records.measurement.services.survey import Survey
from samklang.records.people.permissions import Refused, anonymous


@require_POST
@survey_page
def answer(request: HttpRequest, found: Survey, language: str) -> HttpResponse:
    """Store an answer. 201 with the receipt; 409 other answers under the key; 410 closed; 422 with the problems."""
    if not found.content:
        return JsonResponse({"problem": found.refusal}, status=STATUS[found.refusal])
    try:
        key, sent, is_trapped = _sent(request, found, language)
        if is_trapped:
            raise AnswerInvalid({TRAP: TRAP})
        receipt = answer_wave(
            initiative=found.initiative, actor=anonymous(), wave_id=found.wave_id, key=key, answer=sent
        )
    except Refused as reason:
        return JsonResponse({"problem": str(reason)}, status=STATUS[str(reason)])
    except AnswerConflict:
        return JsonResponse({"problem": "conflict"}, status=409)
    except AnswerInvalid as invalid:
        return JsonResponse({"problem": "invalid", "problems": invalid.problems}, status=422)
    return JsonResponse({"receipt": receipt, "next": thanks_address(found.code, receipt, sent.language)}, status=201)


def _sent(request: HttpRequest, found: Survey, language: str) -> tuple[str, Answer, bool]:
    """The key, the answer, and whether a robot filled the field people never see."""
    if request.content_type != "application/json":
        form = sent_form(request)
        state = read_state(found, language, form)
        return state.key, as_answer(found, state), bool(form.get(TRAP))
    sent = sent_json(request)
    language = _text(sent, "lang") or language
    state = State(language, age=_text(sent, "age"), consent=_text(sent, "consent"))
    given = Answer(
        answers=sent.get("answers", {}),
        language=language,
        age_band=state.age,
        consent_version=state.consent,
        consent_language=consent_language(found, state) or language,
        lives_here=_text(sent, "lives") or "skip",
    )
    return _text(sent, "key"), given, bool(sent.get(TRAP))


def _text(sent: Mapping[str, Any], name: str) -> str:
    value = sent.get(name, "")
    return value if isinstance(value, str) else ""
