"""Take back something that was written down by hand and was wrong. The row stays, and says that it was withdrawn."""

from __future__ import annotations

from django.utils import timezone
from django.utils.translation import gettext as _

from samklang.records.initiative.models.scoped import InitiativeRef
from samklang.records.initiative.services import act
from samklang.records.people.permissions import Actor, NotAllowed, Refused
from samklang.records.process.models import Evidence
from samklang.records.process.permissions import check_may_lead_process


def take_back_evidence(*, initiative: InitiativeRef, actor: Actor, evidence_id: int) -> None:
    """Withdraw it. Raises NotAllowed for an unknown row, Refused for what other work recorded by itself."""
    check_may_lead_process(actor, initiative)
    with act("take_back_evidence", initiative=initiative, actor=actor) as deed:
        row = Evidence.objects.within(initiative).filter(pk=evidence_id, withdrawn_on__isnull=True).first()
        if row is None:
            raise NotAllowed
        if row.ref or row.subject:
            raise Refused(_("This filled in by itself when it happened. Change it where it happened."))
        row.changed(withdrawn_on=timezone.localdate())
        deed.on("evidence", row.pk, row.title)
