"""Write a programme's plan anew: name, purpose, dates and working group. Its line and its state stay."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from django.utils.translation import gettext as _

from samklang.records.activities.models import Programme, WorkingGroupMember
from samklang.records.activities.permissions import check_may_plan_programme
from samklang.records.activities.services.plan_programme import check_plan
from samklang.records.initiative.models.scoped import InitiativeRef
from samklang.records.initiative.services import act
from samklang.records.people.permissions import Actor, NotAllowed, Refused


def change_programme(
    *,
    initiative: InitiativeRef,
    actor: Actor,
    programme_id: int,
    name: str,
    purpose: str,
    starts_on: date,
    ends_on: date,
    working: Mapping[int, str],
) -> None:
    """Store it. working: partner → its part. Raises NotAllowed, or Refused with the reason."""
    check_may_plan_programme(actor, initiative)
    check_plan(initiative, starts_on, ends_on, working)
    with act("change_programme", initiative=initiative, actor=actor) as deed:
        rows = Programme.objects.within(initiative)
        row = rows.select_for_update().filter(pk=programme_id).first()
        if row is None:
            raise NotAllowed
        if rows.filter(name__iexact=name.strip()).exclude(pk=programme_id).exists():
            raise Refused(_("There is already a programme called “%(name)s”.") % {"name": name.strip()})
        row.changed(name=name.strip(), purpose=purpose, starts_on=starts_on, ends_on=ends_on)
        WorkingGroupMember.objects.within(initiative).filter(programme=row).delete()
        for partner_id, part in working.items():
            WorkingGroupMember.objects.add(initiative, programme=row, partner_id=partner_id, part=part)
        deed.on("programme", row.pk, row.name)
