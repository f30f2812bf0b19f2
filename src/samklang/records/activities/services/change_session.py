"""Mend what was written down about a session, or take away one that never was."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from samklang.records.activities.models import Session
from samklang.records.activities.permissions import check_leads_group, check_may_report_activity
from samklang.records.activities.services.hold_session import check_attended, keep_who_came, sessions_ref
from samklang.records.initiative.models.scoped import InitiativeRef
from samklang.records.initiative.services import act
from samklang.records.people.permissions import Actor, NotAllowed
from samklang.records.process.services import withdraw_evidence


def change_session(
    *,
    initiative: InitiativeRef,
    actor: Actor,
    session_id: int,
    title: str,
    held_on: date,
    attended: int,
    came: Sequence[int] = (),
) -> None:
    """Store it. came: participants of its group. Raises NotAllowed, or Refused with the reason."""
    row = _session(initiative, actor, session_id)
    check_attended(attended, came)
    with act("change_session", initiative=initiative, actor=actor) as deed:
        row.changed(title=title.strip(), held_on=held_on, attended=attended)
        keep_who_came(initiative, row, came)
        deed.on("session", row.pk, row.title)


def remove_session(*, initiative: InitiativeRef, actor: Actor, session_id: int) -> None:
    """Take it away; with the last one goes the evidence that the programme holds anything. Raises NotAllowed."""
    row = _session(initiative, actor, session_id)
    with act("remove_session", initiative=initiative, actor=actor) as deed:
        deed.on("session", row.pk, row.title)
        programme_id = row.programme_id
        row.delete()
        if not Session.objects.within(initiative).filter(programme_id=programme_id).exists():
            withdraw_evidence(initiative=initiative, actor=actor, ref=sessions_ref(programme_id))


def _session(initiative: InitiativeRef, actor: Actor, session_id: int) -> Session:
    check_may_report_activity(actor, initiative)
    row: Session | None = Session.objects.within(initiative).filter(pk=session_id).first()
    if row is None:
        raise NotAllowed
    if row.group_id is not None:
        check_leads_group(actor, initiative, row.group_id)
    return row
