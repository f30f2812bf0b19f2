"""Pages of activities."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from samklang.pages.activities.forms import OutputForm, ProgrammeForm, SessionForm, StepForm
from samklang.pages.activities.page import activities_page, programme_page
from samklang.pages.components.doors import work_page
from samklang.pages.components.form_page import FormPage, deed, form_page
from samklang.records.activities.permissions import RUNS_ACTIVITIES
from samklang.records.activities.queries import led_groups, participants
from samklang.records.activities.queries import programme as programme_row
from samklang.records.activities.services import (
    add_plan_step,
    end_programme,
    finish_plan_step,
    hold_session,
    plan_programme,
    record_output,
    start_programme,
)
from samklang.records.initiative.models.scoped import InitiativeRef
from samklang.records.initiative.permissions import BACKBONE, check_role
from samklang.records.initiative.queries import partners
from samklang.records.people.permissions import Actor
from samklang.records.process.queries import loops


def _address(initiative: InitiativeRef, programme: int) -> str:
    return reverse("programme", kwargs={"slug": initiative.slug, "programme": programme})


@require_GET
@work_page
def index(request: HttpRequest, initiative: InitiativeRef, actor: Actor) -> HttpResponse:
    """The programmes."""
    return render(request, "activities/index.html", {"page": activities_page(initiative, actor)})


@require_GET
@work_page
def programme(request: HttpRequest, initiative: InitiativeRef, actor: Actor, programme: int) -> HttpResponse:
    """One programme."""
    page = programme_page(initiative, actor, programme)
    return render(request, "activities/programme.html", {"page": page})


@require_http_methods(["GET", "POST"])
@work_page
def add(request: HttpRequest, initiative: InitiativeRef, actor: Actor) -> HttpResponse:
    """Plan a programme."""
    check_role(actor, initiative, BACKBONE)
    form = ProgrammeForm(
        request.POST or None,
        partners=partners(initiative=initiative, actor=actor),
        loops=loops(initiative=initiative, actor=actor),
    )

    def save(given: dict[str, Any]) -> str:
        working = form.working_group(given)
        return _address(initiative, plan_programme(initiative=initiative, actor=actor, working=working, **given))

    page = FormPage(_("Plan a programme"), _("Store the programme"), _("The programme is planned."))
    return form_page(request, page, form, save)


@require_POST
@work_page
def start(request: HttpRequest, initiative: InitiativeRef, actor: Actor, programme: int) -> HttpResponse:
    """Start a programme."""

    def do() -> None:
        start_programme(initiative=initiative, actor=actor, programme_id=programme)

    return deed(request, do, _("The programme has started."), _address(initiative, programme))


@require_POST
@work_page
def end(request: HttpRequest, initiative: InitiativeRef, actor: Actor, programme: int) -> HttpResponse:
    """End a programme."""

    def do() -> None:
        end_programme(initiative=initiative, actor=actor, programme_id=programme)

    return deed(
        request, do, _("The programme has ended. All that was written stays."), _address(initiative, programme)
    )


@require_http_methods(["GET", "POST"])
@work_page
def step(request: HttpRequest, initiative: InitiativeRef, actor: Actor, programme: int) -> HttpResponse:
    """Add a step to the action plan."""
    check_role(actor, initiative, RUNS_ACTIVITIES)
    row = programme_row(initiative=initiative, actor=actor, programme_id=programme)

    def save(given: dict[str, Any]) -> str:
        add_plan_step(initiative=initiative, actor=actor, programme_id=programme, **given)
        return _address(initiative, programme)

    page = FormPage(_("Add a step to the action plan"), _("Add the step"), _("The step is added."), row.name)
    return form_page(request, page, StepForm(request.POST or None), save)


@require_POST
@work_page
def finish(request: HttpRequest, initiative: InitiativeRef, actor: Actor, programme: int, step: int) -> HttpResponse:
    """Tick off a step, or take the tick back."""
    done_on = None if request.POST.get("undo") else timezone.localdate()

    def do() -> None:
        finish_plan_step(initiative=initiative, actor=actor, step_id=step, done_on=done_on)

    return deed(request, do, _("The action plan is changed."), _address(initiative, programme))


@require_http_methods(["GET", "POST"])
@work_page
def session(request: HttpRequest, initiative: InitiativeRef, actor: Actor, programme: int) -> HttpResponse:
    """Write down what was held."""
    check_role(actor, initiative, RUNS_ACTIVITIES)
    row = programme_row(initiative=initiative, actor=actor, programme_id=programme)
    led = {group.id for group in led_groups(initiative=initiative, actor=actor)}
    groups = [group for group in row.groups if group.id in led]
    # From a group's own page only that group can be chosen, and then its list is here to tick off.
    own = [group for group in groups if str(group.id) == request.GET.get("group")]
    listed = participants(initiative=initiative, actor=actor, group_id=own[0].id) if own else []
    known = {"group_id": own[0].id} if own else {}
    form = SessionForm(request.POST or None, groups=own or groups, listed=listed, initial=known)

    def save(given: dict[str, Any]) -> str:
        hold_session(initiative=initiative, actor=actor, programme_id=programme, **given)
        if own:
            return reverse("group", kwargs={"slug": initiative.slug, "group": own[0].id})
        return _address(initiative, programme)

    page = FormPage(_("Write down what was held"), _("Store"), _("It is written down."), row.name)
    return form_page(request, page, form, save)


@require_http_methods(["GET", "POST"])
@work_page
def output(request: HttpRequest, initiative: InitiativeRef, actor: Actor, programme: int) -> HttpResponse:
    """Count something finished."""
    check_role(actor, initiative, RUNS_ACTIVITIES)
    row = programme_row(initiative=initiative, actor=actor, programme_id=programme)

    def save(given: dict[str, Any]) -> str:
        record_output(initiative=initiative, actor=actor, programme_id=programme, **given)
        return _address(initiative, programme)

    page = FormPage(_("Count something finished"), _("Store the count"), _("The count is stored."), row.name)
    return form_page(request, page, OutputForm(request.POST or None), save)
