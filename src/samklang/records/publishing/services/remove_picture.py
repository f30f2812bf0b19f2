"""Take a picture out of a report's draft."""

from __future__ import annotations

from samklang.records.initiative.models.scoped import InitiativeRef
from samklang.records.initiative.services import act
from samklang.records.people.permissions import Actor, NotAllowed
from samklang.records.publishing.models import Picture, Report
from samklang.records.publishing.permissions import check_is_draft, check_may_write_report


def remove_picture(*, initiative: InitiativeRef, actor: Actor, number: int, picture_id: int) -> None:
    """Take it out. Raises NotAllowed for an unknown picture, or Refused once the report is frozen."""
    check_may_write_report(actor, initiative)
    with act("remove_picture", initiative=initiative, actor=actor) as deed:
        report = Report.objects.within(initiative).select_for_update().filter(number=number).first()
        rows = Picture.objects.within(initiative).filter(pk=picture_id, report=report)
        if report is None or not rows.exists():
            raise NotAllowed
        check_is_draft(report)
        rows.delete()
        deed.on("picture", picture_id, report.title)
