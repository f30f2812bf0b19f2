"""A decided set of activities, with who works on it, what is to be done and what has come of it."""

from __future__ import annotations

from django.db import models

from samklang.records.activities.enums import ProgrammeState
from samklang.records.initiative.models.scoped import Scoped


class Programme(Scoped):
    """A programme on a loop."""

    loop = models.ForeignKey("process.Loop", on_delete=models.PROTECT, related_name="+")
    name = models.CharField(max_length=120)
    purpose = models.TextField()
    state = models.CharField(max_length=8, choices=ProgrammeState, default=ProgrammeState.PLANNED)
    starts_on = models.DateField()
    ends_on = models.DateField()

    class Meta:
        ordering = ("starts_on", "id")
        constraints = (models.UniqueConstraint(fields=("initiative", "name"), name="one_programme_per_name"),)

    def __str__(self) -> str:
        return self.name


class WorkingGroupMember(Scoped):
    """A partner in a programme's working group, and its part there."""

    programme = models.ForeignKey("activities.Programme", on_delete=models.PROTECT, related_name="+")
    partner = models.ForeignKey("initiative.Partner", on_delete=models.PROTECT, related_name="+")
    part = models.CharField(max_length=200, blank=True)

    class Meta:
        ordering = ("id",)
        constraints = (models.UniqueConstraint(fields=("programme", "partner"), name="one_row_per_working_partner"),)


class PlanStep(Scoped):
    """A step of the action plan."""

    programme = models.ForeignKey("activities.Programme", on_delete=models.PROTECT, related_name="+")
    text = models.CharField(max_length=200)
    by_whom = models.CharField(max_length=120)
    due_on = models.DateField()
    done_on = models.DateField(null=True)

    class Meta:
        ordering = ("due_on", "id")
