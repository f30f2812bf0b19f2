"""Who takes part by name: only people who have agreed to it, and only as long as they want."""

from __future__ import annotations

from django.db import models

from samklang.records.activities.enums import AgreedHow
from samklang.records.initiative.enums import AgeBand
from samklang.records.initiative.models.scoped import Scoped


class Participant(Scoped):
    """A person in a group's list. name: what they want to be called. The consent is columns of the row itself."""

    goes_with_person = True
    group = models.ForeignKey("activities.Group", on_delete=models.PROTECT, related_name="+")
    name = models.CharField(max_length=80)
    consent_version = models.CharField(max_length=64)
    consent_language = models.CharField(max_length=12)
    consent_age_band = models.CharField(max_length=8, choices=AgeBand)
    consent_how = models.CharField(max_length=8, choices=AgreedHow)
    agreed_on = models.DateField()

    class Meta:
        ordering = ("name", "id")
        constraints = (
            models.UniqueConstraint(fields=("group", "name"), name="one_participant_per_name"),
            models.CheckConstraint(condition=~models.Q(consent_version=""), name="no_name_without_consent"),
        )

    def __str__(self) -> str:
        return self.name


class Attendance(Scoped):
    """That a participant came to a session."""

    session = models.ForeignKey("activities.Session", on_delete=models.CASCADE, related_name="+")
    participant = models.ForeignKey("activities.Participant", on_delete=models.CASCADE, related_name="+")

    class Meta:
        ordering = ("id",)
        constraints = (models.UniqueConstraint(fields=("session", "participant"), name="one_row_per_attendance"),)
