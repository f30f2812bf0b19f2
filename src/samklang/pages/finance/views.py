"""Pages of finance."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from samklang.pages.components.doors import work_page
from samklang.pages.components.form_page import FormPage, form_page
from samklang.pages.finance.forms import GrantForm
from samklang.pages.finance.page import finance_page
from samklang.records.finance.queries import grant as grant_row
from samklang.records.finance.services import add_grant, change_grant
from samklang.records.initiative.models.scoped import InitiativeRef
from samklang.records.initiative.permissions import BACKBONE, check_role
from samklang.records.initiative.queries import partners
from samklang.records.people.permissions import Actor
from samklang.records.process.queries import loops


@require_GET
@work_page
def index(request: HttpRequest, initiative: InitiativeRef, actor: Actor) -> HttpResponse:
    """Whose money it is, and how much of its time has passed."""
    page = finance_page(initiative, actor, timezone.localdate())
    return render(request, "finance/index.html", {"page": page})


@require_http_methods(["GET", "POST"])
@work_page
def add(request: HttpRequest, initiative: InitiativeRef, actor: Actor) -> HttpResponse:
    """Write down a grant."""
    check_role(actor, initiative, BACKBONE)
    form = _form(request, initiative, actor, {})

    def save(given: dict[str, Any]) -> str:
        add_grant(initiative=initiative, actor=actor, **given)
        return reverse("finance", kwargs={"slug": initiative.slug})

    page = FormPage(_("Write down a grant"), _("Store the grant"), _("The grant is stored."))
    return form_page(request, page, form, save)


@require_http_methods(["GET", "POST"])
@work_page
def change(request: HttpRequest, initiative: InitiativeRef, actor: Actor, grant: int) -> HttpResponse:
    """Mend a grant. Which line it pays for stays."""
    check_role(actor, initiative, BACKBONE)
    row = grant_row(initiative=initiative, actor=actor, grant_id=grant, today=timezone.localdate())
    known = {name: getattr(row, name) for name in ("funder_id", "purpose", "kronor", "begins_on", "ends_on")}
    form = _form(request, initiative, actor, known)
    del form.fields["loop_id"]

    def save(given: dict[str, Any]) -> str:
        change_grant(initiative=initiative, actor=actor, grant_id=grant, **given)
        return reverse("finance", kwargs={"slug": initiative.slug})

    page = FormPage(_("Change the grant"), _("Store the grant"), _("The grant is stored."))
    return form_page(request, page, form, save)


def _form(request: HttpRequest, initiative: InitiativeRef, actor: Actor, known: dict[str, Any]) -> GrantForm:
    return GrantForm(
        request.POST or None,
        partners=partners(initiative=initiative, actor=actor),
        loops=loops(initiative=initiative, actor=actor),
        initial=known,
    )
