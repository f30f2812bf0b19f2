"""Take somebody out of a group's list when they change their mind. The counts stay."""

from __future__ import annotations

from django.db import transaction

from samklang.records.activities.models import Attendance, Participant
from samklang.records.activities.permissions import check_leads_group
from samklang.records.initiative.models.scoped import InitiativeRef
from samklang.records.initiative.services import act
from samklang.records.people.permissions import Actor, NotAllowed
from samklang.records.people.services.erasure_ledger import held_ledger, note_erasure


def forget_participant(
    *, initiative: InitiativeRef, actor: Actor, group_id: int, participant_id: int, noted: bool = True
) -> int:
    """Erase the name and when they came; how many times that was.

    noted: write it in the erasure ledger; not when a back-up is replayed or it is only tried. Raises NotAllowed
    unless the actor leads the group they are in.
    """
    check_leads_group(actor, initiative, group_id)
    rows = Participant.objects.within(initiative).filter(pk=participant_id, group_id=group_id)
    name = rows.values_list("name", flat=True).first()
    if name is None:
        raise NotAllowed
    with held_ledger(), transaction.atomic():
        with act("forget_participant", initiative=initiative, actor=actor) as deed:
            came, _by_table = Attendance.objects.within(initiative).filter(participant_id=participant_id).delete()
            rows.delete()
            deed.on("group", group_id)
        if noted:
            note_erasure("participant", str(group_id), name)
    return came
