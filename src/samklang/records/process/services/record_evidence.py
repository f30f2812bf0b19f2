"""Let a stop know that something exists. Other words call it; what they coordinate stays theirs."""

from __future__ import annotations

from datetime import date

from django.utils import timezone

from samklang.methods.process.loop import may_record
from samklang.methods.process.template import stops_asking_for
from samklang.records.initiative.models.scoped import InitiativeRef
from samklang.records.initiative.services import act
from samklang.records.people.permissions import Actor, NotAllowed
from samklang.records.process.models import Evidence, Loop
from samklang.records.process.permissions import check_allowed
from samklang.records.process.queries import standing_evidence


def record_evidence(
    *,
    initiative: InitiativeRef,
    actor: Actor,
    kind: str,
    subject: str,
    ref: str,
    title: str,
    hash: str = "",
    loop_id: int | None = None,
    stop: str = "",
    dated: date | None = None,
) -> int:
    """Store a row of evidence; its id. The caller has already checked that the actor may do what it tells of.

    Raises Refused when something must exist first; NotAllowed for an unknown loop, or a stop that doesn't ask for it.
    """
    if loop_id is not None and not Loop.objects.within(initiative).filter(pk=loop_id).exists():
        raise NotAllowed
    if stop and stop not in stops_asking_for(kind):
        raise NotAllowed
    check_allowed(may_record(kind, standing_evidence(initiative=initiative, loop_id=loop_id), subject))
    with act("record_evidence", initiative=initiative, actor=actor) as deed:
        row = Evidence.objects.add(
            initiative,
            loop_id=loop_id,
            stop=stop,
            kind=kind,
            subject=subject,
            ref=ref,
            title=title[:200],
            hash=hash,
            dated=dated or timezone.localdate(),
        )
        deed.on("evidence", row.pk, row.title)
    return int(row.pk)
