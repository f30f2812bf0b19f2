"""Keep a partner's letter of intent."""

from __future__ import annotations

from datetime import date

from django.utils.translation import gettext as _

from samklang.records.initiative.models.scoped import InitiativeRef
from samklang.records.initiative.queries import public_partners
from samklang.records.initiative.services import act, in_turn
from samklang.records.people.permissions import Actor, NotAllowed, Refused
from samklang.records.process.models import LetterOfIntent
from samklang.records.process.permissions import check_may_lead_process
from samklang.records.process.services.record_evidence import record_evidence


def sign_letter(*, initiative: InitiativeRef, actor: Actor, partner_id: int, text: str, signed_on: date) -> int:
    """Store the next version of a partner's letter; its number. Raises NotAllowed or Refused."""
    check_may_lead_process(actor, initiative)
    partner = next((row for row in public_partners(initiative) if row.id == partner_id), None)
    if partner is None:
        raise NotAllowed
    if not text.strip():
        raise Refused(_("Write what the partner commits to."))
    with act("sign_letter", initiative=initiative, actor=actor) as deed:
        in_turn(initiative)
        version = LetterOfIntent.objects.within(initiative).filter(partner_id=partner_id).count() + 1
        LetterOfIntent.objects.add(
            initiative, partner_id=partner_id, version=version, text=text.strip(), signed_on=signed_on
        )
        record_evidence(
            initiative=initiative,
            actor=actor,
            kind="letter_of_intent_signed",
            subject=f"partner:{partner_id}",
            ref="letters",
            title=partner.name,
            stop="C",
            dated=signed_on,
        )
        deed.on("letter", partner_id, partner.name)
    return version
