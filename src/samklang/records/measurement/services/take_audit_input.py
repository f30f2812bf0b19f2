"""Take out everything ever published about a wave, with the answers it was made of, for an outside auditor."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.utils import timezone
from django.utils.translation import gettext as _

from samklang.methods.disclosure.audit_input import as_plain
from samklang.methods.disclosure.audit_material import audit_material
from samklang.methods.disclosure.release import from_manifest
from samklang.records.initiative.models.scoped import InitiativeRef
from samklang.records.initiative.services import act
from samklang.records.measurement.models import AuditGrant, Release, Response
from samklang.records.measurement.services.close_wave import disclosure_row
from samklang.records.people.permissions import Actor, NotAllowed, Refused


def take_audit_input(*, initiative: InitiativeRef, actor: Actor, wave_id: int) -> dict[str, Any]:
    """The audit input of a wave's release as plain data; the taking is written in the audit trail.

    System only (the command line). Outside the demo it takes a grant by two people that is still open. Raises
    NotAllowed or Refused.
    """
    if not actor.is_system:
        raise NotAllowed
    with act("take_audit_input", initiative=initiative, actor=actor) as deed:
        row = Release.objects.within(initiative).select_related("wave").filter(wave_id=wave_id).first()
        if row is None:
            raise NotAllowed
        deed.on("wave", wave_id, row.wave.name)
        if not settings.DEMO_MODE and not _is_granted(initiative, row):
            raise Refused(_("The audit input holds answers. Two people have to grant it to an evaluator first."))
        responses = Response.objects.within(initiative).filter(wave_id=wave_id)
        release = from_manifest(row.manifest)
        return as_plain(audit_material(release, [disclosure_row(each, row.wave) for each in responses]), release)


def _is_granted(initiative: InitiativeRef, release: Release) -> bool:
    granted = AuditGrant.objects.within(initiative).filter(release=release, second_by__isnull=False)
    found: bool = granted.filter(until__gte=timezone.localdate()).exists()
    return found
