"""Write down that something was held, and how many came."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from django.utils.translation import gettext as _

from samklang.records.activities.models import Attendance, Group, Participant, Programme, Session
from samklang.records.activities.permissions import check_leads_group, check_may_report_activity, check_runs
from samklang.records.initiative.models.scoped import InitiativeRef
from samklang.records.initiative.services import act
from samklang.records.people.permissions import Actor, NotAllowed, Refused
from samklang.records.process.queries import fills_this_turn
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
    came: Sequence[int] = (),
) -> int:
    """Store a session; its id. came: those of the group's participants who were there.

    Raises NotAllowed, or Refused with the reason.
    """
    check_may_report_activity(actor, initiative)
    row = Programme.objects.within(initiative).filter(pk=programme_id).first()
    if row is None:
        raise NotAllowed
    if group_id is not None:
        check_leads_group(actor, initiative, group_id)
        if not Group.objects.within(initiative).filter(pk=group_id, programme=row).exists():
            raise NotAllowed
    check_runs(row)
    check_attended(attended, came)
    with act("hold_session", initiative=initiative, actor=actor) as deed:
        session = Session.objects.add(
            initiative, programme=row, group_id=group_id, title=title.strip(), held_on=held_on, attended=attended
        )
        keep_who_came(initiative, session, came)
        _let_the_stop_know(initiative, actor, row, session)
        deed.on("session", session.pk, session.title)
    return int(session.pk)


def sessions_ref(programme_id: int) -> str:
    """What the evidence of a programme's sessions is filed under."""
    return f"sessions:{programme_id}"


def check_attended(attended: int, came: Sequence[int]) -> None:
    """Raise Refused unless the count is a count that holds everybody ticked off."""
    if not 0 <= attended <= MOST:
        raise Refused(_("Write how many came as a whole number from 0 to %(most)s.") % {"most": MOST})
    if len(set(came)) > attended:
        raise Refused(
            _("You ticked off %(named)s people but wrote that %(attended)s came. Count everybody who was there.")
            % {"named": len(set(came)), "attended": attended}
        )


def keep_who_came(initiative: InitiativeRef, session: Session, came: Sequence[int]) -> None:
    """Store who of the session's group was there, in place of what was stored. Raises NotAllowed for anyone else."""
    known = Participant.objects.within(initiative).filter(pk__in=came, group_id=session.group_id)
    if known.count() != len(set(came)):
        raise NotAllowed
    Attendance.objects.within(initiative).filter(session=session).delete()
    for participant_id in sorted(set(came)):
        Attendance.objects.add(initiative, session=session, participant_id=participant_id)


def _let_the_stop_know(initiative: InitiativeRef, actor: Actor, row: Programme, session: Session) -> None:
    """Once for each turn of the line: that the programme holds something, not each time it does."""
    subject, ref = f"programme:{row.pk}", sessions_ref(row.pk)
    if fills_this_turn(initiative=initiative, loop_id=row.loop_id, kind="activity_held", subject=subject):
        return
    record_evidence(
        initiative=initiative,
        actor=actor,
        kind="activity_held",
        subject=subject,
        ref=ref,
        title=session.title,
        loop_id=row.loop_id,
        dated=session.held_on,
    )
