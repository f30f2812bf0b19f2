"""Freeze a report and ask both bodies for their signature."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from django.utils.translation import gettext as _

from samklang.methods.disclosure.release import manifest_hash
from samklang.records.initiative.models.scoped import InitiativeRef
from samklang.records.initiative.services import act
from samklang.records.measurement.queries import withdrawn_releases
from samklang.records.people.permissions import Actor, NotAllowed, Refused
from samklang.records.publishing.enums import ReportState
from samklang.records.publishing.models import Report
from samklang.records.publishing.permissions import check_is_draft, check_may_write_report


def ask_for_sign_off(
    *,
    initiative: InitiativeRef,
    actor: Actor,
    number: int,
    content: Mapping[str, Any],
    uses: Sequence[Mapping[str, str]],
) -> str:
    """Freeze the content; its hash. Raises NotAllowed, or Refused when it uses a release that was withdrawn.

    content: language → the report as blocks; uses: ``{"kind", "title", "hash"}`` of everything it is built from.
    """
    check_may_write_report(actor, initiative)
    check_releases_stand(initiative, uses)
    with act("ask_for_sign_off", initiative=initiative, actor=actor) as deed:
        row = Report.objects.within(initiative).select_for_update().filter(number=number).first()
        if row is None:
            raise NotAllowed
        check_is_draft(row)
        frozen = manifest_hash({"content": content, "uses": list(uses)})
        row.changed(state=ReportState.AWAITING, content=dict(content), uses=list(uses), content_hash=frozen)
        deed.on("report", number, row.title)
    return frozen


def check_releases_stand(initiative: InitiativeRef, uses: Sequence[Mapping[str, str]]) -> None:
    """Raise Refused when something a report is built from has been taken back."""
    taken_back = {one.hash: one.wave for one in withdrawn_releases(initiative)}
    gone = sorted({taken_back[one["hash"]] for one in uses if one["hash"] in taken_back})
    if gone:
        raise Refused(
            _("The report uses results that have been withdrawn: %(waves)s. Take the report back and make it anew.")
            % {"waves": ", ".join(gone)}
        )
