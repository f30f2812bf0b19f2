"""What a group says lies behind its numbers, and what it wants to do next."""

from __future__ import annotations

from django.db import models

from samklang.records.initiative.models.scoped import Scoped


class Reading(Scoped):
    """A group's own reading of a release: of one question, or of the whole when question is empty."""

    release = models.ForeignKey("measurement.Release", on_delete=models.PROTECT, related_name="+")
    question = models.CharField(max_length=60, blank=True)
    text = models.TextField()
    next_step = models.TextField(blank=True)
    read_on = models.DateField()

    class Meta:
        ordering = ("question", "-read_on", "-id")
