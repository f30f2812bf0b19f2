"""Which questions are asked together, in which order."""

from __future__ import annotations

from django.db import models

from samklang.records.initiative.models.scoped import Scoped


class Questionnaire(Scoped):
    """A set of questions by identifier; their wording is frozen in each wave when it opens."""

    code_fields = frozenset({"items"})
    title = models.CharField(max_length=120)
    purpose = models.TextField(blank=True)
    items = models.JSONField(default=list)

    class Meta:
        ordering = ("title", "id")

    def __str__(self) -> str:
        return self.title
