"""What a closed wave has told: a hashed manifest that is only ever added to."""

from __future__ import annotations

from typing import Any, NoReturn

from django.db import models

from samklang.records.initiative.models.scoped import Scoped


class Release(Scoped):
    """The stored buckets of one wave and nothing else about its answers. Every page and file reads this."""

    kept_fields = frozenset({"manifest"})
    wave = models.OneToOneField("measurement.Wave", on_delete=models.PROTECT, related_name="+")
    manifest = models.JSONField()
    hash = models.CharField(max_length=64, unique=True)
    released_on = models.DateField(auto_now_add=True)
    audit_margin = models.PositiveIntegerField(null=True)
    programmes_solved = models.PositiveIntegerField(default=0)

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Store a new release. Raises TypeError for one already stored."""
        if self.pk:
            self.delete()
        super().save(*args, **kwargs)

    def delete(self, *args: Any, **kwargs: Any) -> NoReturn:
        """A release is never changed or taken away. Raises TypeError."""
        raise TypeError("a release is only ever added")
