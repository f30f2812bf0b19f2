"""A group of 8–25 people who meet, and who leads it."""

from __future__ import annotations

from django.db import models

from samklang.records.initiative.models.scoped import Scoped


class Group(Scoped):
    """A conversation group, a course, a girls' forum: people who meet and measure together."""

    name = models.CharField(max_length=120)
    partner = models.ForeignKey("initiative.Partner", null=True, on_delete=models.PROTECT, related_name="+")
    programme = models.ForeignKey("activities.Programme", null=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ("name",)
        constraints = (models.UniqueConstraint(fields=("initiative", "name"), name="one_group_per_name"),)

    def __str__(self) -> str:
        return self.name


class GroupLeader(Scoped):
    """A person who leads a group."""

    goes_with_person = True
    group = models.ForeignKey("activities.Group", on_delete=models.PROTECT, related_name="leaders")
    user = models.ForeignKey("people.User", on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ("id",)
        constraints = (models.UniqueConstraint(fields=("group", "user"), name="one_row_per_group_leader"),)
