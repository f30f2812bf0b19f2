"""Pages of value."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from samklang.pages.components.doors import work_page
from samklang.pages.components.form_page import FormPage, form_page
from samklang.pages.value.forms import ValueMapForm
from samklang.pages.value.page import map_page, value_page
from samklang.records.activities.queries import programmes
from samklang.records.initiative.models.scoped import InitiativeRef
from samklang.records.initiative.permissions import check_role
from samklang.records.people.permissions import Actor
from samklang.records.value.permissions import VALUES
from samklang.records.value.queries import valued
from samklang.records.value.services import store_value_map


@require_GET
@work_page
def index(request: HttpRequest, initiative: InitiativeRef, actor: Actor) -> HttpResponse:
    """Every value map with its sentence."""
    return render(request, "value/index.html", {"page": value_page(initiative, actor)})


@require_GET
@work_page
def value_map(request: HttpRequest, initiative: InitiativeRef, actor: Actor, map: int) -> HttpResponse:
    """One map, worked out."""
    return render(request, "value/map.html", {"page": map_page(initiative, actor, map)})


@require_http_methods(["GET", "POST"])
@work_page
def add(request: HttpRequest, initiative: InitiativeRef, actor: Actor) -> HttpResponse:
    """Store a new map."""
    check_role(actor, initiative, VALUES)
    form = ValueMapForm(request.POST or None, programmes=programmes(initiative=initiative, actor=actor))
    return _stored(request, initiative, actor, form, {}, _("Write a value map"))


@require_http_methods(["GET", "POST"])
@work_page
def change(request: HttpRequest, initiative: InitiativeRef, actor: Actor, map: int) -> HttpResponse:
    """Store the next version of a map; the earlier ones stay."""
    check_role(actor, initiative, VALUES)
    row = valued(initiative=initiative, actor=actor, map_id=map).row
    known = {"programme_id": row.programme.id, "name": row.name, "text": row.text}
    rows = programmes(initiative=initiative, actor=actor)
    form = ValueMapForm(request.POST or None, programmes=rows, initial=known)
    return _stored(request, initiative, actor, form, dict(row.links), _("Change the value map"))


def _stored(
    request: HttpRequest,
    initiative: InitiativeRef,
    actor: Actor,
    form: ValueMapForm,
    links: dict[str, Any],
    heading: str,
) -> HttpResponse:
    def save(given: dict[str, Any]) -> str:
        map_id = store_value_map(initiative=initiative, actor=actor, links=links, **given)
        return reverse("value_map", kwargs={"slug": initiative.slug, "map": map_id})

    return form_page(request, FormPage(heading, _("Store the version"), _("The version is stored.")), form, save)
