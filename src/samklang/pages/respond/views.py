"""Where a resident answers. No account, no cookie, no session: the form itself carries everything."""

from __future__ import annotations

from dataclasses import replace
from urllib.parse import urlencode
from uuid import uuid4

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from samklang.pages.respond import notices
from samklang.pages.respond.after import thanks_page
from samklang.pages.respond.doors import survey_page
from samklang.pages.respond.first_html import first_html
from samklang.pages.respond.flow import move
from samklang.pages.respond.guard import TRAP, sent_form
from samklang.pages.respond.page import Notice
from samklang.pages.respond.state import UNDER_13, State, as_answer, first_unanswered, read_state
from samklang.pages.respond.survey_page import SurveyPage, next_page
from samklang.records.measurement.services.answer_wave import AnswerConflict, AnswerInvalid, answer_wave
from samklang.records.measurement.services.receipt import code_on_receipt
from samklang.records.measurement.services.survey import Survey
from samklang.records.people.permissions import Refused, anonymous

STATUS = {"not_open": 425, "closed": 410}


@require_http_methods(["GET", "HEAD", "POST"])
@survey_page
def survey(request: HttpRequest, found: Survey, language: str) -> HttpResponse:
    """Answer: the first page with every question folded in, or the step a form without scripts has come to."""
    if request.method == "POST":
        return _step(request, found, language)
    if found.refusal:
        return _notice(request, _refusal(found, language), 410 if found.refusal == "closed" else 200)
    response = HttpResponse(first_html(found, language, str(request.csp_nonce)))  # type: ignore[attr-defined]
    response.headers["Cache-Control"] = "private, no-cache"
    return response


def _step(request: HttpRequest, found: Survey, language: str) -> HttpResponse:
    sent = sent_form(request)
    go = str(sent.get("go", "next"))
    if sent.get(TRAP):
        return _notice(request, notices.unreadable(found, language), 422)
    if not found.content:
        return _notice(request, _refusal(found, language), STATUS[found.refusal])
    state = read_state(found, language, sent)
    if go == "decline":
        return _notice(request, notices.declined(found, language), 200)
    if go == "next" and state.step == "start" and state.age == UNDER_13:
        return _notice(request, notices.too_young(found, language), 200)
    if go == "send" and first_unanswered(found, state) is None:
        return _send(request, found, state)
    if found.refusal:
        return _notice(request, _refusal(found, language), STATUS[found.refusal])
    shown, has_error = move(found, replace(state, key=state.key or str(uuid4())), go)
    return _show(request, next_page(found, shown, has_error=has_error), 422 if has_error else 200)


def _send(request: HttpRequest, found: Survey, state: State) -> HttpResponse:
    try:
        receipt = answer_wave(
            initiative=found.initiative,
            actor=anonymous(),
            wave_id=found.wave_id,
            key=state.key,
            answer=as_answer(found, state),
        )
    except Refused as reason:
        return _notice(request, _refusal(found, state.language), STATUS[str(reason)])
    except AnswerConflict:
        return _notice(request, notices.conflict(found, state.language), 409)
    except AnswerInvalid:
        return _notice(request, notices.unreadable(found, state.language), 422)
    response = HttpResponseRedirect(thanks_address(found.code, receipt, state.language))
    response.status_code = 303
    return response


def thanks_address(code: str, receipt: str, language: str) -> str:
    """Where thanks stands. The receipt is the wave's, the same for everybody, so the address tells nothing."""
    return f"{reverse('survey_thanks', kwargs={'code': code})}?{urlencode({'receipt': receipt, 'lang': language})}"


@require_safe
@survey_page
def thanks(request: HttpRequest, found: Survey, language: str) -> HttpResponse:
    """Thanks, for those who hold the survey's receipt."""
    receipt = request.GET.get("receipt", "")
    if code_on_receipt(receipt) != found.code:
        return redirect("survey", code=found.code)
    return render(request, "respond/thanks.html", {"page": thanks_page(found, language, receipt)})


def _refusal(found: Survey, language: str) -> Notice:
    return notices.not_open(found, language) if found.refusal == "not_open" else notices.closed(found, language)


def _notice(request: HttpRequest, notice: Notice, status: int) -> HttpResponse:
    return render(request, "respond/notice.html", {"page": notice}, status=status)


def _show(request: HttpRequest, page: SurveyPage, status: int = 200) -> HttpResponse:
    return render(request, "respond/survey.html", {"page": page}, status=status)
