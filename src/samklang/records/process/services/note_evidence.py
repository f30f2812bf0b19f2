"""Write down by hand that something exists at a stop: a workshop held, residents heard, a budget set."""

from __future__ import annotations

from datetime import date

from django.utils.translation import gettext as _

from samklang.records.initiative.models.scoped import InitiativeRef
from samklang.records.people.permissions import Actor, Refused
from samklang.records.process.permissions import check_may_lead_process
from samklang.records.process.services.record_evidence import record_evidence

# What other words record themselves when it happens; by hand it would be a claim without anything behind it.
RECORDED_ELSEWHERE = frozenset(
    {
        "decision_made",
        "follow_up_plan",
        "programme_started",
        "activity_held",
        "wave_released",
        "reading_recorded",
        "report_signed",
        "letter_of_intent_signed",
        "manifest_adopted",
        "mission_adopted",
    }
)


def note_evidence(
    *, initiative: InitiativeRef, actor: Actor, kind: str, stop: str, title: str, loop_id: int | None, dated: date
) -> int:
    """Store it at the stop; its id. Raises NotAllowed, or Refused with the reason."""
    check_may_lead_process(actor, initiative)
    if kind in RECORDED_ELSEWHERE:
        raise Refused(_("This fills in by itself when it happens. Nothing needs to be written here."))
    if not title.strip():
        raise Refused(_("Say what exists, for example “Workshop in the hall, 23 residents”."))
    return record_evidence(
        initiative=initiative,
        actor=actor,
        kind=kind,
        subject="",
        ref="",
        title=title.strip(),
        loop_id=loop_id,
        stop=stop,
        dated=dated,
    )
