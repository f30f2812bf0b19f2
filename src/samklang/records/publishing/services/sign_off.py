"""Sign a report for a body; with both signatures it is published."""

from __future__ import annotations

from django.utils import timezone
from django.utils.translation import gettext as _

from samklang.records.initiative.models.scoped import InitiativeRef
from samklang.records.initiative.services import act
from samklang.records.people.permissions import Actor, NotAllowed, Refused
from samklang.records.process.services import record_evidence
from samklang.records.publishing.enums import ReportState, SigningBody
from samklang.records.publishing.models import Report, SignOff
from samklang.records.publishing.permissions import body_of, check_awaits
from samklang.records.publishing.services.ask_for_sign_off import check_releases_stand


def sign_off(*, initiative: InitiativeRef, actor: Actor, number: int, content_hash: str) -> bool:
    """Sign the content with that hash; whether it is now published.

    Raises NotAllowed, or Refused when the body has signed, the content has changed since it was read, or a release
    it uses was withdrawn.
    """
    body = body_of(actor, initiative)
    with act("sign_off", initiative=initiative, actor=actor) as deed:
        row = Report.objects.within(initiative).select_for_update().filter(number=number).first()
        if row is None:
            raise NotAllowed
        check_awaits(row)
        signed = SignOff.objects.within(initiative).filter(report=row)
        if signed.filter(body=body).exists():
            raise Refused(_("%(body)s has already signed this report.") % {"body": body.label})
        if content_hash != row.content_hash:
            raise Refused(_("The report has changed since you opened it. Read it again before you sign."))
        check_releases_stand(initiative, row.uses)
        SignOff.objects.add(initiative, report=row, body=body, user_id=actor.user_id, content_hash=content_hash)
        deed.on("report", number, row.title)
        if signed.count() < len(SigningBody):
            return False
        row.changed(state=ReportState.PUBLISHED, published_on=timezone.localdate())
        _let_the_stops_know(initiative, actor, row)
    return True


def _let_the_stops_know(initiative: InitiativeRef, actor: Actor, row: Report) -> None:
    ref = f"report:{row.number}"
    for kind, stop in (("report_signed", "6"), ("residents_told", "6")):
        record_evidence(
            initiative=initiative,
            actor=actor,
            kind=kind,
            subject=ref,
            ref=ref,
            title=row.title,
            hash=row.content_hash,
            stop=stop,
        )
