"""Take a stakeholder off the board."""

from __future__ import annotations

from samklang.records.agenda.models import Stakeholder
from samklang.records.agenda.permissions import check_may_change_agenda
from samklang.records.initiative.models.scoped import InitiativeRef
from samklang.records.initiative.services import act
from samklang.records.people.permissions import Actor, NotAllowed


def remove_stakeholder(*, initiative: InitiativeRef, actor: Actor, stakeholder_id: int) -> None:
    """Take it away. Raises NotAllowed, also when unknown."""
    check_may_change_agenda(actor, initiative)
    with act("remove_stakeholder", initiative=initiative, actor=actor) as deed:
        row = Stakeholder.objects.within(initiative).select_for_update().filter(pk=stakeholder_id).first()
        if row is None:
            raise NotAllowed
        deed.on("stakeholder", row.pk, row.name)
        row.delete()
