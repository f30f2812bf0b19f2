"""Beside the form: the code to type, the poster, the receipt, and what a browser needs to work without a network."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.templatetags.static import static
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from samklang.pages.respond.after import receipt_languages, receipt_page
from samklang.pages.respond.doors import asked_language, resident_page, survey_page, unknown_code
from samklang.pages.respond.notices import code_page, unknown_receipt
from samklang.pages.respond.page import browser_file
from samklang.pages.respond.poster import poster_page
from samklang.pages.respond.words import language_names, words
from samklang.records.measurement.queries import wave_status
from samklang.records.measurement.services.receipt import code_on_receipt
from samklang.records.measurement.services.survey import Survey, survey_by_code
from samklang.records.people.permissions import NotAllowed


@require_safe
@resident_page
def type_code(request: HttpRequest) -> HttpResponse:
    """Where somebody types the code on a poster; a right one leads on to the survey."""
    language = asked_language(request, tuple(language_names()))
    if "code" not in request.GET:
        return render(request, "respond/code.html", {"page": code_page(language)})
    typed = "".join(request.GET["code"].split())
    for code in (typed, typed.lower()):
        try:
            return redirect("survey", code=survey_by_code(code).code)
        except NotAllowed:
            continue
    return unknown_code(request, typed)


@require_safe
@survey_page
def poster(request: HttpRequest, found: Survey, language: str) -> HttpResponse:
    """One A4 for walls and staircases."""
    address = request.build_absolute_uri(reverse("survey", kwargs={"code": found.code}))
    return render(request, "respond/poster.html", {"page": poster_page(found, language, address)})


@require_safe
@resident_page
def receipt(request: HttpRequest, receipt: str) -> HttpResponse:
    """What became of the answers, for whoever holds the wave's receipt."""
    code = code_on_receipt(receipt)
    if code is None:
        language = asked_language(request, tuple(language_names()))
        return render(request, "respond/notice.html", {"page": unknown_receipt(language)}, status=404)
    status = wave_status(code)
    language = asked_language(request, receipt_languages(status))
    page = receipt_page(status, language, receipt, timezone.localdate())
    response = render(request, "respond/receipt.html", {"page": page})
    response.headers["Content-Language"] = language
    return response


@require_safe
@survey_page
def manifest(request: HttpRequest, found: Survey, language: str) -> HttpResponse:
    """What a phone needs to keep the survey on its first screen."""
    place = found.content.get("place") or found.initiative.place
    address = reverse("survey", kwargs={"code": found.code})
    made = {
        "name": words(language)["poster_title"].format(area=place),
        "short_name": place,
        "lang": language,
        "start_url": f"{address}?lang={language}",
        "scope": "/s/",
        "display": "standalone",
        "icons": [{"src": static("samklang/icon.svg"), "sizes": "any", "type": "image/svg+xml"}],
    }
    return JsonResponse(made, content_type="application/manifest+json")


@require_safe
@resident_page
def worker(request: HttpRequest) -> HttpResponse:
    """The script that opens the survey again without a network."""
    response = HttpResponse(browser_file("worker.js"), content_type="text/javascript; charset=utf-8")
    response.headers["Cache-Control"] = "no-cache"
    return response
