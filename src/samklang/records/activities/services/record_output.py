"""Count something finished."""

from __future__ import annotations

from datetime import date

from django.utils.translation import gettext as _

from samklang.records.activities.models import Output, Programme
from samklang.records.activities.permissions import check_may_report_activity
from samklang.records.initiative.models.scoped import InitiativeRef
from samklang.records.initiative.services import act
from samklang.records.people.permissions import Actor, NotAllowed, Refused


def record_output(
    *,
    initiative: InitiativeRef,
    actor: Actor,
    programme_id: int,
    what: str,
    count: int,
    source: str,
    counted_on: date,
) -> int:
    """Store a count; its id. Raises NotAllowed, or Refused without a source."""
    check_may_report_activity(actor, initiative)
    row = Programme.objects.within(initiative).filter(pk=programme_id).first()
    if row is None:
        raise NotAllowed
    if not source.strip():
        raise Refused(_("Say where the count comes from, for example “the attendance lists”."))
    with act("record_output", initiative=initiative, actor=actor) as deed:
        output = Output.objects.add(
            initiative, programme=row, what=what.strip(), count=count, source=source.strip(), counted_on=counted_on
        )
        deed.on("output", output.pk, output.what)
    return int(output.pk)
