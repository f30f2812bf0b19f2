"""A release taken back: the release stays as it was, this row says why it isn't shown any more."""

from __future__ import annotations

from django.db import models

from samklang.records.initiative.models.scoped import Scoped


class Withdrawal(Scoped):
    """Why and since when a release isn't shown."""

    release = models.OneToOneField("measurement.Release", on_delete=models.PROTECT, related_name="withdrawal")
    reason = models.TextField()
    withdrawn_on = models.DateField()
