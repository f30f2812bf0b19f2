"""Write an outcome anew. Its rank and its checks stay."""

from __future__ import annotations

from django.utils.translation import gettext as _

from samklang.methods.measurement.wave_content import unknown_items
from samklang.records.agenda.models import Outcome
from samklang.records.agenda.permissions import check_may_change_agenda
from samklang.records.initiative.models.scoped import InitiativeRef
from samklang.records.initiative.services import act
from samklang.records.people.permissions import Actor, NotAllowed, Refused


def change_outcome(
    *,
    initiative: InitiativeRef,
    actor: Actor,
    outcome_id: int,
    title: str,
    phenomenon: str,
    indicator: str,
    question: str = "",
) -> None:
    """Store it. Raises NotAllowed for an unknown outcome, Refused for an unknown question."""
    check_may_change_agenda(actor, initiative)
    if question and unknown_items([question]):
        raise Refused(_("There is no question “%(question)s” in the bank.") % {"question": question})
    with act("change_outcome", initiative=initiative, actor=actor) as deed:
        row = Outcome.objects.within(initiative).select_for_update().filter(pk=outcome_id).first()
        if row is None:
            raise NotAllowed
        row.changed(title=title.strip(), phenomenon=phenomenon, indicator=indicator, question=question)
        deed.on("outcome", row.pk, row.title)
