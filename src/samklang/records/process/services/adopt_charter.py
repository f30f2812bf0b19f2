"""Adopt a version of what the stops A–C agree on."""

from __future__ import annotations

from datetime import date

from django.utils.translation import gettext as _

from samklang.records.initiative.models.scoped import InitiativeRef
from samklang.records.initiative.services import act, in_turn
from samklang.records.people.permissions import Actor, Refused
from samklang.records.process.enums import CharterKind
from samklang.records.process.models import Charter
from samklang.records.process.permissions import check_may_lead_process
from samklang.records.process.services.record_evidence import record_evidence

EVIDENCE = {
    CharterKind.MANIFESTO: ("manifest_adopted", "A"),
    CharterKind.MISSION: ("mission_adopted", "B"),
    CharterKind.GOVERNANCE: ("roles_agreed", "C"),
}


def adopt_charter(*, initiative: InitiativeRef, actor: Actor, kind: CharterKind, text: str, adopted_on: date) -> int:
    """Store the next version; its number. Raises NotAllowed, or Refused when nothing is written."""
    check_may_lead_process(actor, initiative)
    if not text.strip():
        raise Refused(_("Write the text you adopted."))
    with act("adopt_charter", initiative=initiative, actor=actor) as deed:
        in_turn(initiative)
        version = Charter.objects.within(initiative).filter(kind=kind).count() + 1
        Charter.objects.add(initiative, kind=kind, version=version, text=text.strip(), adopted_on=adopted_on)
        evidence_kind, stop = EVIDENCE[kind]
        record_evidence(
            initiative=initiative,
            actor=actor,
            kind=evidence_kind,
            subject=f"charter:{kind.value}",
            ref=f"charter:{kind.value}",
            title=_("%(name)s, version %(version)s") % {"name": kind.label, "version": version},
            stop=stop,
            dated=adopted_on,
        )
        deed.on("charter", version, str(kind.label))
    return version
