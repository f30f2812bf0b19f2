"""Who may write, sign and read reports."""

from __future__ import annotations

from django.utils.translation import gettext as _

from samklang.records.initiative.enums import Role
from samklang.records.initiative.models.scoped import InitiativeRef
from samklang.records.initiative.permissions import BACKBONE, EVERY_MEMBER, check_role, has_role, roles_of
from samklang.records.people.permissions import Actor, NotAllowed, Refused
from samklang.records.publishing.enums import ReportState, SigningBody
from samklang.records.publishing.models import Report

SIGNS = {Role.PROCESS_LEADER: SigningBody.BACKBONE, Role.RESIDENT_COUNCIL: SigningBody.RESIDENT_COUNCIL}
SEES_UNPUBLISHED = frozenset(SIGNS)


def check_may_read_reports(actor: Actor, initiative: InitiativeRef) -> None:
    """Every member reads the list of reports. Raises NotAllowed."""
    check_role(actor, initiative, EVERY_MEMBER)


def may_read_report(actor: Actor, initiative: InitiativeRef, state: str) -> bool:
    """Published ones everybody; what waits for signatures those who sign; drafts the backbone."""
    if state == ReportState.PUBLISHED:
        return has_role(actor, initiative, EVERY_MEMBER)
    return has_role(actor, initiative, BACKBONE if state == ReportState.DRAFT else SEES_UNPUBLISHED)


def check_may_write_report(actor: Actor, initiative: InitiativeRef) -> None:
    """The backbone writes reports. Raises NotAllowed."""
    check_role(actor, initiative, BACKBONE)


def check_is_draft(row: Report) -> None:
    """What waits for signatures or is published isn't changed. Raises Refused with the reason."""
    if row.state != ReportState.DRAFT:
        raise Refused(_("The report is frozen since it was sent for sign-off. Take it back to change it."))


def body_of(actor: Actor, initiative: InitiativeRef) -> SigningBody:
    """The body an actor signs for. Raises NotAllowed."""
    for role, body in SIGNS.items():
        if role in roles_of(actor, initiative):
            return body
    raise NotAllowed


def check_awaits(row: Report) -> None:
    """Only what waits can be signed or taken back. Raises Refused with the reason."""
    if row.state == ReportState.DRAFT:
        raise Refused(_("The report is a draft. Send it for sign-off first."))
    if row.state == ReportState.PUBLISHED:
        raise Refused(_("The report is already signed by both and published."))
