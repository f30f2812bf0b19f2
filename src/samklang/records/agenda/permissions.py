"""Who may read and change the agenda."""

from __future__ import annotations

from django.utils.translation import gettext as _

from samklang.records.agenda.models import Outcome
from samklang.records.initiative.models.scoped import InitiativeRef
from samklang.records.initiative.permissions import BACKBONE, EVERY_MEMBER, check_role
from samklang.records.people.permissions import Actor, Refused


def check_may_read_agenda(actor: Actor, initiative: InitiativeRef) -> None:
    """Every member reads the agenda. Raises NotAllowed."""
    check_role(actor, initiative, EVERY_MEMBER)


def check_may_change_agenda(actor: Actor, initiative: InitiativeRef) -> None:
    """The backbone writes down what the partners agree. Raises NotAllowed."""
    check_role(actor, initiative, BACKBONE)


def check_may_choose(outcome: Outcome, unanswered: int) -> None:
    """An outcome is chosen or parked once its checks are answered. Raises Refused with the reason."""
    if unanswered:
        raise Refused(
            _("“%(outcome)s” can't be ranked yet: %(count)s of its checks are not answered. Answer them first.")
            % {"outcome": outcome.title, "count": unanswered}
        )
