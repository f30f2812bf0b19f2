"""How the partners judged that the initiative stood on the six conditions."""

from __future__ import annotations

from django.db import models

from samklang.records.initiative.models.scoped import Scoped


class ConditionsReview(Scoped):
    """One time the partners went through the conditions. grades: condition → a grade for each of its questions.

    Reviews are only ever added, so that one sees where the work came from.
    """

    code_fields = frozenset({"grades"})
    grades = models.JSONField(default=dict)
    why = models.TextField()
    reviewed_by = models.CharField(max_length=200)
    reviewed_on = models.DateField()

    class Meta:
        ordering = ("-reviewed_on", "-id")
