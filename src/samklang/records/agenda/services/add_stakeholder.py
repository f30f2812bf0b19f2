"""Put a stakeholder on the board of contact × influence."""

from __future__ import annotations

from django.utils.translation import gettext as _

from samklang.records.agenda.enums import Lean
from samklang.records.agenda.models import Stakeholder
from samklang.records.agenda.permissions import check_may_change_agenda
from samklang.records.initiative.models.scoped import InitiativeRef
from samklang.records.initiative.services import act
from samklang.records.people.permissions import Actor, Refused

STEPS = range(1, 6)


def add_stakeholder(
    *, initiative: InitiativeRef, actor: Actor, name: str, lean: Lean, contact: int, influence: int, stake: str = ""
) -> int:
    """Store a stakeholder; its id. Raises NotAllowed, or Refused with the reason."""
    check_may_change_agenda(actor, initiative)
    check_steps(contact, influence)
    if Stakeholder.objects.within(initiative).filter(name__iexact=name.strip()).exists():
        raise Refused(_("“%(name)s” is already on the board.") % {"name": name.strip()})
    with act("add_stakeholder", initiative=initiative, actor=actor) as deed:
        row = Stakeholder.objects.add(
            initiative, name=name.strip(), stake=stake, lean=lean, contact=contact, influence=influence
        )
        deed.on("stakeholder", row.pk, row.name)
    return int(row.pk)


def check_steps(contact: int, influence: int) -> None:
    """Raise Refused unless both are steps of the board."""
    if contact not in STEPS or influence not in STEPS:
        raise Refused(_("Contact and influence are whole steps from 1 (little) to 5 (much)."))
