"""Pages of agenda."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from samklang.methods.process.checklists import checklist
from samklang.pages.agenda.forms import (
    CheckForm,
    NeedForm,
    OutcomeForm,
    RankForm,
    StakeholderForm,
    TargetGroupForm,
)
from samklang.pages.agenda.page import agenda_page, need_page, outcome_page
from samklang.pages.components.doors import work_page
from samklang.pages.components.form_page import FormPage, form_page
from samklang.records.agenda.enums import Lean
from samklang.records.agenda.queries import need as need_row
from samklang.records.agenda.queries import outcomes, target_groups
from samklang.records.agenda.services import (
    add_need,
    add_outcome,
    add_stakeholder,
    add_target_group,
    check_outcome,
    rank_outcomes,
)
from samklang.records.initiative.models.scoped import InitiativeRef
from samklang.records.initiative.permissions import BACKBONE, check_role
from samklang.records.people.permissions import Actor, Refused


@require_GET
@work_page
def index(request: HttpRequest, initiative: InitiativeRef, actor: Actor) -> HttpResponse:
    """Needs, outcomes and stakeholders."""
    page = agenda_page(initiative, actor, request.GET.get("page"))
    return render(request, "agenda/index.html", {"page": page})


@require_GET
@work_page
def need(request: HttpRequest, initiative: InitiativeRef, actor: Actor, need: int) -> HttpResponse:
    """A need and what came of it."""
    return render(request, "agenda/need.html", {"page": need_page(initiative, actor, need)})


@require_http_methods(["GET", "POST"])
@work_page
def outcome(request: HttpRequest, initiative: InitiativeRef, actor: Actor, outcome: int) -> HttpResponse:
    """An outcome and its four checks; the backbone answers them."""
    form = CheckForm(request.POST or None, checks=checklist("prioritising"))
    if request.method == "POST":
        check_role(actor, initiative, BACKBONE)
        if form.is_valid():
            try:
                check_outcome(initiative=initiative, actor=actor, outcome_id=outcome, **form.cleaned_data)
            except Refused as reason:
                form.add_error("note", str(reason))
            else:
                messages.success(request, _("The check is answered."))
                return redirect("outcome", slug=initiative.slug, outcome=outcome)
    page = outcome_page(initiative, actor, outcome, form)
    return render(request, "agenda/outcome.html", {"page": page})


@require_http_methods(["GET", "POST"])
@work_page
def new_need(request: HttpRequest, initiative: InitiativeRef, actor: Actor) -> HttpResponse:
    """Write down a need."""
    check_role(actor, initiative, BACKBONE)
    form = NeedForm(request.POST or None, groups=target_groups(initiative=initiative, actor=actor))

    def save(given: dict[str, Any]) -> str:
        group = given.pop("target_group")
        need_id = add_need(initiative=initiative, actor=actor, target_group_id=group, **given)
        return reverse("need", kwargs={"slug": initiative.slug, "need": need_id})

    page = FormPage(_("Write down a need"), _("Store the need"), _("The need is stored."))
    return form_page(request, page, form, save)


@require_http_methods(["GET", "POST"])
@work_page
def new_outcome(request: HttpRequest, initiative: InitiativeRef, actor: Actor, need: int) -> HttpResponse:
    """Propose an outcome that answers a need."""
    check_role(actor, initiative, BACKBONE)
    row = need_row(initiative=initiative, actor=actor, need_id=need)

    def save(given: dict[str, Any]) -> str:
        outcome_id = add_outcome(initiative=initiative, actor=actor, need_id=need, **given)
        return reverse("outcome", kwargs={"slug": initiative.slug, "outcome": outcome_id})

    page = FormPage(_("Propose an outcome"), _("Store the outcome"), _("The outcome is stored."), row.title)
    return form_page(request, page, OutcomeForm(request.POST or None), save)


@require_http_methods(["GET", "POST"])
@work_page
def rank(request: HttpRequest, initiative: InitiativeRef, actor: Actor) -> HttpResponse:
    """Put outcomes in order: some go ahead, the others rest."""
    check_role(actor, initiative, BACKBONE)
    form = RankForm(request.POST or None, rows=outcomes(initiative=initiative, actor=actor))

    def save(given: dict[str, Any]) -> str:
        if not form.order:
            raise Refused(_("Give at least one outcome a place."))
        rank_outcomes(initiative=initiative, actor=actor, order=form.order, chosen=given["ahead"])
        return reverse("agenda", kwargs={"slug": initiative.slug})

    lead = _(
        "What the partners agreed in the prioritising workshop. Outcomes that don't go ahead are parked, not lost."
    )
    page = FormPage(_("Rank the outcomes"), _("Store the order"), _("The order is stored."), lead)
    return form_page(request, page, form, save)


@require_http_methods(["GET", "POST"])
@work_page
def new_stakeholder(request: HttpRequest, initiative: InitiativeRef, actor: Actor) -> HttpResponse:
    """Put a stakeholder on the board."""
    check_role(actor, initiative, BACKBONE)

    def save(given: dict[str, Any]) -> str:
        add_stakeholder(initiative=initiative, actor=actor, **{**given, "lean": Lean(given["lean"])})
        return reverse("agenda", kwargs={"slug": initiative.slug})

    page = FormPage(_("Add a stakeholder"), _("Add"), _("The stakeholder is on the board."))
    return form_page(request, page, StakeholderForm(request.POST or None), save)


@require_http_methods(["GET", "POST"])
@work_page
def new_target_group(request: HttpRequest, initiative: InitiativeRef, actor: Actor) -> HttpResponse:
    """Name whom needs are about."""
    check_role(actor, initiative, BACKBONE)

    def save(given: dict[str, Any]) -> str:
        add_target_group(initiative=initiative, actor=actor, **given)
        return reverse("agenda", kwargs={"slug": initiative.slug})

    page = FormPage(_("Add a target group"), _("Add"), _("The target group is stored."))
    return form_page(request, page, TargetGroupForm(request.POST or None), save)
