"""What may be read of grants."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from samklang.methods.kernel.periods import elapsed_share
from samklang.records.finance.models import Grant
from samklang.records.finance.permissions import check_may_read_finance
from samklang.records.initiative.models.scoped import InitiativeRef
from samklang.records.people.permissions import Actor, NotAllowed


@dataclass(frozen=True)
class GrantRow:
    """A grant and how much of its time has passed, 0-1."""

    id: int
    funder_id: int
    funder: str
    loop_id: int | None
    purpose: str
    kronor: int
    begins_on: date
    ends_on: date
    elapsed_share: float


def grants(*, initiative: InitiativeRef, actor: Actor, today: date) -> list[GrantRow]:
    """The grants, oldest first."""
    check_may_read_finance(actor, initiative)
    return [
        GrantRow(
            row.pk,
            row.funder_id,
            row.funder.name,
            row.loop_id,
            row.purpose,
            row.kronor,
            row.begins_on,
            row.ends_on,
            elapsed_share(row.begins_on, row.ends_on, today),
        )
        for row in Grant.objects.within(initiative).select_related("funder")
    ]


def grant(*, initiative: InitiativeRef, actor: Actor, grant_id: int, today: date) -> GrantRow:
    """One grant. Raises NotAllowed, also when unknown."""
    rows = grants(initiative=initiative, actor=actor, today=today)
    found = next((row for row in rows if row.id == grant_id), None)
    if found is None:
        raise NotAllowed
    return found
