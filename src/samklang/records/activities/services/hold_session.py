"""Write down that something was held, and how many came."""

from __future__ import annotations

from datetime import date

from django.utils.translation import gettext as _

from samklang.records.activities.models import Group, Programme, Session
from samklang.records.activities.permissions import check_leads_group, check_may_report_activity, check_runs
from samklang.records.initiative.models.scoped import InitiativeRef
from samklang.records.initiative.services import act
from samklang.records.people.permissions import Actor, NotAllowed, Refused
from samklang.records.process.services import record_evidence

MOST = 10_000


def hold_session(
    *,
    initiative: InitiativeRef,
    actor: Actor,
    programme_id: int,
    title: str,
    held_on: date,
    attended: int,
    group_id: int | None = None,
) -> int:
    """Store a session; its id. Raises NotAllowed, or Refused with the reason."""
    check_may_report_activity(actor, initiative)
    row = Programme.objects.within(initiative).filter(pk=programme_id).first()
    if row is None:
        raise NotAllowed
    if group_id is not None:
        check_leads_group(actor, initiative, group_id)
        if not Group.objects.within(initiative).filter(pk=group_id, programme=row).exists():
            raise NotAllowed
    check_runs(row)
    if not 0 <= attended <= MOST:
        raise Refused(_("Write how many came as a whole number from 0 to %(most)s.") % {"most": MOST})
    with act("hold_session", initiative=initiative, actor=actor) as deed:
        session = Session.objects.add(
            initiative, programme=row, group_id=group_id, title=title.strip(), held_on=held_on, attended=attended
        )
        subject = f"programme:{row.pk}"
        record_evidence(
            initiative=initiative,
            actor=actor,
            kind="activity_held",
            subject=subject,
            ref=subject,
            title=session.title,
            loop_id=row.loop_id,
            dated=held_on,
        )
        deed.on("session", session.pk, session.title)
    return int(session.pk)
