"""Who may plan, run, close and see waves."""

from __future__ import annotations

from datetime import date
from typing import Literal

from django.utils.translation import gettext as _

from samklang.records.activities.permissions import leads_group, visible_group_ids
from samklang.records.initiative.enums import Role
from samklang.records.initiative.models.scoped import InitiativeRef
from samklang.records.initiative.permissions import BACKBONE, EVERY_MEMBER, check_role, has_role, member_has_role
from samklang.records.measurement.enums import Population, WaveState
from samklang.records.measurement.models import Wave
from samklang.records.people.permissions import Actor, NotAllowed, Refused

View = Literal["full", "public"]
PLANS_WAVES = frozenset({Role.PROCESS_LEADER, Role.ACTIVITY_LEADER})
GRANTS_AUDITS = frozenset({Role.PROCESS_LEADER, Role.STEERING_GROUP, Role.RESIDENT_COUNCIL})
SEES_FULL_AREA = frozenset({Role.PROCESS_LEADER, Role.EVALUATOR})


def check_may_read_measurement(actor: Actor, initiative: InitiativeRef) -> None:
    """Every member sees which questions are asked and when. Raises NotAllowed."""
    check_role(actor, initiative, EVERY_MEMBER)


def check_may_add_questionnaire(actor: Actor, initiative: InitiativeRef) -> None:
    """The backbone decides what is asked. Raises NotAllowed."""
    check_role(actor, initiative, BACKBONE)


def may_run_wave(actor: Actor, initiative: InitiativeRef, population: str, group_id: int | None) -> bool:
    """The backbone runs every wave; an activity leader those of groups they lead."""
    if population == Population.AREA or group_id is None:
        return has_role(actor, initiative, BACKBONE)
    return leads_group(actor, initiative, group_id)


def check_may_run_wave(actor: Actor, initiative: InitiativeRef, population: str, group_id: int | None) -> None:
    """Raise NotAllowed unless the actor may run such a wave."""
    if not may_run_wave(actor, initiative, population, group_id):
        raise NotAllowed


def check_may_open_wave(actor: Actor, initiative: InitiativeRef, wave: Wave) -> None:
    """A planned wave can be opened. Raises NotAllowed, or Refused with the reason."""
    check_may_run_wave(actor, initiative, wave.population, wave.group_id)
    if wave.state != WaveState.PLANNED:
        raise Refused(_("The wave is already open or closed; its questions and plan can't change any more."))


def check_may_close_wave(actor: Actor, initiative: InitiativeRef, wave: Wave) -> None:
    """An open wave can be closed, once. Raises NotAllowed, or Refused with the reason."""
    check_may_run_wave(actor, initiative, wave.population, wave.group_id)
    if wave.state == WaveState.PLANNED:
        raise Refused(_("The wave is not open yet, so there is nothing to close."))
    if wave.state != WaveState.OPEN:
        raise Refused(_("Somebody has already closed this wave. Its results stand as they were released then."))


def check_may_answer(wave: Wave, today: date) -> None:
    """A wave takes answers while it is open and between its dates. Raises Refused with the reason."""
    check_takes_answers(wave)
    if today < wave.opens_on:
        raise Refused("not_open")
    if today > wave.closes_on:
        raise Refused("closed")


def check_takes_answers(wave: Wave) -> None:
    """A wave takes no answers before it is opened, and none after it is closed. Raises Refused with the reason."""
    if wave.state == WaveState.PLANNED:
        raise Refused("not_open")
    if wave.state != WaveState.OPEN:
        raise Refused("closed")


def view_of(actor: Actor, initiative: InitiativeRef, wave: Wave) -> View | None:
    """How much of a wave's results the actor may see: full, as the public, or nothing.

    The full view is for those who work with the figures; a group's is also for its leader and its organisation.
    """
    if wave.population == Population.AREA:
        if has_role(actor, initiative, SEES_FULL_AREA):
            return "full"
        return "public" if has_role(actor, initiative, EVERY_MEMBER) else None
    if wave.group_id in visible_group_ids(actor, initiative):
        return "full"
    return "public" if has_role(actor, initiative, EVERY_MEMBER) else None


def check_may_record_reading(actor: Actor, initiative: InitiativeRef, wave: Wave) -> None:
    """Who runs a group's waves writes down what the group said. Raises NotAllowed, or Refused with the reason."""
    check_may_run_wave(actor, initiative, wave.population, wave.group_id)
    if wave.state != WaveState.CLOSED:
        raise Refused(_("Close the wave first. The reading is of its results."))


def check_may_grant_audit_input(actor: Actor, initiative: InitiativeRef, evaluator_id: int) -> None:
    """Those who answer for the initiative let an evaluator in, never themselves. Raises NotAllowed or Refused.

    Not even System may: a grant is two people's.
    """
    if not actor.is_person or not has_role(actor, initiative, GRANTS_AUDITS):
        raise NotAllowed
    if actor.user_id == evaluator_id:
        raise Refused(_("You can't grant it to yourself."))
    if not member_has_role(initiative, evaluator_id, Role.EVALUATOR):
        raise Refused(_("The audit input can only be granted to an evaluator of the initiative."))
