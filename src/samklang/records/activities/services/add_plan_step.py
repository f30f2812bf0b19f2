"""Add a step to a programme's action plan."""

from __future__ import annotations

from datetime import date

from django.utils.translation import gettext as _

from samklang.records.activities.models import PlanStep, Programme
from samklang.records.activities.permissions import check_may_report_activity
from samklang.records.initiative.models.scoped import InitiativeRef
from samklang.records.initiative.services import act
from samklang.records.people.permissions import Actor, NotAllowed, Refused


def add_plan_step(
    *, initiative: InitiativeRef, actor: Actor, programme_id: int, text: str, by_whom: str, due_on: date
) -> int:
    """Store a step; its id. Raises NotAllowed, or Refused when nobody is named to do it."""
    check_may_report_activity(actor, initiative)
    row = Programme.objects.within(initiative).filter(pk=programme_id).first()
    if row is None:
        raise NotAllowed
    if not by_whom.strip():
        raise Refused(_("Say which organisation or role does it."))
    with act("add_plan_step", initiative=initiative, actor=actor) as deed:
        step = PlanStep.objects.add(
            initiative, programme=row, text=text.strip(), by_whom=by_whom.strip(), due_on=due_on
        )
        deed.on("plan_step", step.pk, row.name)
    return int(step.pk)
