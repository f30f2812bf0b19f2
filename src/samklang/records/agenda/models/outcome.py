"""A change in a phenomenon that the partners want to see."""

from __future__ import annotations

from django.db import models

from samklang.records.agenda.enums import OutcomeState
from samklang.records.initiative.models.scoped import Scoped


class Outcome(Scoped):
    """An outcome. question: one of our own when the indicator is asked; checks: the four checks, answered."""

    need = models.ForeignKey("agenda.Need", on_delete=models.PROTECT, related_name="+")
    title = models.CharField(max_length=200)
    phenomenon = models.CharField(max_length=120)
    indicator = models.CharField(max_length=200)
    question = models.CharField(max_length=60, blank=True)
    state = models.CharField(max_length=10, choices=OutcomeState, default=OutcomeState.PROPOSED)
    rank = models.PositiveSmallIntegerField(null=True)
    checks = models.JSONField(default=dict)

    class Meta:
        ordering = (models.F("rank").asc(nulls_last=True), "id")

    def __str__(self) -> str:
        return self.title
