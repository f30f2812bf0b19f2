"""Move a stakeholder on the board, or write it anew."""

from __future__ import annotations

from django.utils.translation import gettext as _

from samklang.records.agenda.enums import Lean
from samklang.records.agenda.models import Stakeholder
from samklang.records.agenda.permissions import check_may_change_agenda
from samklang.records.agenda.services.add_stakeholder import check_steps
from samklang.records.initiative.models.scoped import InitiativeRef
from samklang.records.initiative.services import act
from samklang.records.people.permissions import Actor, NotAllowed, Refused


def change_stakeholder(
    *,
    initiative: InitiativeRef,
    actor: Actor,
    stakeholder_id: int,
    name: str,
    lean: Lean,
    contact: int,
    influence: int,
    stake: str = "",
) -> None:
    """Store it. Raises NotAllowed for an unknown stakeholder, or Refused with the reason."""
    check_may_change_agenda(actor, initiative)
    check_steps(contact, influence)
    with act("change_stakeholder", initiative=initiative, actor=actor) as deed:
        rows = Stakeholder.objects.within(initiative)
        row = rows.select_for_update().filter(pk=stakeholder_id).first()
        if row is None:
            raise NotAllowed
        if rows.filter(name__iexact=name.strip()).exclude(pk=stakeholder_id).exists():
            raise Refused(_("“%(name)s” is already on the board.") % {"name": name.strip()})
        row.changed(name=name.strip(), stake=stake, lean=lean, contact=contact, influence=influence)
        deed.on("stakeholder", row.pk, row.name)
