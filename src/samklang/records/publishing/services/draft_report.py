"""Begin a report, or write its own words anew."""

from __future__ import annotations

from django.utils.translation import gettext as _

from samklang.records.initiative.models.scoped import InitiativeRef
from samklang.records.initiative.services import act, in_turn
from samklang.records.people.permissions import Actor, NotAllowed, Refused
from samklang.records.publishing.models import Report
from samklang.records.publishing.permissions import check_is_draft, check_may_write_report
from samklang.records.value.queries import value_maps


def draft_report(
    *,
    initiative: InitiativeRef,
    actor: Actor,
    title: str,
    summary: str,
    way_forward: str,
    value_map_id: int | None = None,
    number: int | None = None,
) -> int:
    """Store a draft; its number. With a number, that draft is written anew. Raises NotAllowed or Refused."""
    check_may_write_report(actor, initiative)
    if not title.strip() or not summary.strip():
        raise Refused(_("A report needs a title and a summary in a few sentences."))
    maps = {row.id for row in value_maps(initiative=initiative, actor=actor)}
    if value_map_id is not None and value_map_id not in maps:
        raise NotAllowed
    words = {
        "title": title.strip(),
        "summary": summary.strip(),
        "way_forward": way_forward.strip(),
        "value_map_id": value_map_id,
    }
    with act("draft_report", initiative=initiative, actor=actor) as deed:
        rows = Report.objects.within(initiative).select_for_update()
        if number is None:
            in_turn(initiative)
            number = rows.count() + 1
            row = Report.objects.add(initiative, number=number, **words)
        else:
            found = rows.filter(number=number).first()
            if found is None:
                raise NotAllowed
            check_is_draft(found)
            row = found.changed(**words)
        deed.on("report", row.number, row.title)
    return number
