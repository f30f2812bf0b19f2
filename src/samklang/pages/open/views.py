"""Pages anyone may read: no account, no cookie."""

from __future__ import annotations

from django.db import connection
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from samklang.pages.components.report.answer import pdf_answer, picture_answer
from samklang.pages.components.report.on_page import in_readers_language
from samklang.pages.open.page import front_page, initiative_page, open_report_page
from samklang.records.people.queries import has_accounts
from samklang.records.publishing.queries import public_report


@require_safe
def front(request: HttpRequest) -> HttpResponse:
    """Who we are and the open initiatives; an empty installation is set up first."""
    if not has_accounts():
        return redirect("setup")
    return render(request, "open/front.html", {"page": front_page()})


@require_safe
def initiative(request: HttpRequest, slug: str) -> HttpResponse:
    """What anyone may read about an initiative."""
    return render(request, "open/initiative.html", {"page": initiative_page(slug)})


@require_safe
def report(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    """A published report."""
    return render(request, "open/report.html", {"page": open_report_page(slug, number)})


@require_safe
def report_as_pdf(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    """A published report as a PDF."""
    initiative, row = public_report(slug, number)
    return pdf_answer(initiative, row, in_readers_language(row.content))


@require_safe
def picture(request: HttpRequest, slug: str, number: int, picture: int) -> HttpResponse:
    """A picture of a published report."""
    initiative, row = public_report(slug, number)
    return picture_answer(initiative, row, picture)


@require_safe
def health(request: HttpRequest) -> HttpResponse:
    """200 when the server and its database answer."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
    return HttpResponse("ok\n", content_type="text/plain")
