"""Grant an evaluator the audit input of a release: one person asks, another agrees."""

from __future__ import annotations

from datetime import timedelta

from django.utils import timezone
from django.utils.translation import gettext as _

from samklang.records.initiative.models.scoped import InitiativeRef
from samklang.records.initiative.services import act
from samklang.records.measurement.models import AuditGrant, Release
from samklang.records.measurement.permissions import check_may_grant_audit_input
from samklang.records.people.permissions import Actor, NotAllowed, Refused

OPEN_DAYS = 30


def grant_audit_input(*, initiative: InitiativeRef, actor: Actor, wave_id: int, evaluator_id: int) -> bool:
    """Say yes to an evaluator's having a release's audit input. True when two people have: open for 30 days.

    Raises NotAllowed, or Refused for somebody who isn't an evaluator here, for oneself, or for a second yes by one
    person.
    """
    with act("grant_audit_input", initiative=initiative, actor=actor) as deed:
        check_may_grant_audit_input(actor, initiative, evaluator_id)
        release = Release.objects.within(initiative).select_related("wave").filter(wave_id=wave_id).first()
        if release is None:
            raise NotAllowed
        deed.on("wave", wave_id, release.wave.name)
        today = timezone.localdate()
        waiting = (
            AuditGrant.objects.within(initiative)
            .select_for_update()
            .filter(release=release, evaluator_id=evaluator_id, second_by__isnull=True, until__gte=today)
            .first()
        )
        until = today + timedelta(days=OPEN_DAYS)
        if waiting is None:
            AuditGrant.objects.add(
                initiative, release=release, evaluator_id=evaluator_id, first_by_id=actor.user_id, until=until
            )
            return False
        if waiting.first_by_id == actor.user_id:
            raise Refused(_("You have already said yes. Another person has to say yes too."))
        waiting.changed(second_by_id=actor.user_id, until=until)
    return True
