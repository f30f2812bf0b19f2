"""Give a person a role."""

from __future__ import annotations

from django.utils.translation import gettext as _

from samklang.records.initiative.enums import Role
from samklang.records.initiative.models import Membership, Partner
from samklang.records.initiative.models.scoped import InitiativeRef
from samklang.records.initiative.permissions import check_may_add_member
from samklang.records.initiative.services.act import act
from samklang.records.people.permissions import Actor, NotAllowed, Refused


def add_member(
    *, initiative: InitiativeRef, actor: Actor, user_id: int, role: Role, partner_id: int | None = None
) -> int:
    """Give a role in an initiative; the membership's id. Raises NotAllowed, or Refused with the reason."""
    check_may_add_member(actor, initiative, role, user_id)
    if partner_id is not None and not Partner.objects.within(initiative).filter(pk=partner_id).exists():
        raise NotAllowed
    if Membership.objects.within(initiative).filter(user_id=user_id, role=role).exists():
        raise Refused(_("That person already has that role here."))
    with act("add_member", initiative=initiative, actor=actor) as deed:
        membership = Membership.objects.add(initiative, user_id=user_id, role=role, partner_id=partner_id)
        deed.on("membership", membership.pk, str(Role(role).label))
    return int(membership.pk)
