"""One area's collective impact work; everything else belongs to one."""

from __future__ import annotations

from django.db import models

from samklang.records.initiative.models.scoped import InitiativeRef


class Initiative(models.Model):
    """A place, a purpose and the languages spoken there."""

    code_fields = frozenset({"slug", "languages"})
    slug = models.SlugField(max_length=40, unique=True)
    name = models.CharField(max_length=120)
    place = models.CharField(max_length=120)
    summary = models.TextField(blank=True)
    population = models.PositiveIntegerField(null=True)
    languages = models.JSONField(default=list)
    controller = models.CharField(max_length=200)
    is_public = models.BooleanField(default=True)
    begun_on = models.DateField(null=True)

    class Meta:
        ordering = ("name",)

    def __str__(self) -> str:
        return self.name

    @property
    def ref(self) -> InitiativeRef:
        """What travels to other words."""
        return InitiativeRef(self.pk, self.slug, self.name, self.place, tuple(self.languages))
