"""Mend a count of something finished, or take it away."""

from __future__ import annotations

from datetime import date

from django.utils.translation import gettext as _

from samklang.records.activities.models import Output
from samklang.records.activities.permissions import check_may_report_activity
from samklang.records.initiative.models.scoped import InitiativeRef
from samklang.records.initiative.services import act
from samklang.records.people.permissions import Actor, NotAllowed, Refused


def change_output(
    *,
    initiative: InitiativeRef,
    actor: Actor,
    output_id: int,
    what: str,
    count: int,
    source: str,
    counted_on: date,
) -> None:
    """Store it. Raises NotAllowed for an unknown count, or Refused without a source."""
    check_may_report_activity(actor, initiative)
    if not source.strip():
        raise Refused(_("Say where the count comes from, for example “the attendance lists”."))
    with act("change_output", initiative=initiative, actor=actor) as deed:
        row = Output.objects.within(initiative).select_for_update().filter(pk=output_id).first()
        if row is None:
            raise NotAllowed
        row.changed(what=what.strip(), count=count, source=source.strip(), counted_on=counted_on)
        deed.on("output", row.pk, row.what)
