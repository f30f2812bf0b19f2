"""Mend what was written down about a grant."""

from __future__ import annotations

from datetime import date

from samklang.records.finance.models import Grant
from samklang.records.finance.permissions import check_may_change_finance
from samklang.records.finance.services.add_grant import check_grant
from samklang.records.initiative.models.scoped import InitiativeRef
from samklang.records.initiative.services import act
from samklang.records.people.permissions import Actor, NotAllowed


def change_grant(
    *,
    initiative: InitiativeRef,
    actor: Actor,
    grant_id: int,
    funder_id: int,
    purpose: str,
    kronor: int,
    begins_on: date,
    ends_on: date,
) -> None:
    """Store it; which line it pays for stays. Raises NotAllowed, or Refused with the reason."""
    check_may_change_finance(actor, initiative)
    check_grant(initiative, funder_id, kronor, begins_on, ends_on)
    with act("change_grant", initiative=initiative, actor=actor) as deed:
        row = Grant.objects.within(initiative).select_for_update().filter(pk=grant_id).first()
        if row is None:
            raise NotAllowed
        row.changed(funder_id=funder_id, purpose=purpose.strip(), kronor=kronor, begins_on=begins_on, ends_on=ends_on)
        deed.on("grant", row.pk, row.purpose)
