"""Plan how a programme is followed up, before it starts."""

from __future__ import annotations

from django.utils.translation import gettext as _

from samklang.records.activities.queries import programme as programme_row
from samklang.records.initiative.models.scoped import InitiativeRef
from samklang.records.initiative.services import act
from samklang.records.measurement.models import FollowUpPlan, Questionnaire
from samklang.records.measurement.permissions import check_may_add_questionnaire
from samklang.records.people.permissions import Actor, NotAllowed, Refused
from samklang.records.process.services import record_evidence


def plan_follow_up(
    *,
    initiative: InitiativeRef,
    actor: Actor,
    programme_id: int,
    questionnaire_id: int,
    when: str,
    compared_with: str,
    responsible: str,
) -> int:
    """Store the plan and let the loop know; its id. Raises NotAllowed, or Refused when there is one already."""
    check_may_add_questionnaire(actor, initiative)
    programme = programme_row(initiative=initiative, actor=actor, programme_id=programme_id)
    if not Questionnaire.objects.within(initiative).filter(pk=questionnaire_id).exists():
        raise NotAllowed
    if FollowUpPlan.objects.within(initiative).filter(programme_id=programme_id).exists():
        raise Refused(_("“%(name)s” already has a follow-up plan.") % {"name": programme.name})
    if not compared_with.strip():
        raise Refused(_("Say what the change will be compared with, also when it is nothing: then say that."))
    with act("plan_follow_up", initiative=initiative, actor=actor) as deed:
        row = FollowUpPlan.objects.add(
            initiative,
            programme_id=programme_id,
            questionnaire_id=questionnaire_id,
            when=when,
            compared_with=compared_with.strip(),
            responsible=responsible,
        )
        record_evidence(
            initiative=initiative,
            actor=actor,
            kind="follow_up_plan",
            subject=programme.subject,
            ref=programme.subject,
            title=programme.name,
            loop_id=programme.loop_id,
        )
        deed.on("follow_up_plan", row.pk, programme.name)
    return int(row.pk)
