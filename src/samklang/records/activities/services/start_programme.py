"""Start a programme: only when its follow-up plan exists, and a decision to have it."""

from __future__ import annotations

from django.utils.translation import gettext as _

from samklang.records.activities.enums import ProgrammeState
from samklang.records.activities.models import Programme
from samklang.records.activities.permissions import check_may_plan_programme
from samklang.records.initiative.models.scoped import InitiativeRef
from samklang.records.initiative.services import act
from samklang.records.people.permissions import Actor, NotAllowed, Refused
from samklang.records.process.services import record_evidence


def start_programme(*, initiative: InitiativeRef, actor: Actor, programme_id: int) -> None:
    """Start it. Raises NotAllowed, or Refused with what must exist first."""
    check_may_plan_programme(actor, initiative)
    with act("start_programme", initiative=initiative, actor=actor) as deed:
        row = Programme.objects.within(initiative).select_for_update().filter(pk=programme_id).first()
        if row is None:
            raise NotAllowed
        if row.state != ProgrammeState.PLANNED:
            raise Refused(_("The programme has already been started."))
        subject = f"programme:{row.pk}"
        record_evidence(
            initiative=initiative,
            actor=actor,
            kind="programme_started",
            subject=subject,
            ref=subject,
            title=row.name,
            loop_id=row.loop_id,
            dated=row.starts_on,
        )
        row.changed(state=ProgrammeState.RUNNING)
        deed.on("programme", row.pk, row.name)
