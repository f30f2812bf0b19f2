"""Add a figure about the area."""

from __future__ import annotations

from samklang.records.initiative.models import AreaFigure
from samklang.records.initiative.models.scoped import InitiativeRef
from samklang.records.initiative.permissions import BACKBONE, check_role
from samklang.records.initiative.services.act import act
from samklang.records.initiative.services.area_figure_draft import AreaFigureDraft, fields_of
from samklang.records.people.permissions import Actor


def add_area_figure(*, initiative: InitiativeRef, actor: Actor, draft: AreaFigureDraft) -> int:
    """Store it; its id. Raises NotAllowed, or Refused with what is wrong in it."""
    check_role(actor, initiative, BACKBONE)
    fields = fields_of(draft)
    with act("add_area_figure", initiative=initiative, actor=actor) as deed:
        row = AreaFigure.objects.add(initiative, **fields)
        deed.on("area_figure", row.pk, row.what)
    return int(row.pk)
