"""What a partner commits to."""

from __future__ import annotations

from django.db import models

from samklang.records.initiative.models.scoped import Scoped


class LetterOfIntent(Scoped):
    """A version of a partner's letter of intent; the newest one holds."""

    partner = models.ForeignKey("initiative.Partner", on_delete=models.PROTECT, related_name="+")
    version = models.PositiveSmallIntegerField()
    text = models.TextField()
    signed_on = models.DateField()

    class Meta:
        ordering = ("partner__name", "-version")
        constraints = (models.UniqueConstraint(fields=("partner", "version"), name="one_row_per_letter_version"),)
