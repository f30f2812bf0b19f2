"""Take a role back."""

from __future__ import annotations

from django.utils.translation import gettext as _

from samklang.records.initiative.enums import Role
from samklang.records.initiative.models import Membership
from samklang.records.initiative.models.scoped import InitiativeRef
from samklang.records.initiative.permissions import MANAGES_MEMBERS, check_role
from samklang.records.initiative.services.act import act
from samklang.records.people.permissions import Actor, NotAllowed, Refused


def remove_member(*, initiative: InitiativeRef, actor: Actor, membership_id: int) -> None:
    """Take back a role. Raises NotAllowed, or Refused when it would leave nobody to lead."""
    check_role(actor, initiative, MANAGES_MEMBERS)
    rows = Membership.objects.within(initiative)
    membership = rows.filter(pk=membership_id).first()
    if membership is None:
        raise NotAllowed
    if membership.role == Role.PROCESS_LEADER and rows.filter(role=Role.PROCESS_LEADER).count() == 1:
        raise Refused(_("An initiative needs at least one process leader. Add another one first."))
    with act("remove_member", initiative=initiative, actor=actor) as deed:
        deed.on("membership", membership.pk, str(Role(membership.role).label))
        membership.delete()
