"""What may be read about groups."""

from __future__ import annotations

from dataclasses import dataclass

from samklang.records.activities.models import Group
from samklang.records.activities.permissions import led_group_ids, visible_group_ids
from samklang.records.initiative.models.scoped import InitiativeRef
from samklang.records.initiative.permissions import BACKBONE, has_role
from samklang.records.people.permissions import Actor, NotAllowed


@dataclass(frozen=True)
class GroupRow:
    """A group by name."""

    id: int
    name: str


def visible_groups(*, initiative: InitiativeRef, actor: Actor) -> list[GroupRow]:
    """The groups whose own figures the actor may see, by name."""
    rows = Group.objects.within(initiative).filter(pk__in=visible_group_ids(actor, initiative))
    return [GroupRow(row.pk, row.name) for row in rows]


def led_groups(*, initiative: InitiativeRef, actor: Actor) -> list[GroupRow]:
    """The groups the actor may run a wave with: those led, all for the backbone."""
    rows = Group.objects.within(initiative)
    if not has_role(actor, initiative, BACKBONE):
        rows = rows.filter(pk__in=led_group_ids(actor, initiative))
    return [GroupRow(row.pk, row.name) for row in rows]


def group(*, initiative: InitiativeRef, group_id: int) -> GroupRow:
    """A group's name, for words that hold their own permission. Raises NotAllowed when there is none here."""
    row = Group.objects.within(initiative).filter(pk=group_id).first()
    if row is None:
        raise NotAllowed
    return GroupRow(row.pk, row.name)
