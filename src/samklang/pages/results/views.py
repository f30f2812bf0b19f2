"""Pages of results."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from samklang.pages.components.doors import work_page
from samklang.pages.results.page import result_page, results_page
from samklang.records.initiative.models.scoped import InitiativeRef
from samklang.records.people.permissions import Actor


@require_safe
@work_page
def index(request: HttpRequest, initiative: InitiativeRef, actor: Actor) -> HttpResponse:
    """Every release the reader may see."""
    return render(request, "results/index.html", {"page": results_page(initiative, actor)})


@require_safe
@work_page
def result(request: HttpRequest, initiative: InitiativeRef, actor: Actor, wave: int) -> HttpResponse:
    """One release."""
    return render(request, "results/result.html", {"page": result_page(initiative, actor, wave)})
