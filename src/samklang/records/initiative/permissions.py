"""Who may do what with an initiative, its partners, members and audit trail."""

from __future__ import annotations

from django.utils.translation import gettext as _

from samklang.records.initiative.enums import Role
from samklang.records.initiative.models import Membership
from samklang.records.initiative.models.scoped import InitiativeRef
from samklang.records.people.permissions import Actor, NotAllowed, Refused

EVERY_MEMBER = frozenset(Role)
BACKBONE = frozenset({Role.PROCESS_LEADER})
READS_AUDIT_TRAIL = frozenset({Role.PROCESS_LEADER, Role.ADMIN})
MANAGES_MEMBERS = frozenset({Role.PROCESS_LEADER, Role.ADMIN})
SEES_ADDRESSES = MANAGES_MEMBERS


def roles_of(actor: Actor, initiative: InitiativeRef) -> frozenset[Role]:
    """The actor's roles in an initiative; looked up once per request."""
    if not actor.is_person:
        return frozenset()
    key = ("roles", initiative.id)
    if key not in actor.memory:
        rows = Membership.objects.within(initiative).filter(user_id=actor.user_id).values_list("role", flat=True)
        actor.memory[key] = frozenset(Role(row) for row in rows)
    found = actor.memory[key]
    assert isinstance(found, frozenset)
    return found


def partner_of(actor: Actor, initiative: InitiativeRef) -> int | None:
    """The partner organisation the actor speaks for, if any."""
    rows = Membership.objects.within(initiative).filter(user_id=actor.user_id, partner__isnull=False)
    found: int | None = rows.values_list("partner_id", flat=True).first()
    return found


def has_role(actor: Actor, initiative: InitiativeRef, wanted: frozenset[Role]) -> bool:
    """Whether the actor has one of the wanted roles here. System may do everything."""
    return actor.is_system or bool(roles_of(actor, initiative) & wanted)


def member_has_role(initiative: InitiativeRef, user_id: int, role: Role) -> bool:
    """Whether somebody other than the actor has a role here."""
    found: bool = Membership.objects.within(initiative).filter(user_id=user_id, role=role).exists()
    return found


def check_role(actor: Actor, initiative: InitiativeRef, wanted: frozenset[Role]) -> None:
    """Raise NotAllowed unless the actor has one of the wanted roles here."""
    if not has_role(actor, initiative, wanted):
        raise NotAllowed


def check_may_read_initiative(actor: Actor, initiative: InitiativeRef) -> None:
    """Members read their initiative's work. Raises NotAllowed."""
    check_role(actor, initiative, EVERY_MEMBER)


def check_may_add_partner(actor: Actor, initiative: InitiativeRef) -> None:
    """The backbone keeps the list of partners. Raises NotAllowed."""
    check_role(actor, initiative, BACKBONE)


def check_may_add_member(actor: Actor, initiative: InitiativeRef, role: Role, user_id: int) -> None:
    """The backbone and the administrator give roles, never to themselves. Raises NotAllowed or Refused."""
    check_role(actor, initiative, MANAGES_MEMBERS)
    if actor.user_id == user_id:
        raise Refused(_("You can't give yourself a role. Ask another process leader or the administrator."))
    if role == Role.ADMIN and not (actor.is_system or Role.ADMIN in roles_of(actor, initiative)):
        raise Refused(_("Only an administrator can add another administrator."))


def check_may_read_audit_trail(actor: Actor, initiative: InitiativeRef) -> None:
    """The backbone and the administrator read who did what. Raises NotAllowed."""
    check_role(actor, initiative, READS_AUDIT_TRAIL)


def check_may_add_initiative(actor: Actor) -> None:
    """An installation's operators start new initiatives. Raises NotAllowed."""
    if not (actor.is_system or actor.is_operator):
        raise NotAllowed
