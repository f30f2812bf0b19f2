"""Take a target group away that no need is about."""

from __future__ import annotations

from django.db.models import ProtectedError
from django.utils.translation import gettext as _

from samklang.records.agenda.models import TargetGroup
from samklang.records.agenda.permissions import check_may_change_agenda
from samklang.records.initiative.models.scoped import InitiativeRef
from samklang.records.initiative.services import act
from samklang.records.people.permissions import Actor, NotAllowed, Refused


def remove_target_group(*, initiative: InitiativeRef, actor: Actor, group_id: int) -> None:
    """Take it away. Raises NotAllowed, also when unknown, or Refused while a need is about it."""
    check_may_change_agenda(actor, initiative)
    with act("remove_target_group", initiative=initiative, actor=actor) as deed:
        row = TargetGroup.objects.within(initiative).select_for_update().filter(pk=group_id).first()
        if row is None:
            raise NotAllowed
        deed.on("target_group", row.pk, row.name)
        try:
            row.delete()
        except ProtectedError:
            raise Refused(_("A need is about this target group. Choose another group for the need first.")) from None
