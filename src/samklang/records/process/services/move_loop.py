"""Move a train: on when the stop has what it requires, back where there is a way."""

from __future__ import annotations

from datetime import date

from django.utils.translation import gettext as _

from samklang.methods.process.loop import may_go_back, may_move_on
from samklang.methods.process.template import line, stop
from samklang.records.agenda.queries import outcome as outcome_row
from samklang.records.initiative.models.scoped import InitiativeRef
from samklang.records.initiative.services import act
from samklang.records.people.permissions import Actor, NotAllowed, Refused
from samklang.records.process.models import Evidence, Loop
from samklang.records.process.permissions import check_allowed, check_may_lead_process
from samklang.records.process.queries import standing_evidence
from samklang.records.process.services.start_loop import record_need


def move_loop(*, initiative: InitiativeRef, actor: Actor, loop_id: int, to: str, moved_on: date) -> None:
    """Move to the next stop or back. Raises NotAllowed, or Refused with what is missing."""
    check_may_lead_process(actor, initiative)
    order = line("loop").stops
    with act("move_loop", initiative=initiative, actor=actor) as deed:
        row = Loop.objects.within(initiative).select_for_update().filter(pk=loop_id).first()
        if row is None:
            raise NotAllowed
        if to not in order:
            raise Refused(_("A line has the stops 1–6. Choose one of them."))
        if order.index(to) == order.index(row.at) + 1:
            known = standing_evidence(initiative=initiative, loop_id=loop_id, after=row.turn_after)
            check_allowed(may_move_on(row.at, known))
        else:
            check_allowed(may_go_back(row.at, to))
        turns = row.at == order[-1] and to == order[0]
        row.changed(at=to, at_since=moved_on)
        if turns:
            _begin_turn(initiative, actor, row)
        deed.on("loop", row.pk, f"{row.name}: {stop(to).id}")


def _begin_turn(initiative: InitiativeRef, actor: Actor, row: Loop) -> None:
    """From evaluation back to the needs a new turn begins: its stops are empty but for the need itself."""
    newest = Evidence.objects.within(initiative).order_by("-pk").values_list("pk", flat=True).first() or 0
    row.changed(turn=row.turn + 1, turn_after=newest)
    outcome = outcome_row(initiative=initiative, actor=actor, outcome_id=row.outcome_id)
    record_need(initiative, actor, row, outcome)
