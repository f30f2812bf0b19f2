"""Pages of agenda that mend what was written."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from samklang.pages.agenda.forms import NeedForm, OutcomeForm, StakeholderForm, TargetGroupForm
from samklang.pages.agenda.removals import removal
from samklang.pages.components.doors import work_page
from samklang.pages.components.form_page import FormPage, form_page
from samklang.records.agenda.enums import Lean
from samklang.records.agenda.queries import need as need_row
from samklang.records.agenda.queries import outcome as outcome_row
from samklang.records.agenda.queries import stakeholder as stakeholder_row
from samklang.records.agenda.queries import target_group as target_group_row
from samklang.records.agenda.queries import target_groups
from samklang.records.agenda.services import (
    change_need,
    change_outcome,
    change_stakeholder,
    change_target_group,
)
from samklang.records.initiative.models.scoped import InitiativeRef
from samklang.records.initiative.permissions import BACKBONE, check_role
from samklang.records.people.permissions import Actor


@require_http_methods(["GET", "POST"])
@work_page
def need(request: HttpRequest, initiative: InitiativeRef, actor: Actor, need: int) -> HttpResponse:
    """Write a need anew."""
    check_role(actor, initiative, BACKBONE)
    row = need_row(initiative=initiative, actor=actor, need_id=need)
    known = {
        "title": row.title,
        "text": row.text,
        "grounds": row.grounds,
        "gap": row.gap,
        "target_group": row.target_group_id,
        "seen_on": row.seen_on,
    }
    groups = target_groups(initiative=initiative, actor=actor)

    def save(given: dict[str, Any]) -> str:
        group = given.pop("target_group")
        change_need(initiative=initiative, actor=actor, need_id=need, target_group_id=group, **given)
        return reverse("need", kwargs={"slug": initiative.slug, "need": need})

    away = removal(initiative, "need", need)
    page = FormPage(_("Change the need"), _("Store the need"), _("The need is stored."), removal=away)
    return form_page(request, page, NeedForm(request.POST or None, groups=groups, initial=known), save)


@require_http_methods(["GET", "POST"])
@work_page
def outcome(request: HttpRequest, initiative: InitiativeRef, actor: Actor, outcome: int) -> HttpResponse:
    """Write an outcome anew."""
    check_role(actor, initiative, BACKBONE)
    row = outcome_row(initiative=initiative, actor=actor, outcome_id=outcome)
    known = {name: getattr(row, name) for name in ("title", "phenomenon", "indicator", "question")}

    def save(given: dict[str, Any]) -> str:
        change_outcome(initiative=initiative, actor=actor, outcome_id=outcome, **given)
        return reverse("outcome", kwargs={"slug": initiative.slug, "outcome": outcome})

    lead = _("Its place in the order and its checks stay as they are.")
    away = removal(initiative, "outcome", outcome)
    page = FormPage(_("Change the outcome"), _("Store the outcome"), _("The outcome is stored."), lead, removal=away)
    return form_page(request, page, OutcomeForm(request.POST or None, initial=known), save)


@require_http_methods(["GET", "POST"])
@work_page
def stakeholder(request: HttpRequest, initiative: InitiativeRef, actor: Actor, stakeholder: int) -> HttpResponse:
    """Move a stakeholder on the board, or write it anew."""
    check_role(actor, initiative, BACKBONE)
    row = stakeholder_row(initiative=initiative, actor=actor, stakeholder_id=stakeholder)
    known = {name: getattr(row, name) for name in ("name", "stake", "lean", "contact", "influence")}

    def save(given: dict[str, Any]) -> str:
        given["lean"] = Lean(given["lean"])
        change_stakeholder(initiative=initiative, actor=actor, stakeholder_id=stakeholder, **given)
        return reverse("agenda", kwargs={"slug": initiative.slug})

    away = removal(initiative, "stakeholder", stakeholder)
    page = FormPage(_("Change the stakeholder"), _("Store"), _("The stakeholder is stored."), removal=away)
    return form_page(request, page, StakeholderForm(request.POST or None, initial=known), save)


@require_http_methods(["GET", "POST"])
@work_page
def target_group(request: HttpRequest, initiative: InitiativeRef, actor: Actor, target_group: int) -> HttpResponse:
    """Write a target group anew."""
    check_role(actor, initiative, BACKBONE)
    row = target_group_row(initiative=initiative, actor=actor, group_id=target_group)
    known = {name: getattr(row, name) for name in ("name", "about", "size")}

    def save(given: dict[str, Any]) -> str:
        change_target_group(initiative=initiative, actor=actor, group_id=target_group, **given)
        return reverse("agenda", kwargs={"slug": initiative.slug})

    away = removal(initiative, "target_group", target_group)
    page = FormPage(_("Change the target group"), _("Store"), _("The target group is stored."), removal=away)
    return form_page(request, page, TargetGroupForm(request.POST or None, initial=known), save)
