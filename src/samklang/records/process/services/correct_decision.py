"""Correct the wording of a decision. What stood there before is kept and shown; what was decided isn't changed."""

from __future__ import annotations

from datetime import date

from django.utils.translation import gettext as _

from samklang.records.initiative.models.scoped import InitiativeRef
from samklang.records.initiative.services import act
from samklang.records.people.permissions import Actor, NotAllowed, Refused
from samklang.records.process.models import Decision
from samklang.records.process.permissions import check_may_lead_process

WORDS = ("title", "what", "reasons", "decided_by")


def correct_decision(
    *,
    initiative: InitiativeRef,
    actor: Actor,
    number: int,
    title: str,
    what: str,
    reasons: str,
    decided_by: str,
    corrected_on: date,
) -> None:
    """Store the new words beside the old. Raises NotAllowed for an unknown decision, Refused when nothing differs."""
    check_may_lead_process(actor, initiative)
    given = {
        "title": title.strip(),
        "what": what.strip(),
        "reasons": reasons.strip(),
        "decided_by": decided_by.strip(),
    }
    with act("correct_decision", initiative=initiative, actor=actor) as deed:
        row = Decision.objects.within(initiative).select_for_update().filter(number=number).first()
        if row is None:
            raise NotAllowed
        before = {name: getattr(row, name) for name in WORDS}
        if before == given:
            raise Refused(_("Nothing differs from what already stands there."))
        earlier = [*row.corrections, {**before, "corrected_on": corrected_on.isoformat()}]
        row.changed(**given, corrections=earlier)
        deed.on("decision", number, row.title)
