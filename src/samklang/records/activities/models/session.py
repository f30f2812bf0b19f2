"""What was held and what came out of it, in counts; who came is kept only for those who agreed to it."""

from __future__ import annotations

from django.db import models

from samklang.records.initiative.models.scoped import Scoped


class Session(Scoped):
    """A meeting of a programme. attended: how many came."""

    programme = models.ForeignKey("activities.Programme", on_delete=models.PROTECT, related_name="+")
    group = models.ForeignKey("activities.Group", null=True, on_delete=models.PROTECT, related_name="+")
    title = models.CharField(max_length=120)
    held_on = models.DateField()
    attended = models.PositiveIntegerField()

    class Meta:
        ordering = ("-held_on", "-id")

    def __str__(self) -> str:
        return self.title


class Output(Scoped):
    """Something finished: 268 coaching talks, 36 meetings."""

    programme = models.ForeignKey("activities.Programme", on_delete=models.PROTECT, related_name="+")
    what = models.CharField(max_length=120)
    count = models.PositiveIntegerField()
    source = models.CharField(max_length=200)
    counted_on = models.DateField()

    class Meta:
        ordering = ("-counted_on", "-id")

    def __str__(self) -> str:
        return f"{self.count} {self.what}"
