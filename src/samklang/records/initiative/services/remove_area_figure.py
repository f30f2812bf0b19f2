"""Take a figure about the area away. Reports that are frozen keep what they told."""

from __future__ import annotations

from samklang.records.initiative.models import AreaFigure
from samklang.records.initiative.models.scoped import InitiativeRef
from samklang.records.initiative.permissions import BACKBONE, check_role
from samklang.records.initiative.services.act import act
from samklang.records.people.permissions import Actor, NotAllowed


def remove_area_figure(*, initiative: InitiativeRef, actor: Actor, figure_id: int) -> None:
    """Take it away. Raises NotAllowed, also when unknown."""
    check_role(actor, initiative, BACKBONE)
    with act("remove_area_figure", initiative=initiative, actor=actor) as deed:
        row = AreaFigure.objects.within(initiative).filter(pk=figure_id).first()
        if row is None:
            raise NotAllowed
        deed.on("area_figure", row.pk, row.what)
        row.delete()
