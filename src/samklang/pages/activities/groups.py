"""Pages of groups: who leads them, what they have held, and the list of those who agreed to stand in one."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from samklang.pages.activities.forms import GroupForm, ParticipantForm
from samklang.pages.activities.page import ParticipantPage, consent_in_words, group_page, sessions_page
from samklang.pages.components.doors import work_page
from samklang.pages.components.form_page import FormPage, deed, form_page
from samklang.pages.components.forms import ANSWERED_IN
from samklang.records.activities.enums import AgreedHow
from samklang.records.activities.permissions import check_leads_group
from samklang.records.activities.queries import group as group_row
from samklang.records.activities.queries import possible_leaders
from samklang.records.activities.queries import programme as programme_row
from samklang.records.activities.services import add_group, add_participant, forget_participant
from samklang.records.initiative.enums import AgeBand
from samklang.records.initiative.models.scoped import InitiativeRef
from samklang.records.initiative.permissions import BACKBONE, check_role
from samklang.records.initiative.queries import partners
from samklang.records.people.permissions import Actor


@require_GET
@work_page
def sessions(request: HttpRequest, initiative: InitiativeRef, actor: Actor, programme: int) -> HttpResponse:
    """Everything a programme has held, a page at a time."""
    page = sessions_page(initiative, actor, programme, request.GET.get("page", ""))
    return render(request, "activities/sessions.html", {"page": page})


@require_GET
@work_page
def group(request: HttpRequest, initiative: InitiativeRef, actor: Actor, group: int) -> HttpResponse:
    """One group."""
    return render(request, "activities/group.html", {"page": group_page(initiative, actor, group)})


@require_http_methods(["GET", "POST"])
@work_page
def add(request: HttpRequest, initiative: InitiativeRef, actor: Actor, programme: int) -> HttpResponse:
    """Start a group of a programme."""
    check_role(actor, initiative, BACKBONE)
    row = programme_row(initiative=initiative, actor=actor, programme_id=programme)
    form = GroupForm(
        request.POST or None,
        leaders=possible_leaders(initiative=initiative, actor=actor),
        partners=partners(initiative=initiative, actor=actor),
    )

    def save(given: dict[str, Any]) -> str:
        return _address(initiative, add_group(initiative=initiative, actor=actor, programme_id=programme, **given))

    page = FormPage(_("Start a group"), _("Start the group"), _("The group is started."), row.name)
    return form_page(request, page, form, save)


@require_http_methods(["GET", "POST"])
@work_page
def add_somebody(request: HttpRequest, initiative: InitiativeRef, actor: Actor, group: int) -> HttpResponse:
    """Write somebody in the list, once they have heard the text and said yes."""
    check_leads_group(actor, initiative, group)
    group_row(initiative=initiative, group_id=group)
    offered = [(code, name) for code, name in ANSWERED_IN if code in initiative.languages]
    form = ParticipantForm(request.POST or None, languages=offered)

    def save(given: dict[str, Any]) -> str:
        given["age_band"], given["how"] = AgeBand(given["age_band"]), AgreedHow(given["how"])
        add_participant(initiative=initiative, actor=actor, group_id=group, **given)
        return _address(initiative, group)

    page = ParticipantPage(
        _("Write somebody in the list"),
        _("Write the name"),
        _("The name is in the list."),
        _("Read the text aloud first, in a language they understand well."),
        texts=consent_in_words(offered),
    )
    return form_page(request, page, form, save, "activities/participant_form.html")


@require_POST
@work_page
def forget(
    request: HttpRequest, initiative: InitiativeRef, actor: Actor, group: int, participant: int
) -> HttpResponse:
    """Take somebody out of the list."""

    def do() -> None:
        forget_participant(initiative=initiative, actor=actor, group_id=group, participant_id=participant)

    return deed(request, do, _("The name is taken away. The counts stay."), _address(initiative, group))


def _address(initiative: InitiativeRef, group: int) -> str:
    return reverse("group", kwargs={"slug": initiative.slug, "group": group})
