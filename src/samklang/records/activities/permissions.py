"""Who may do what with groups."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from django.utils.translation import gettext as _

from samklang.records.activities.enums import ProgrammeState
from samklang.records.activities.models import Group, GroupLeader, Programme
from samklang.records.initiative.enums import Role
from samklang.records.initiative.models.scoped import InitiativeRef
from samklang.records.initiative.permissions import BACKBONE, EVERY_MEMBER, check_role, has_role, partner_of, roles_of
from samklang.records.people.permissions import Actor, NotAllowed, Refused

RUNS_ACTIVITIES = frozenset({Role.PROCESS_LEADER, Role.ACTIVITY_LEADER})
SEES_EVERY_GROUP = frozenset({Role.PROCESS_LEADER, Role.EVALUATOR})


def led_group_ids(actor: Actor, initiative: InitiativeRef) -> frozenset[int]:
    """Ids of the groups the actor leads; looked up once per request."""
    if Role.ACTIVITY_LEADER not in roles_of(actor, initiative):
        return frozenset()
    rows = GroupLeader.objects.within(initiative).filter(user_id=actor.user_id)
    return _remembered(actor, ("led groups", initiative.id), lambda: rows.values_list("group_id", flat=True))


def visible_group_ids(actor: Actor, initiative: InitiativeRef) -> frozenset[int]:
    """Ids of the groups whose own figures the actor may see: all, those led, or those of one's organisation."""
    return _remembered(actor, ("visible groups", initiative.id), lambda: _visible_group_ids(actor, initiative))


def _visible_group_ids(actor: Actor, initiative: InitiativeRef) -> Iterable[int]:
    rows = Group.objects.within(initiative)
    if has_role(actor, initiative, SEES_EVERY_GROUP):
        return rows.values_list("pk", flat=True)
    partner = partner_of(actor, initiative) if Role.PARTNER_MEMBER in roles_of(actor, initiative) else None
    own = rows.filter(partner_id=partner).values_list("pk", flat=True) if partner else ()
    return {*led_group_ids(actor, initiative), *own}


def _remembered(actor: Actor, key: object, look_up: Callable[[], Iterable[int]]) -> frozenset[int]:
    """What was looked up for a person during this request. System acts for longer, so nothing is kept for it."""
    if actor.is_system:
        return frozenset(look_up())
    if key not in actor.memory:
        actor.memory[key] = frozenset(look_up())
    found = actor.memory[key]
    assert isinstance(found, frozenset)
    return found


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


def check_may_read_programmes(actor: Actor, initiative: InitiativeRef) -> None:
    """Every member reads programmes, their plans and outputs. Raises NotAllowed."""
    check_role(actor, initiative, EVERY_MEMBER)


def check_may_plan_programme(actor: Actor, initiative: InitiativeRef) -> None:
    """The backbone plans and starts programmes. Raises NotAllowed."""
    check_role(actor, initiative, BACKBONE)


def check_may_report_activity(actor: Actor, initiative: InitiativeRef) -> None:
    """Activity leaders and the backbone write down what was held and what came of it. Raises NotAllowed."""
    check_role(actor, initiative, RUNS_ACTIVITIES)


def check_runs(programme: Programme) -> None:
    """Something is held in a programme that runs. Raises Refused with the reason."""
    if programme.state != ProgrammeState.RUNNING:
        raise Refused(_("The programme isn't running. Start it first; what was held before belongs in the plan."))
