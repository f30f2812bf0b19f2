"""Tick off a step of an action plan."""

from __future__ import annotations

from datetime import date

from samklang.records.activities.models import PlanStep
from samklang.records.activities.permissions import check_may_report_activity
from samklang.records.initiative.models.scoped import InitiativeRef
from samklang.records.initiative.services import act
from samklang.records.people.permissions import Actor, NotAllowed


def finish_plan_step(*, initiative: InitiativeRef, actor: Actor, step_id: int, done_on: date | None) -> None:
    """Mark a step as done, or as not done after all when there is no day. Raises NotAllowed."""
    check_may_report_activity(actor, initiative)
    with act("finish_plan_step", initiative=initiative, actor=actor) as deed:
        row = PlanStep.objects.within(initiative).filter(pk=step_id).first()
        if row is None:
            raise NotAllowed
        row.changed(done_on=done_on)
        deed.on("plan_step", row.pk)
