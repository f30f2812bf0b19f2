"""Take a need away that was written down by mistake."""

from __future__ import annotations

from django.db.models import ProtectedError
from django.utils.translation import gettext as _

from samklang.records.agenda.models import Need
from samklang.records.agenda.permissions import check_may_change_agenda
from samklang.records.initiative.models.scoped import InitiativeRef
from samklang.records.initiative.services import act
from samklang.records.people.permissions import Actor, NotAllowed, Refused


def remove_need(*, initiative: InitiativeRef, actor: Actor, need_id: int) -> None:
    """Take it away. Raises NotAllowed, also when unknown, or Refused while an outcome answers it."""
    check_may_change_agenda(actor, initiative)
    with act("remove_need", initiative=initiative, actor=actor) as deed:
        row = Need.objects.within(initiative).select_for_update().filter(pk=need_id).first()
        if row is None:
            raise NotAllowed
        deed.on("need", row.pk, row.title)
        try:
            row.delete()
        except ProtectedError:
            raise Refused(
                _("An outcome answers this need. Take the outcome away first, or write the need anew.")
            ) from None
