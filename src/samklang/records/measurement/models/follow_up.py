"""How a programme is followed up; it exists before the programme starts."""

from __future__ import annotations

from django.db import models

from samklang.records.initiative.models.scoped import Scoped


class FollowUpPlan(Scoped):
    """A programme's follow-up plan. compared_with: what would have happened anyway, and how one will know."""

    programme = models.OneToOneField("activities.Programme", on_delete=models.PROTECT, related_name="+")
    questionnaire = models.ForeignKey("measurement.Questionnaire", on_delete=models.PROTECT, related_name="+")
    when = models.CharField(max_length=200)
    compared_with = models.TextField()
    responsible = models.CharField(max_length=120)

    class Meta:
        ordering = ("id",)
