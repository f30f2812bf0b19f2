"""Mend a step of an action plan, or take it away."""

from __future__ import annotations

from datetime import date

from django.utils.translation import gettext as _

from samklang.records.activities.models import PlanStep
from samklang.records.activities.permissions import check_may_report_activity
from samklang.records.initiative.models.scoped import InitiativeRef
from samklang.records.initiative.services import act
from samklang.records.people.permissions import Actor, NotAllowed, Refused


def change_plan_step(
    *, initiative: InitiativeRef, actor: Actor, step_id: int, text: str, by_whom: str, due_on: date
) -> None:
    """Store it. Raises NotAllowed for an unknown step, or Refused when nobody is named to do it."""
    check_may_report_activity(actor, initiative)
    if not by_whom.strip():
        raise Refused(_("Say which organisation or role does it."))
    with act("change_plan_step", initiative=initiative, actor=actor) as deed:
        row = PlanStep.objects.within(initiative).select_for_update().filter(pk=step_id).first()
        if row is None:
            raise NotAllowed
        row.changed(text=text.strip(), by_whom=by_whom.strip(), due_on=due_on)
        deed.on("plan_step", row.pk)
