"""One round of a questionnaire for one population or group."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from samklang.records.initiative.models.scoped import Scoped
from samklang.records.measurement.enums import Population, WaveState


class Wave(Scoped):
    """A wave. Its content (wordings, options) and plan of publication are fixed when it opens."""

    kept_fields = frozenset({"plan", "content", "content_hash"})
    questionnaire = models.ForeignKey("measurement.Questionnaire", on_delete=models.PROTECT, related_name="+")
    name = models.CharField(max_length=120)
    number = models.PositiveSmallIntegerField(default=1)
    population = models.CharField(max_length=8, choices=Population)
    group = models.ForeignKey("activities.Group", null=True, on_delete=models.PROTECT, related_name="+")
    code = models.CharField(max_length=16, unique=True)
    state = models.CharField(max_length=8, choices=WaveState, default=WaveState.PLANNED)
    opens_on = models.DateField()
    closes_on = models.DateField()
    results_on = models.DateField(null=True)
    plan = models.JSONField(default=dict)
    content = models.JSONField(default=dict)
    content_hash = models.CharField(max_length=64, blank=True)

    class Meta:
        ordering = ("-closes_on", "-id")
        constraints = (
            models.CheckConstraint(
                condition=Q(population="area", group__isnull=True) | Q(population="group", group__isnull=False),
                name="a_group_wave_has_a_group",
            ),
        )

    def __str__(self) -> str:
        return self.name
