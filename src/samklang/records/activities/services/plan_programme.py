"""Plan a programme on a loop, with its working group."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from django.utils.translation import gettext as _

from samklang.records.activities.models import Programme, WorkingGroupMember
from samklang.records.activities.permissions import check_may_plan_programme
from samklang.records.initiative.models.scoped import InitiativeRef
from samklang.records.initiative.queries import public_partners
from samklang.records.initiative.services import act
from samklang.records.people.permissions import Actor, NotAllowed, Refused
from samklang.records.process.queries import loop as loop_row


def plan_programme(
    *,
    initiative: InitiativeRef,
    actor: Actor,
    loop_id: int,
    name: str,
    purpose: str,
    starts_on: date,
    ends_on: date,
    working: Mapping[int, str],
) -> int:
    """Store a programme; its id. working: partner → its part. Raises NotAllowed, or Refused with the reason."""
    check_may_plan_programme(actor, initiative)
    loop_row(initiative=initiative, actor=actor, loop_id=loop_id)
    check_plan(initiative, starts_on, ends_on, working)
    if Programme.objects.within(initiative).filter(name__iexact=name.strip()).exists():
        raise Refused(_("There is already a programme called “%(name)s”.") % {"name": name.strip()})
    with act("plan_programme", initiative=initiative, actor=actor) as deed:
        row = Programme.objects.add(
            initiative, loop_id=loop_id, name=name.strip(), purpose=purpose, starts_on=starts_on, ends_on=ends_on
        )
        for partner_id, part in working.items():
            WorkingGroupMember.objects.add(initiative, programme=row, partner_id=partner_id, part=part)
        deed.on("programme", row.pk, row.name)
    return int(row.pk)


def check_plan(initiative: InitiativeRef, starts_on: date, ends_on: date, working: Mapping[int, str]) -> None:
    """Raise Refused for a plan that can't be, NotAllowed for a partner of elsewhere."""
    if ends_on < starts_on:
        raise Refused(_("The programme ends before it starts. Choose a later end."))
    if not working:
        raise Refused(_("Choose at least one partner for the working group."))
    if set(working) - {row.id for row in public_partners(initiative)}:
        raise NotAllowed
