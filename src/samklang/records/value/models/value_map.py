"""A value map of a programme, in versions."""

from __future__ import annotations

from django.db import models

from samklang.records.initiative.models.scoped import Scoped


class ValueMap(Scoped):
    """A version of a map. text: the map as written (value-map/1); links: outcome → where its quantity is released.

    A link is ``{"before": wave, "after": wave, "question": id}``; versions are only ever added.
    """

    code_fields = frozenset({"links"})
    programme = models.ForeignKey("activities.Programme", on_delete=models.PROTECT, related_name="+")
    name = models.CharField(max_length=120)
    version = models.PositiveSmallIntegerField()
    text = models.TextField()
    links = models.JSONField(default=dict)
    stored_on = models.DateField(auto_now_add=True)

    class Meta:
        ordering = ("name", "-version")
        constraints = (
            models.UniqueConstraint(fields=("initiative", "name", "version"), name="one_row_per_map_version"),
        )

    def __str__(self) -> str:
        return f"{self.name} {self.version}"
