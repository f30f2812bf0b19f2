"""A figure about the area from somebody else's statistics."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from samklang.records.initiative.enums import FigurePrecision, FigureUnit
from samklang.records.initiative.models.scoped import Scoped


class AreaFigure(Scoped):
    """A figure with its year and source. value, earlier_value: as the source writes them, so that 12.0 stays 12.0.

    part, whole, of_what: a share's counts (1 305 of 3 940 households); then the value may be left to be worked out.
    """

    what = models.CharField(max_length=160)
    unit = models.CharField(max_length=12, choices=FigureUnit)
    value = models.CharField(max_length=20, blank=True)
    precision = models.CharField(max_length=8, choices=FigurePrecision, default=FigurePrecision.EXACT)
    year = models.PositiveSmallIntegerField()
    is_forecast = models.BooleanField(default=False)
    earlier_value = models.CharField(max_length=20, blank=True)
    earlier_year = models.PositiveSmallIntegerField(null=True)
    part = models.PositiveIntegerField(null=True)
    whole = models.PositiveIntegerField(null=True)
    of_what = models.CharField(max_length=80, blank=True)
    comparison = models.CharField(max_length=200, blank=True)
    source = models.CharField(max_length=300)

    class Meta:
        ordering = ("id",)
        constraints = (
            models.CheckConstraint(condition=~Q(source=""), name="area_figure_has_a_source"),
            models.CheckConstraint(condition=~Q(value="") | Q(whole__isnull=False), name="area_figure_has_a_number"),
        )

    def __str__(self) -> str:
        return self.what
