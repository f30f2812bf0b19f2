"""Pages anyone may read: no account, no cookie."""

from __future__ import annotations

from django.db import connection
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from samklang.pages.open.page import front_page, initiative_page


@require_safe
def front(request: HttpRequest) -> HttpResponse:
    """Who we are and the open initiatives."""
    return render(request, "open/front.html", {"page": front_page()})


@require_safe
def initiative(request: HttpRequest, slug: str) -> HttpResponse:
    """What anyone may read about an initiative."""
    return render(request, "open/initiative.html", {"page": initiative_page(slug)})


@require_safe
def health(request: HttpRequest) -> HttpResponse:
    """200 when the server and its database answer."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
    return HttpResponse("ok\n", content_type="text/plain")
