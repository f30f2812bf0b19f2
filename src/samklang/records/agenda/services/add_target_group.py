"""Name whom needs are about."""

from __future__ import annotations

from django.utils.translation import gettext as _

from samklang.records.agenda.models import TargetGroup
from samklang.records.agenda.permissions import check_may_change_agenda
from samklang.records.initiative.models.scoped import InitiativeRef
from samklang.records.initiative.services import act
from samklang.records.people.permissions import Actor, Refused


def add_target_group(
    *, initiative: InitiativeRef, actor: Actor, name: str, about: str = "", size: int | None = None
) -> int:
    """Store a target group; its id. Raises NotAllowed, or Refused when the name is there already."""
    check_may_change_agenda(actor, initiative)
    if TargetGroup.objects.within(initiative).filter(name__iexact=name.strip()).exists():
        raise Refused(_("There is already a target group called “%(name)s”.") % {"name": name.strip()})
    with act("add_target_group", initiative=initiative, actor=actor) as deed:
        row = TargetGroup.objects.add(initiative, name=name.strip(), about=about, size=size)
        deed.on("target_group", row.pk, row.name)
    return int(row.pk)
