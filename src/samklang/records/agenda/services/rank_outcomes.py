"""Put the outcomes in order: which goes first, which are parked."""

from __future__ import annotations

from collections.abc import Sequence

from django.utils.translation import gettext as _

from samklang.methods.process.checklists import checklist
from samklang.records.agenda.enums import OutcomeState
from samklang.records.agenda.models import Outcome
from samklang.records.agenda.permissions import check_may_change_agenda, check_may_choose
from samklang.records.initiative.models.scoped import InitiativeRef
from samklang.records.initiative.services import act
from samklang.records.people.permissions import Actor, NotAllowed, Refused


def rank_outcomes(*, initiative: InitiativeRef, actor: Actor, order: Sequence[int], chosen: int) -> None:
    """Rank outcomes as ordered; the first so many are chosen, the rest parked.

    Raises NotAllowed for an unknown outcome, or Refused when one is named twice or has checks left.
    """
    check_may_change_agenda(actor, initiative)
    if len(set(order)) != len(order):
        raise Refused(_("The same outcome stands twice in the order."))
    with act("rank_outcomes", initiative=initiative, actor=actor) as deed:
        rows = {row.pk: row for row in Outcome.objects.within(initiative).select_for_update().filter(pk__in=order)}
        if set(rows) != set(order):
            raise NotAllowed
        for place, outcome_id in enumerate(order, 1):
            row = rows[outcome_id]
            check_may_choose(row, sum(one.id not in row.checks for one in checklist("prioritising")))
            row.changed(rank=place, state=OutcomeState.CHOSEN if place <= chosen else OutcomeState.PARKED)
        deed.on("outcome", order[0] if order else "", _("%(count)s outcomes") % {"count": len(order)})
