"""Write a target group anew."""

from __future__ import annotations

from django.utils.translation import gettext as _

from samklang.records.agenda.models import TargetGroup
from samklang.records.agenda.permissions import check_may_change_agenda
from samklang.records.initiative.models.scoped import InitiativeRef
from samklang.records.initiative.services import act
from samklang.records.people.permissions import Actor, NotAllowed, Refused


def change_target_group(
    *, initiative: InitiativeRef, actor: Actor, group_id: int, name: str, about: str = "", size: int | None = None
) -> None:
    """Store it. Raises NotAllowed for an unknown group, or Refused when the name is taken."""
    check_may_change_agenda(actor, initiative)
    with act("change_target_group", initiative=initiative, actor=actor) as deed:
        rows = TargetGroup.objects.within(initiative)
        row = rows.select_for_update().filter(pk=group_id).first()
        if row is None:
            raise NotAllowed
        if rows.filter(name__iexact=name.strip()).exclude(pk=group_id).exists():
            raise Refused(_("There is already a target group called “%(name)s”.") % {"name": name.strip()})
        row.changed(name=name.strip(), about=about, size=size)
        deed.on("target_group", row.pk, row.name)
