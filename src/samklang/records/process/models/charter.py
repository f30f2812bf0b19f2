"""What the partners agreed at the stops A–C; a reopened stop gives a new version, and the old one stays."""

from __future__ import annotations

from django.db import models

from samklang.records.initiative.models.scoped import Scoped
from samklang.records.process.enums import CharterKind


class Charter(Scoped):
    """A version of the manifesto, the mission, or the roles and rhythm."""

    kind = models.CharField(max_length=12, choices=CharterKind)
    version = models.PositiveSmallIntegerField()
    text = models.TextField()
    adopted_on = models.DateField()

    class Meta:
        ordering = ("kind", "-version")
        constraints = (
            models.UniqueConstraint(fields=("initiative", "kind", "version"), name="one_row_per_charter_version"),
        )
