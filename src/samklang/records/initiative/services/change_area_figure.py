"""Write a figure about the area anew, when the source has a later one or something was wrong."""

from __future__ import annotations

from samklang.records.initiative.models import AreaFigure
from samklang.records.initiative.models.scoped import InitiativeRef
from samklang.records.initiative.permissions import BACKBONE, check_role
from samklang.records.initiative.services.act import act
from samklang.records.initiative.services.area_figure_draft import AreaFigureDraft, fields_of
from samklang.records.people.permissions import Actor, NotAllowed


def change_area_figure(*, initiative: InitiativeRef, actor: Actor, figure_id: int, draft: AreaFigureDraft) -> None:
    """Store it. Raises NotAllowed, also when unknown, or Refused with what is wrong in it."""
    check_role(actor, initiative, BACKBONE)
    fields = fields_of(draft)
    with act("change_area_figure", initiative=initiative, actor=actor) as deed:
        row = AreaFigure.objects.within(initiative).select_for_update().filter(pk=figure_id).first()
        if row is None:
            raise NotAllowed
        row.changed(**fields)
        deed.on("area_figure", row.pk, row.what)
