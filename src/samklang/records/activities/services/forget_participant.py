"""Take somebody out of a group's list when they change their mind. The counts stay."""

from __future__ import annotations

from samklang.records.activities.models import Attendance, Participant
from samklang.records.activities.permissions import check_leads_group
from samklang.records.initiative.models.scoped import InitiativeRef
from samklang.records.initiative.services import act
from samklang.records.people.permissions import Actor, NotAllowed


def forget_participant(*, initiative: InitiativeRef, actor: Actor, group_id: int, participant_id: int) -> None:
    """Erase the name and when they came. Raises NotAllowed unless the actor leads the group they are in."""
    check_leads_group(actor, initiative, group_id)
    rows = Participant.objects.within(initiative).filter(pk=participant_id, group_id=group_id)
    if not rows.exists():
        raise NotAllowed
    with act("forget_participant", initiative=initiative, actor=actor) as deed:
        Attendance.objects.within(initiative).filter(participant_id=participant_id).delete()
        rows.delete()
        deed.on("group", group_id)
