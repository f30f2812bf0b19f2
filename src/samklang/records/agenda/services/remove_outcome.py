"""Take an outcome away that was proposed by mistake."""

from __future__ import annotations

from django.db.models import ProtectedError
from django.utils.translation import gettext as _

from samklang.records.agenda.enums import OutcomeState
from samklang.records.agenda.models import Outcome
from samklang.records.agenda.permissions import check_may_change_agenda
from samklang.records.initiative.models.scoped import InitiativeRef
from samklang.records.initiative.services import act
from samklang.records.people.permissions import Actor, NotAllowed, Refused


def remove_outcome(*, initiative: InitiativeRef, actor: Actor, outcome_id: int) -> None:
    """Take it away. Raises NotAllowed, also when unknown; Refused when it goes ahead or a line has begun for it."""
    check_may_change_agenda(actor, initiative)
    with act("remove_outcome", initiative=initiative, actor=actor) as deed:
        row = Outcome.objects.within(initiative).select_for_update().filter(pk=outcome_id).first()
        if row is None:
            raise NotAllowed
        deed.on("outcome", row.pk, row.title)
        try:
            row.delete()
        except ProtectedError:
            raise Refused(_("A line has begun for this outcome. What was done for it must stay traceable.")) from None
        if row.state == OutcomeState.CHOSEN:
            raise Refused(_("The partners have agreed that this outcome goes ahead. Rank the outcomes anew first."))
