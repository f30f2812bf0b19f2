"""Who may read and write value maps."""

from __future__ import annotations

from samklang.records.initiative.enums import Role
from samklang.records.initiative.models.scoped import InitiativeRef
from samklang.records.initiative.permissions import EVERY_MEMBER, check_role
from samklang.records.people.permissions import Actor

VALUES = frozenset({Role.PROCESS_LEADER, Role.EVALUATOR})


def check_may_read_value(actor: Actor, initiative: InitiativeRef) -> None:
    """Every member may follow a value to its working. Raises NotAllowed."""
    check_role(actor, initiative, EVERY_MEMBER)


def check_may_value(actor: Actor, initiative: InitiativeRef) -> None:
    """The backbone and the evaluator write value maps. Raises NotAllowed."""
    check_role(actor, initiative, VALUES)
