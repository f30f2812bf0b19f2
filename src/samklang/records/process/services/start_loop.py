"""Open a loop for an outcome that was chosen."""

from __future__ import annotations

from datetime import date

from django.utils.translation import gettext as _

from samklang.methods.process.loop import may_start_loop
from samklang.records.agenda.enums import OutcomeState
from samklang.records.agenda.queries import OutcomeRow
from samklang.records.agenda.queries import outcome as outcome_row
from samklang.records.initiative.models.scoped import InitiativeRef
from samklang.records.initiative.services import act, in_turn
from samklang.records.people.permissions import Actor, Refused
from samklang.records.process.models import Loop
from samklang.records.process.permissions import check_allowed, check_may_lead_process
from samklang.records.process.queries import standing_evidence
from samklang.records.process.services.record_evidence import record_evidence


def start_loop(*, initiative: InitiativeRef, actor: Actor, outcome_id: int, name: str, started_on: date) -> int:
    """Open the next loop at stop 1; its id. Raises NotAllowed, or Refused while A–C lack something."""
    check_may_lead_process(actor, initiative)
    outcome = outcome_row(initiative=initiative, actor=actor, outcome_id=outcome_id)
    if outcome.state == OutcomeState.PARKED:
        raise Refused(_("The outcome is parked. Rank it first, then open a loop for it."))
    check_allowed(may_start_loop(standing_evidence(initiative=initiative, loop_id=None)))
    with act("start_loop", initiative=initiative, actor=actor) as deed:
        in_turn(initiative)
        number = Loop.objects.within(initiative).count() + 1
        row = Loop.objects.add(
            initiative, number=number, name=name.strip(), outcome_id=outcome_id, at_since=started_on
        )
        deed.on("loop", row.pk, row.name)
        record_need(initiative, actor, row, outcome)
    return int(row.pk)


def record_need(initiative: InitiativeRef, actor: Actor, row: Loop, outcome: OutcomeRow) -> None:
    """The need a turn begins with, as evidence at its first stop."""
    record_evidence(
        initiative=initiative,
        actor=actor,
        kind="needs_recorded",
        subject=f"need:{outcome.need_id}",
        ref=f"need:{outcome.need_id}",
        title=outcome.need,
        loop_id=row.pk,
        stop="1",
        dated=row.at_since,
    )
