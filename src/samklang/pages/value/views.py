"""Pages of value."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from samklang.methods.kernel.yaml_text import read_yaml
from samklang.pages.components.doors import work_page
from samklang.pages.components.form_page import FormPage, form_page
from samklang.pages.value.forms import LinkForm, ValueMapForm
from samklang.pages.value.guided import BeginForm, RowForm, begun, with_row
from samklang.pages.value.page import link_of, map_page, sources_of, value_page
from samklang.records.activities.queries import programmes
from samklang.records.initiative.models.scoped import InitiativeRef
from samklang.records.initiative.permissions import check_role
from samklang.records.people.permissions import Actor
from samklang.records.value.permissions import VALUES
from samklang.records.value.queries import valued
from samklang.records.value.services import link_quantity, store_value_map


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


@require_http_methods(["GET", "POST"])
@work_page
def begin(request: HttpRequest, initiative: InitiativeRef, actor: Actor) -> HttpResponse:
    """Begin a map by answering questions."""
    check_role(actor, initiative, VALUES)
    form = BeginForm(
        request.POST or None,
        programmes=programmes(initiative=initiative, actor=actor),
        initial={"price_year": timezone.localdate().year},
    )

    def save(given: dict[str, Any]) -> str:
        programme_id, name = given["programme_id"], given["name"]
        map_id = store_value_map(
            initiative=initiative, actor=actor, programme_id=programme_id, name=name, text=begun(given)
        )
        return _address(initiative, map_id)

    lead = _("One row at a time: what changed for whom. Those who lose by it get a row of their own afterwards.")
    page = FormPage(_("Begin a value map"), _("Store and see what it comes to"), _("The version is stored."), lead)
    return form_page(request, page, form, save, "value/guided_form.html")


@require_http_methods(["GET", "POST"])
@work_page
def row(request: HttpRequest, initiative: InitiativeRef, actor: Actor, map: int) -> HttpResponse:
    """Add a row to a map by answering questions."""
    check_role(actor, initiative, VALUES)
    found = valued(initiative=initiative, actor=actor, map_id=map).row

    def save(given: dict[str, Any]) -> str:
        map_id = store_value_map(
            initiative=initiative,
            actor=actor,
            programme_id=found.programme.id,
            name=found.name,
            text=with_row(read_yaml(found.text, found.name), given),
            links=found.links,
        )
        return _address(initiative, map_id)

    page = FormPage(_("Add a row"), _("Store and see what it comes to"), _("The version is stored."), found.name)
    return form_page(request, page, RowForm(request.POST or None), save, "value/guided_form.html")


@require_http_methods(["GET", "POST"])
@work_page
def link(request: HttpRequest, initiative: InitiativeRef, actor: Actor, map: int) -> HttpResponse:
    """Take a row's quantity from what has been released or counted."""
    check_role(actor, initiative, VALUES)
    found = valued(initiative=initiative, actor=actor, map_id=map)
    rows = [(one.id, f"{one.id}: {one.stakeholder}") for one in found.answer.value_map.outcomes]
    form = LinkForm(request.POST or None, outcomes=rows, sources=sources_of(initiative, found))

    def save(given: dict[str, Any]) -> str:
        chosen = link_of(given["source"])
        map_id = link_quantity(initiative=initiative, actor=actor, map_id=map, outcome=given["outcome"], link=chosen)
        return _address(initiative, map_id)

    lead = _("Answers are known as ranges, so what is taken from them is a range. Only what anyone may know is used.")
    page = FormPage(_("Take the quantity from results"), _("Store the version"), _("The version is stored."), lead)
    return form_page(request, page, form, save)


def _address(initiative: InitiativeRef, map_id: int) -> str:
    return reverse("value_map", kwargs={"slug": initiative.slug, "map": map_id})


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
        return _address(initiative, map_id)

    return form_page(request, FormPage(heading, _("Store the version"), _("The version is stored.")), form, save)
