"""What residents lack, and whom it is about."""

from __future__ import annotations

from django.db import models

from samklang.records.initiative.models.scoped import Scoped


class TargetGroup(Scoped):
    """People a need is about. size: about how many, if somebody knows."""

    name = models.CharField(max_length=120)
    about = models.TextField(blank=True)
    size = models.PositiveIntegerField(null=True)

    class Meta:
        ordering = ("name",)
        constraints = (models.UniqueConstraint(fields=("initiative", "name"), name="one_target_group_per_name"),)

    def __str__(self) -> str:
        return self.name


class Need(Scoped):
    """A need. grounds: what says so; gap: what the grounds don't show, so that nobody mistakes them for the whole."""

    title = models.CharField(max_length=200)
    text = models.TextField()
    grounds = models.TextField()
    gap = models.TextField()
    target_group = models.ForeignKey("agenda.TargetGroup", null=True, on_delete=models.PROTECT, related_name="+")
    seen_on = models.DateField()

    class Meta:
        ordering = ("id",)

    def __str__(self) -> str:
        return self.title
