"""Withdraw a release that turned out to be wrong. Its row stays; it is shown nowhere, and what used it is told."""

from __future__ import annotations

from django.utils import timezone
from django.utils.translation import gettext as _

from samklang.records.initiative.models.scoped import InitiativeRef
from samklang.records.initiative.services import act
from samklang.records.measurement.models import Release, Wave, Withdrawal
from samklang.records.measurement.permissions import check_may_add_questionnaire
from samklang.records.people.permissions import Actor, NotAllowed, Refused
from samklang.records.process.services import withdraw_evidence


def withdraw_release(*, initiative: InitiativeRef, actor: Actor, wave_id: int, reason: str) -> None:
    """Withdraw a wave's release. Raises NotAllowed, or Refused without a reason or when it is done already."""
    check_may_add_questionnaire(actor, initiative)
    if not reason.strip():
        raise Refused(_("Say why the release is withdrawn. Everyone who has used it will read it."))
    with act("withdraw_release", initiative=initiative, actor=actor) as deed:
        wave = Wave.objects.within(initiative).filter(pk=wave_id).first()
        row = Release.objects.within(initiative).select_for_update().filter(wave_id=wave_id).first()
        if wave is None or row is None:
            raise NotAllowed
        if Withdrawal.objects.within(initiative).filter(release=row).exists():
            raise Refused(_("The release has already been withdrawn."))
        Withdrawal.objects.add(initiative, release=row, reason=reason.strip(), withdrawn_on=timezone.localdate())
        withdraw_evidence(initiative=initiative, actor=actor, ref=f"wave:{wave_id}")
        deed.on("wave", wave_id, wave.name)
