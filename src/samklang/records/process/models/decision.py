"""A decision and what it rests on."""

from __future__ import annotations

from django.db import models

from samklang.records.initiative.models.scoped import Scoped


class Decision(Scoped):
    """A decision. options: what was chosen between; dissent, anchored: who said what; became: what came of it.

    corrections: each earlier wording with the day it was corrected, the newest last.
    """

    number = models.PositiveIntegerField()
    loop = models.ForeignKey("process.Loop", null=True, on_delete=models.PROTECT, related_name="+")
    title = models.CharField(max_length=200)
    what = models.TextField()
    reasons = models.TextField()
    options = models.JSONField(default=list)
    decided_by = models.CharField(max_length=200)
    decided_on = models.DateField()
    dissent = models.JSONField(default=list)
    anchored = models.JSONField(default=list)
    corrections = models.JSONField(default=list)
    became = models.TextField(blank=True)
    became_on = models.DateField(null=True)

    class Meta:
        ordering = ("-number",)
        constraints = (models.UniqueConstraint(fields=("initiative", "number"), name="one_decision_per_number"),)

    def __str__(self) -> str:
        return self.title


class DecisionGround(Scoped):
    """A row of evidence a decision rests on."""

    decision = models.ForeignKey("process.Decision", on_delete=models.PROTECT, related_name="grounds")
    evidence = models.ForeignKey("process.Evidence", on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ("id",)
        constraints = (models.UniqueConstraint(fields=("decision", "evidence"), name="one_row_per_ground"),)
