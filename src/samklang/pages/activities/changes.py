"""Pages of activities that mend what was written."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from samklang.pages.activities.forms import HeldForm, OutputForm, ProgrammeForm, StepForm
from samklang.pages.activities.page import part_of
from samklang.pages.components.doors import work_page
from samklang.pages.components.form_page import FormPage, deed, form_page
from samklang.records.activities.permissions import RUNS_ACTIVITIES, leads_group
from samklang.records.activities.queries import participants, who_came
from samklang.records.activities.queries import programme as programme_row
from samklang.records.activities.services import (
    change_output,
    change_plan_step,
    change_programme,
    change_session,
    remove_session,
)
from samklang.records.initiative.models.scoped import InitiativeRef
from samklang.records.initiative.permissions import BACKBONE, check_role
from samklang.records.initiative.queries import partners
from samklang.records.people.permissions import Actor, NotAllowed
from samklang.records.process.queries import loops


@require_http_methods(["GET", "POST"])
@work_page
def programme(request: HttpRequest, initiative: InitiativeRef, actor: Actor, programme: int) -> HttpResponse:
    """Write a programme's plan anew."""
    check_role(actor, initiative, BACKBONE)
    row = programme_row(initiative=initiative, actor=actor, programme_id=programme)
    known = {name: getattr(row, name) for name in ("loop_id", "name", "purpose", "starts_on", "ends_on")}
    form = ProgrammeForm(
        request.POST or None,
        partners=partners(initiative=initiative, actor=actor),
        loops=[one for one in loops(initiative=initiative, actor=actor) if one.id == row.loop_id],
        parts=dict(zip(row.partner_ids, (part for _partner, part in row.working), strict=True)),
        initial={**known, "working": row.partner_ids},
    )

    def save(given: dict[str, Any]) -> str:
        del given["loop_id"]
        working = form.working_group(given)
        change_programme(initiative=initiative, actor=actor, programme_id=programme, working=working, **given)
        return _address(initiative, programme)

    page = FormPage(_("Change the programme"), _("Store the programme"), _("The programme is stored."))
    return form_page(request, page, form, save)


@require_http_methods(["GET", "POST"])
@work_page
def step(request: HttpRequest, initiative: InitiativeRef, actor: Actor, programme: int, step: int) -> HttpResponse:
    """Mend a step of the action plan."""
    check_role(actor, initiative, RUNS_ACTIVITIES)
    row = programme_row(initiative=initiative, actor=actor, programme_id=programme)
    found = part_of(row.steps, step)
    known = {name: getattr(found, name) for name in ("text", "by_whom", "due_on")}

    def save(given: dict[str, Any]) -> str:
        change_plan_step(initiative=initiative, actor=actor, step_id=step, **given)
        return _address(initiative, programme)

    page = FormPage(_("Change the step"), _("Store the step"), _("The step is stored."), row.name)
    return form_page(request, page, StepForm(request.POST or None, initial=known), save)


@require_http_methods(["GET", "POST"])
@work_page
def output(
    request: HttpRequest, initiative: InitiativeRef, actor: Actor, programme: int, output: int
) -> HttpResponse:
    """Mend a count."""
    check_role(actor, initiative, RUNS_ACTIVITIES)
    row = programme_row(initiative=initiative, actor=actor, programme_id=programme)
    found = part_of(row.outputs, output)
    known = {name: getattr(found, name) for name in ("what", "count", "source", "counted_on")}

    def save(given: dict[str, Any]) -> str:
        change_output(initiative=initiative, actor=actor, output_id=output, **given)
        return _address(initiative, programme)

    page = FormPage(_("Change the count"), _("Store the count"), _("The count is stored."), row.name)
    return form_page(request, page, OutputForm(request.POST or None, initial=known), save)


@require_http_methods(["GET", "POST"])
@work_page
def session(
    request: HttpRequest, initiative: InitiativeRef, actor: Actor, programme: int, session: int
) -> HttpResponse:
    """Mend what was written about a session."""
    check_role(actor, initiative, RUNS_ACTIVITIES)
    row = programme_row(initiative=initiative, actor=actor, programme_id=programme)
    found = part_of(row.sessions, session)
    if found.group_id is not None and not leads_group(actor, initiative, found.group_id):
        raise NotAllowed
    listed = participants(initiative=initiative, actor=actor, group_id=found.group_id) if found.group_id else []
    came = who_came(initiative=initiative, actor=actor, session=found)
    known = {"title": found.title, "held_on": found.held_on, "attended": found.attended, "came": came}

    def save(given: dict[str, Any]) -> str:
        change_session(initiative=initiative, actor=actor, session_id=session, **given)
        return _sessions(initiative, programme)

    page = FormPage(_("Change what was held"), _("Store"), _("It is written down."), row.name)
    return form_page(request, page, HeldForm(request.POST or None, listed=listed, initial=known), save)


@require_POST
@work_page
def remove(
    request: HttpRequest, initiative: InitiativeRef, actor: Actor, programme: int, session: int
) -> HttpResponse:
    """Take away a session that never was."""
    check_role(actor, initiative, RUNS_ACTIVITIES)
    row = programme_row(initiative=initiative, actor=actor, programme_id=programme)
    part_of(row.sessions, session)

    def do() -> None:
        remove_session(initiative=initiative, actor=actor, session_id=session)

    return deed(request, do, _("It is taken away."), _sessions(initiative, programme))


def _address(initiative: InitiativeRef, programme: int) -> str:
    return reverse("programme", kwargs={"slug": initiative.slug, "programme": programme})


def _sessions(initiative: InitiativeRef, programme: int) -> str:
    return reverse("sessions", kwargs={"slug": initiative.slug, "programme": programme})
