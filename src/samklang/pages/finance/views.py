"""Pages of finance."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from samklang.pages.components.doors import work_page
from samklang.pages.components.drawing.numbers import number, percent
from samklang.pages.components.form_page import FormPage, form_page
from samklang.pages.components.table import Table, table
from samklang.pages.finance.forms import GrantForm
from samklang.records.finance.queries import GrantRow, grants
from samklang.records.finance.services import add_grant
from samklang.records.initiative.models.scoped import InitiativeRef
from samklang.records.initiative.permissions import BACKBONE, check_role, has_role
from samklang.records.initiative.queries import partners
from samklang.records.people.permissions import Actor
from samklang.records.process.queries import loops


@require_GET
@work_page
def index(request: HttpRequest, initiative: InitiativeRef, actor: Actor) -> HttpResponse:
    """Whose money it is, and how much of its time has passed."""
    rows = grants(initiative=initiative, actor=actor, today=timezone.localdate())
    shown = {"grants": grants_table(rows), "may_change": has_role(actor, initiative, BACKBONE)}
    return render(request, "finance/index.html", shown)


@require_http_methods(["GET", "POST"])
@work_page
def add(request: HttpRequest, initiative: InitiativeRef, actor: Actor) -> HttpResponse:
    """Write down a grant."""
    check_role(actor, initiative, BACKBONE)
    form = GrantForm(
        request.POST or None,
        partners=partners(initiative=initiative, actor=actor),
        loops=loops(initiative=initiative, actor=actor),
    )

    def save(given: dict[str, Any]) -> str:
        add_grant(initiative=initiative, actor=actor, **given)
        return reverse("finance", kwargs={"slug": initiative.slug})

    page = FormPage(_("Write down a grant"), _("Store the grant"), _("The grant is stored."))
    return form_page(request, page, form, save)


def grants_table(rows: list[GrantRow]) -> Table | None:
    """The grants with how much of their time has passed."""
    if not rows:
        return None
    head = (_("What it is for"), _("Kronor"), _("Funder"), _("Period"), _("Of the time has passed"))
    cells = [
        (
            row.purpose,
            number(row.kronor),
            row.funder,
            f"{date_format(row.begins_on, 'F Y')} – {date_format(row.ends_on, 'F Y')}",
            percent(row.elapsed_share),
        )
        for row in rows
    ]
    return table(_("Grants"), head, cells)
