"""A grant to take everything published about a wave out to an auditor: by two people, to an evaluator, for a time."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from samklang.records.initiative.models.scoped import Scoped


class AuditGrant(Scoped):
    """Two people let an evaluator have a release's audit input. It opens when the second has said yes."""

    release = models.ForeignKey("measurement.Release", on_delete=models.PROTECT, related_name="+")
    evaluator = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    first_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    second_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
    until = models.DateField()

    class Meta:
        ordering = ("-until", "-id")
        constraints = (
            models.CheckConstraint(
                condition=Q(second_by__isnull=True) | ~Q(second_by=F("first_by")), name="two_people_grant_an_audit"
            ),
            models.CheckConstraint(
                condition=~Q(first_by=F("evaluator")) & (Q(second_by__isnull=True) | ~Q(second_by=F("evaluator"))),
                name="nobody_grants_themselves_an_audit",
            ),
        )
