"""Write somebody in a group's list by name, once they have agreed to it."""

from __future__ import annotations

from datetime import date

from django.utils.translation import gettext as _

from samklang.records.activities.enums import AgreedHow
from samklang.records.activities.models import Group, Participant
from samklang.records.activities.permissions import check_leads_group
from samklang.records.activities.queries import attendance_consent
from samklang.records.initiative.enums import AgeBand
from samklang.records.initiative.models.scoped import InitiativeRef
from samklang.records.initiative.services import act
from samklang.records.people.permissions import Actor, NotAllowed, Refused


def add_participant(
    *,
    initiative: InitiativeRef,
    actor: Actor,
    group_id: int,
    name: str,
    age_band: AgeBand,
    language: str,
    how: AgreedHow,
    agreed: bool,
    agreed_on: date,
) -> int:
    """Store the name with the consent it was given under; its id. The trail says that, never who.

    Raises NotAllowed unless the actor leads the group, or Refused without a consent or when the name is taken.
    """
    check_leads_group(actor, initiative, group_id)
    if not Group.objects.within(initiative).filter(pk=group_id).exists():
        raise NotAllowed
    if not agreed:
        raise Refused(_("Without a yes nobody's name is kept. Count them as one of those who came instead."))
    if Participant.objects.within(initiative).filter(group_id=group_id, name__iexact=name.strip()).exists():
        raise Refused(_("That name is already in the list. Add a letter, so that you can tell them apart."))
    with act("add_participant", initiative=initiative, actor=actor) as deed:
        row = Participant.objects.add(
            initiative,
            group_id=group_id,
            name=name.strip(),
            consent_version=attendance_consent(language).version,
            consent_language=language,
            consent_age_band=age_band,
            consent_how=how,
            agreed_on=agreed_on,
        )
        deed.on("group", group_id)
    return int(row.pk)
