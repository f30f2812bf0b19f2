"""Money from a funder for a period."""

from __future__ import annotations

from django.db import models

from samklang.records.initiative.models.scoped import Scoped


class Grant(Scoped):
    """A grant, in whole kronor. loop: what it pays for; without one, the shared work."""

    funder = models.ForeignKey("initiative.Partner", on_delete=models.PROTECT, related_name="+")
    loop = models.ForeignKey("process.Loop", null=True, on_delete=models.PROTECT, related_name="+")
    purpose = models.CharField(max_length=200)
    kronor = models.PositiveIntegerField()
    begins_on = models.DateField()
    ends_on = models.DateField()

    class Meta:
        ordering = ("begins_on", "id")

    def __str__(self) -> str:
        return self.purpose
