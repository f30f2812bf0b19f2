"""Who may do what with groups."""

from __future__ import annotations

from samklang.records.activities.models import Group, GroupLeader
from samklang.records.initiative.enums import Role
from samklang.records.initiative.models.scoped import InitiativeRef
from samklang.records.initiative.permissions import BACKBONE, check_role, has_role, partner_of, roles_of
from samklang.records.people.permissions import Actor, NotAllowed

SEES_EVERY_GROUP = frozenset({Role.PROCESS_LEADER, Role.EVALUATOR})


def led_group_ids(actor: Actor, initiative: InitiativeRef) -> frozenset[int]:
    """Ids of the groups the actor leads."""
    if Role.ACTIVITY_LEADER not in roles_of(actor, initiative):
        return frozenset()
    rows = GroupLeader.objects.within(initiative).filter(user_id=actor.user_id)
    return frozenset(rows.values_list("group_id", flat=True))


def visible_group_ids(actor: Actor, initiative: InitiativeRef) -> frozenset[int]:
    """Ids of the groups whose own figures the actor may see: all, those led, or those of one's organisation."""
    rows = Group.objects.within(initiative)
    if has_role(actor, initiative, SEES_EVERY_GROUP):
        return frozenset(rows.values_list("pk", flat=True))
    led = led_group_ids(actor, initiative)
    partner = partner_of(actor, initiative) if Role.PARTNER_MEMBER in roles_of(actor, initiative) else None
    own = rows.filter(partner_id=partner).values_list("pk", flat=True) if partner else ()
    return led | frozenset(own)


def leads_group(actor: Actor, initiative: InitiativeRef, group_id: int) -> bool:
    """Whether the actor leads the group, or the backbone that answers for all groups."""
    return has_role(actor, initiative, BACKBONE) or group_id in led_group_ids(actor, initiative)


def check_leads_group(actor: Actor, initiative: InitiativeRef, group_id: int) -> None:
    """Raise NotAllowed unless the actor leads the group or the backbone."""
    if not leads_group(actor, initiative, group_id):
        raise NotAllowed


def check_may_add_group(actor: Actor, initiative: InitiativeRef) -> None:
    """The backbone starts groups. Raises NotAllowed."""
    check_role(actor, initiative, BACKBONE)
