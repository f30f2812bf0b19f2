"""Who may read and write grants."""

from __future__ import annotations

from samklang.records.initiative.models.scoped import InitiativeRef
from samklang.records.initiative.permissions import BACKBONE, EVERY_MEMBER, check_role
from samklang.records.people.permissions import Actor


def check_may_read_finance(actor: Actor, initiative: InitiativeRef) -> None:
    """Every member sees whose money it is. Raises NotAllowed."""
    check_role(actor, initiative, EVERY_MEMBER)


def check_may_change_finance(actor: Actor, initiative: InitiativeRef) -> None:
    """The backbone keeps the list. Raises NotAllowed."""
    check_role(actor, initiative, BACKBONE)
