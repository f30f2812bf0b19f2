"""Answer one of the four checks of an outcome."""

from __future__ import annotations

from django.utils.translation import gettext as _

from samklang.methods.process.checklists import checklist
from samklang.records.agenda.models import Outcome
from samklang.records.agenda.permissions import check_may_change_agenda
from samklang.records.initiative.models.scoped import InitiativeRef
from samklang.records.initiative.services import act
from samklang.records.people.permissions import Actor, NotAllowed, Refused


def check_outcome(
    *, initiative: InitiativeRef, actor: Actor, outcome_id: int, check: str, holds: bool, note: str
) -> None:
    """Store whether a check holds, and why. Raises NotAllowed, or Refused without a reason."""
    check_may_change_agenda(actor, initiative)
    if check not in {one.id for one in checklist("prioritising")}:
        raise NotAllowed
    if not note.strip():
        raise Refused(_("Say in a sentence why the check holds or not."))
    with act("check_outcome", initiative=initiative, actor=actor) as deed:
        row = Outcome.objects.within(initiative).select_for_update().filter(pk=outcome_id).first()
        if row is None:
            raise NotAllowed
        row.changed(checks={**row.checks, check: {"holds": holds, "note": note.strip()}})
        deed.on("outcome", row.pk, row.title)
