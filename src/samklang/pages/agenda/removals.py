"""Taking away what was written in the agenda by mistake; what something builds on stays, and says why."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from samklang.pages.components.doors import work_page
from samklang.pages.components.form_page import Removal, deed
from samklang.records.agenda.services import remove_need, remove_outcome, remove_stakeholder, remove_target_group
from samklang.records.initiative.models.scoped import InitiativeRef
from samklang.records.people.permissions import Actor


def removal(initiative: InitiativeRef, name: str, row_id: int) -> Removal:
    """What the form of a need, outcome, stakeholder or target group asks before it is taken away."""
    asks = {
        "need": _("Take the need away"),
        "outcome": _("Take the outcome away"),
        "stakeholder": _("Take the stakeholder away"),
        "target_group": _("Take the target group away"),
    }
    note = _("Only if it was written by mistake. What something builds on stays.")
    return Removal(asks[name], note, reverse(f"remove_{name}", kwargs={"slug": initiative.slug, name: row_id}))


@require_POST
@work_page
def need(request: HttpRequest, initiative: InitiativeRef, actor: Actor, need: int) -> HttpResponse:
    """Take a need away."""

    def do() -> None:
        remove_need(initiative=initiative, actor=actor, need_id=need)

    return _taken_away(request, initiative, "need", need, do)


@require_POST
@work_page
def outcome(request: HttpRequest, initiative: InitiativeRef, actor: Actor, outcome: int) -> HttpResponse:
    """Take an outcome away."""

    def do() -> None:
        remove_outcome(initiative=initiative, actor=actor, outcome_id=outcome)

    return _taken_away(request, initiative, "outcome", outcome, do)


@require_POST
@work_page
def stakeholder(request: HttpRequest, initiative: InitiativeRef, actor: Actor, stakeholder: int) -> HttpResponse:
    """Take a stakeholder off the board."""

    def do() -> None:
        remove_stakeholder(initiative=initiative, actor=actor, stakeholder_id=stakeholder)

    return _taken_away(request, initiative, "stakeholder", stakeholder, do)


@require_POST
@work_page
def target_group(request: HttpRequest, initiative: InitiativeRef, actor: Actor, target_group: int) -> HttpResponse:
    """Take a target group away."""

    def do() -> None:
        remove_target_group(initiative=initiative, actor=actor, group_id=target_group)

    return _taken_away(request, initiative, "target_group", target_group, do)


def _taken_away(
    request: HttpRequest, initiative: InitiativeRef, name: str, row_id: int, do: Callable[[], None]
) -> HttpResponse:
    """To the agenda when it is gone; back to its form with the reason when it stays."""
    form = reverse(f"change_{name}", kwargs={"slug": initiative.slug, name: row_id})
    agenda = reverse("agenda", kwargs={"slug": initiative.slug})
    return deed(request, do, _("It is taken away."), agenda, if_refused=form)
