"""Write down a grant."""

from __future__ import annotations

from datetime import date

from django.utils.translation import gettext as _

from samklang.records.finance.models import Grant
from samklang.records.finance.permissions import check_may_change_finance
from samklang.records.initiative.models.scoped import InitiativeRef
from samklang.records.initiative.queries import public_partners
from samklang.records.initiative.services import act
from samklang.records.people.permissions import Actor, NotAllowed, Refused
from samklang.records.process.services import record_evidence


def add_grant(
    *,
    initiative: InitiativeRef,
    actor: Actor,
    funder_id: int,
    purpose: str,
    kronor: int,
    begins_on: date,
    ends_on: date,
    loop_id: int | None = None,
) -> int:
    """Store a grant and let the loop know; its id. Raises NotAllowed, or Refused with the reason."""
    check_may_change_finance(actor, initiative)
    check_grant(initiative, funder_id, kronor, begins_on, ends_on)
    with act("add_grant", initiative=initiative, actor=actor) as deed:
        row = Grant.objects.add(
            initiative,
            funder_id=funder_id,
            loop_id=loop_id,
            purpose=purpose.strip(),
            kronor=kronor,
            begins_on=begins_on,
            ends_on=ends_on,
        )
        if loop_id is not None:
            record_evidence(
                initiative=initiative,
                actor=actor,
                kind="grant_decided",
                subject=f"grant:{row.pk}",
                ref="grants",
                title=row.purpose,
                loop_id=loop_id,
                dated=begins_on,
            )
        deed.on("grant", row.pk, row.purpose)
    return int(row.pk)


def check_grant(initiative: InitiativeRef, funder_id: int, kronor: int, begins_on: date, ends_on: date) -> None:
    """Raise Refused for a grant that can't be, NotAllowed for a funder of elsewhere."""
    if funder_id not in {row.id for row in public_partners(initiative)}:
        raise NotAllowed
    if kronor <= 0:
        raise Refused(_("A grant is more than 0 kronor."))
    if ends_on < begins_on:
        raise Refused(_("The grant ends before it begins. Choose a later end."))
