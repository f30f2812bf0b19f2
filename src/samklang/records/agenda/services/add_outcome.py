"""Propose an outcome that answers a need."""

from __future__ import annotations

from django.utils.translation import gettext as _

from samklang.methods.measurement.wave_content import unknown_items
from samklang.records.agenda.models import Need, Outcome
from samklang.records.agenda.permissions import check_may_change_agenda
from samklang.records.initiative.models.scoped import InitiativeRef
from samklang.records.initiative.services import act
from samklang.records.people.permissions import Actor, NotAllowed, Refused


def add_outcome(
    *,
    initiative: InitiativeRef,
    actor: Actor,
    need_id: int,
    title: str,
    phenomenon: str,
    indicator: str,
    question: str = "",
) -> int:
    """Store a proposed outcome; its id. Raises NotAllowed for an unknown need, Refused for an unknown question."""
    check_may_change_agenda(actor, initiative)
    if not Need.objects.within(initiative).filter(pk=need_id).exists():
        raise NotAllowed
    if question and unknown_items([question]):
        raise Refused(_("There is no question “%(question)s” in the bank.") % {"question": question})
    with act("add_outcome", initiative=initiative, actor=actor) as deed:
        row = Outcome.objects.add(
            initiative,
            need_id=need_id,
            title=title.strip(),
            phenomenon=phenomenon,
            indicator=indicator,
            question=question,
        )
        deed.on("outcome", row.pk, row.title)
    return int(row.pk)
