"""The personas of the demo, one click each. These addresses exist in demo mode only."""

from __future__ import annotations

from django.contrib.auth import get_user_model, login
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_GET, require_POST

from samklang.demo.personas import MAIN, PERSONAS, persona
from samklang.records.measurement.queries import open_waves_of
from samklang.records.people.queries import person_by_email

BACKEND = "allauth.account.auth_backends.AuthenticationBackend"


@require_GET
def personas_page(request: HttpRequest) -> HttpResponse:
    """Who one can enter as, and the doors that need no account."""
    rows = [{"persona": one, "role": one.role.label} for one in PERSONAS]
    return render(request, "demo/personas.html", {"rows": rows, "waves": open_waves_of(MAIN), "main": MAIN})


# Nothing is at stake in the demo, and its first page sets no cookie: so no token either.
@csrf_exempt
@require_POST
def enter(request: HttpRequest) -> HttpResponse:
    """Sign in as a persona."""
    chosen = persona(request.POST.get("persona", ""))
    person = person_by_email(chosen.email) if chosen else None
    if chosen is None or person is None:
        raise Http404
    login(request, get_user_model().objects.get(pk=person.id), backend=BACKEND)
    return redirect(reverse("initiative_home", kwargs={"slug": chosen.initiative}) + chosen.start)
