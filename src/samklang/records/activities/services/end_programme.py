"""End a programme."""

from __future__ import annotations

from samklang.records.activities.enums import ProgrammeState
from samklang.records.activities.models import Programme
from samklang.records.activities.permissions import check_may_plan_programme, check_runs
from samklang.records.initiative.models.scoped import InitiativeRef
from samklang.records.initiative.services import act
from samklang.records.people.permissions import Actor, NotAllowed


def end_programme(*, initiative: InitiativeRef, actor: Actor, programme_id: int) -> None:
    """End it; all that was written stays. Raises NotAllowed, or Refused when it isn't running."""
    check_may_plan_programme(actor, initiative)
    with act("end_programme", initiative=initiative, actor=actor) as deed:
        row = Programme.objects.within(initiative).select_for_update().filter(pk=programme_id).first()
        if row is None:
            raise NotAllowed
        check_runs(row)
        row.changed(state=ProgrammeState.ENDED)
        deed.on("programme", row.pk, row.name)
