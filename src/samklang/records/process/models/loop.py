"""A loop of six stops, for one prioritised outcome."""

from __future__ import annotations

from django.db import models

from samklang.records.initiative.models.scoped import Scoped


class Loop(Scoped):
    """A line on the map. at: the stop last moved to; turn: how many times it has gone round.

    turn_after: the last row of evidence before this turn began; what came later fills the stops of this turn.
    """

    number = models.PositiveSmallIntegerField()
    name = models.CharField(max_length=60)
    outcome = models.ForeignKey("agenda.Outcome", on_delete=models.PROTECT, related_name="+")
    at = models.CharField(max_length=1, default="1")
    at_since = models.DateField()
    turn = models.PositiveSmallIntegerField(default=1)
    turn_after = models.PositiveBigIntegerField(default=0)

    class Meta:
        ordering = ("number",)
        constraints = (models.UniqueConstraint(fields=("initiative", "number"), name="one_loop_per_number"),)

    def __str__(self) -> str:
        return self.name
