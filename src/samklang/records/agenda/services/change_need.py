"""Write a need anew, when something in it was wrong or more is known."""

from __future__ import annotations

from datetime import date

from samklang.records.agenda.models import Need, TargetGroup
from samklang.records.agenda.permissions import check_may_change_agenda
from samklang.records.initiative.models.scoped import InitiativeRef
from samklang.records.initiative.services import act
from samklang.records.people.permissions import Actor, NotAllowed


def change_need(
    *,
    initiative: InitiativeRef,
    actor: Actor,
    need_id: int,
    title: str,
    text: str,
    grounds: str,
    gap: str,
    seen_on: date,
    target_group_id: int | None = None,
) -> None:
    """Store it. Raises NotAllowed, also for an unknown need or target group."""
    check_may_change_agenda(actor, initiative)
    known = TargetGroup.objects.within(initiative).filter(pk=target_group_id).exists()
    if target_group_id is not None and not known:
        raise NotAllowed
    with act("change_need", initiative=initiative, actor=actor) as deed:
        row = Need.objects.within(initiative).select_for_update().filter(pk=need_id).first()
        if row is None:
            raise NotAllowed
        row.changed(
            title=title.strip(), text=text, grounds=grounds, gap=gap, seen_on=seen_on, target_group_id=target_group_id
        )
        deed.on("need", row.pk, row.title)
