"""Who is affected by the work, or affects it."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from samklang.records.agenda.enums import Lean
from samklang.records.initiative.models.scoped import Scoped


class Stakeholder(Scoped):
    """A stakeholder on the board of contact × influence, each 1 (little) to 5 (much)."""

    name = models.CharField(max_length=120)
    stake = models.TextField(blank=True)
    lean = models.CharField(max_length=8, choices=Lean)
    contact = models.PositiveSmallIntegerField()
    influence = models.PositiveSmallIntegerField()

    class Meta:
        ordering = ("name",)
        constraints = (
            models.UniqueConstraint(fields=("initiative", "name"), name="one_stakeholder_per_name"),
            models.CheckConstraint(
                condition=Q(contact__range=(1, 5), influence__range=(1, 5)), name="stakeholder_steps_are_1_to_5"
            ),
        )

    def __str__(self) -> str:
        return self.name
