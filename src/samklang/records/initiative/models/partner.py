"""An organisation in an initiative."""

from __future__ import annotations

from django.db import models

from samklang.records.initiative.enums import Sector
from samklang.records.initiative.models.scoped import Scoped


class Partner(Scoped):
    """An association, school, company or authority that takes part."""

    name = models.CharField(max_length=120)
    sector = models.CharField(max_length=20, choices=Sector)
    is_backbone = models.BooleanField(default=False)
    about = models.TextField(blank=True)
    joined_on = models.DateField(null=True)

    class Meta:
        ordering = ("sector", "name")
        constraints = (models.UniqueConstraint(fields=("initiative", "name"), name="one_partner_per_name"),)

    def __str__(self) -> str:
        return self.name
