"""The page that changes a partner."""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from samklang.pages.components.doors import work_page
from samklang.pages.components.form_page import FormPage, form_page
from samklang.pages.initiative.forms import PartnerForm
from samklang.records.initiative.enums import Sector
from samklang.records.initiative.models.scoped import InitiativeRef
from samklang.records.initiative.permissions import BACKBONE, check_role
from samklang.records.initiative.queries import partners
from samklang.records.initiative.services import change_partner
from samklang.records.people.permissions import Actor, NotAllowed


class KnownPartnerForm(PartnerForm):
    """A partner that is there already."""

    is_backbone = forms.BooleanField(label=gettext_lazy("Holds the work together (the backbone)"), required=False)


@require_http_methods(["GET", "HEAD", "POST"])
@work_page
def change(request: HttpRequest, initiative: InitiativeRef, actor: Actor, partner: int) -> HttpResponse:
    """Change a partner."""
    check_role(actor, initiative, BACKBONE)
    row = next((one for one in partners(initiative=initiative, actor=actor) if one.id == partner), None)
    if row is None:
        raise NotAllowed
    known = {"name": row.name, "sector": row.sector, "about": row.about, "is_backbone": row.is_backbone}

    def save(given: dict[str, Any]) -> str:
        told = {**given, "sector": Sector(given["sector"])}
        change_partner(initiative=initiative, actor=actor, partner_id=partner, **told)
        return reverse("partners", kwargs={"slug": initiative.slug})

    page = FormPage(_("Change a partner"), _("Save"), _("The partner is changed."))
    return form_page(request, page, KnownPartnerForm(request.POST or None, initial=known), save)
