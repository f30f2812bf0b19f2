"""Write down what became of a decision."""

from __future__ import annotations

from datetime import date

from django.utils.translation import gettext as _

from samklang.records.initiative.models.scoped import InitiativeRef
from samklang.records.initiative.services import act
from samklang.records.people.permissions import Actor, NotAllowed, Refused
from samklang.records.process.models import Decision
from samklang.records.process.permissions import check_may_lead_process


def tell_what_became(*, initiative: InitiativeRef, actor: Actor, number: int, became: str, became_on: date) -> None:
    """Store it. Raises NotAllowed for an unknown decision, or Refused when nothing is written."""
    check_may_lead_process(actor, initiative)
    if not became.strip():
        raise Refused(_("Say what came of the decision, also when nothing has."))
    with act("tell_what_became", initiative=initiative, actor=actor) as deed:
        row = Decision.objects.within(initiative).select_for_update().filter(number=number).first()
        if row is None:
            raise NotAllowed
        row.changed(became=became.strip(), became_on=became_on)
        deed.on("decision", number, row.title)
