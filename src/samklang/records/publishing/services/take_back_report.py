"""Take a report back from sign-off, to change it; signatures already given fall."""

from __future__ import annotations

from samklang.records.initiative.models.scoped import InitiativeRef
from samklang.records.initiative.services import act
from samklang.records.people.permissions import Actor, NotAllowed
from samklang.records.publishing.enums import ReportState
from samklang.records.publishing.models import Report, SignOff
from samklang.records.publishing.permissions import check_awaits, check_may_write_report


def take_back_report(*, initiative: InitiativeRef, actor: Actor, number: int) -> None:
    """Make it a draft again. Raises NotAllowed, or Refused once it is published."""
    check_may_write_report(actor, initiative)
    with act("take_back_report", initiative=initiative, actor=actor) as deed:
        row = Report.objects.within(initiative).select_for_update().filter(number=number).first()
        if row is None:
            raise NotAllowed
        check_awaits(row)
        SignOff.objects.within(initiative).filter(report=row).delete()
        row.changed(state=ReportState.DRAFT, content={}, uses=[], content_hash="")
        deed.on("report", number, row.title)
