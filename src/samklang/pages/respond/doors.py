"""The doors of residents' pages: no cookie, nothing kept in between, the survey found by its code."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.gzip import gzip_page

from samklang.pages.respond.guard import TooMuch
from samklang.pages.respond.notices import code_page, unreadable
from samklang.pages.respond.page import survey_languages
from samklang.pages.respond.words import choose_language, language_names
from samklang.records.measurement.services.survey import survey_by_code
from samklang.records.people.permissions import NotAllowed

View = Callable[..., HttpResponse]


def asked_language(request: HttpRequest, known: Sequence[str]) -> str:
    """The language of the address, else the browser's, else the first."""
    return choose_language(request.GET.get("lang", ""), request.headers.get("Accept-Language", ""), known)


def resident_page(view: View) -> View:
    """A page for anyone. There is no session a forged form could ride on, so it needs no token against that."""

    @wraps(view)
    def opened(request: HttpRequest, **parts: Any) -> HttpResponse:
        response = view(request, **parts)
        response.headers["Referrer-Policy"] = "no-referrer"
        response.headers.setdefault("Cache-Control", "no-store")
        return response

    return csrf_exempt(gzip_page(opened))


def survey_page(view: View) -> View:
    """A page of one survey: ``view(request, survey, language)``. An unknown code gets the page for typing it."""

    @wraps(view)
    def opened(request: HttpRequest, code: str) -> HttpResponse:
        try:
            survey = survey_by_code(code)
        except NotAllowed:
            plain = "".join(code.split()).lower()
            if plain != code and request.method == "GET" and is_known(plain):
                return redirect("survey", code=plain)
            return unknown_code(request, code)
        language = asked_language(request, survey_languages(survey))
        try:
            response = view(request, survey, language)
        except TooMuch:
            response = render(request, "respond/notice.html", {"page": unreadable(survey, language)}, status=413)
        response.headers["Content-Language"] = language
        return response

    return resident_page(opened)


def is_known(code: str) -> bool:
    """Whether a survey has this code."""
    try:
        survey_by_code(code)
    except NotAllowed:
        return False
    return True


def unknown_code(request: HttpRequest, code: str) -> HttpResponse:
    """The page for typing the code again."""
    language = asked_language(request, tuple(language_names()))
    page = code_page(language, code, is_unknown=True)
    response = render(request, "respond/code.html", {"page": page}, status=404)
    response.headers["Content-Language"] = language
    return response
