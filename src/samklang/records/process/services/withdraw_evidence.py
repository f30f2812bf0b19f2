"""Say that something that existed no longer holds. The row stays, and says so."""

from __future__ import annotations

from django.utils import timezone

from samklang.records.initiative.models.scoped import InitiativeRef
from samklang.records.initiative.services import act
from samklang.records.people.permissions import Actor
from samklang.records.process.models import Evidence


def withdraw_evidence(*, initiative: InitiativeRef, actor: Actor, ref: str) -> int:
    """Withdraw all evidence with a ref; how many rows. The caller has checked that the actor may."""
    with act("withdraw_evidence", initiative=initiative, actor=actor) as deed:
        rows = Evidence.objects.within(initiative).filter(ref=ref, withdrawn_on__isnull=True)
        deed.on("evidence", ref)
        return int(rows.update(withdrawn_on=timezone.localdate()))
