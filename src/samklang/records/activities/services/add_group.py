"""Start a group."""

from __future__ import annotations

from collections.abc import Sequence

from django.utils.translation import gettext as _

from samklang.records.activities.models import Group, GroupLeader, Programme
from samklang.records.activities.permissions import check_may_add_group
from samklang.records.activities.queries import possible_leaders
from samklang.records.initiative.models.scoped import InitiativeRef
from samklang.records.initiative.queries import public_partners
from samklang.records.initiative.services import act
from samklang.records.people.permissions import Actor, NotAllowed, Refused


def add_group(
    *,
    initiative: InitiativeRef,
    actor: Actor,
    name: str,
    leader_ids: Sequence[int] = (),
    partner_id: int | None = None,
    programme_id: int | None = None,
) -> int:
    """Start a group with its leaders; its id. Raises NotAllowed, or Refused when the name is taken."""
    check_may_add_group(actor, initiative)
    if set(leader_ids) - {row.user_id for row in possible_leaders(initiative=initiative, actor=actor)}:
        raise NotAllowed
    if partner_id is not None and partner_id not in {row.id for row in public_partners(initiative)}:
        raise NotAllowed
    known = Programme.objects.within(initiative).filter(pk=programme_id).exists()
    if programme_id is not None and not known:
        raise NotAllowed
    if Group.objects.within(initiative).filter(name__iexact=name.strip()).exists():
        raise Refused(_("There is already a group called “%(name)s”.") % {"name": name.strip()})
    with act("add_group", initiative=initiative, actor=actor) as deed:
        group = Group.objects.add(initiative, name=name.strip(), partner_id=partner_id, programme_id=programme_id)
        for user_id in leader_ids:
            GroupLeader.objects.add(initiative, group=group, user_id=user_id)
        deed.on("group", group.pk, group.name)
    return int(group.pk)
