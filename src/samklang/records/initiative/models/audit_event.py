"""The audit trail: who did what, when; only ever added to."""

from __future__ import annotations

from typing import Any, NoReturn

from django.db import models

from samklang.records.initiative.models.scoped import Scoped
from samklang.records.people.enums import ActorKind


class AuditEvent(Scoped):
    """One deed. It names things by kind and id, never by content, so that erasing a person erases everything."""

    code_fields = frozenset({"verb", "subject_kind", "subject_id"})
    at = models.DateTimeField(auto_now_add=True)
    actor_kind = models.CharField(max_length=12, choices=ActorKind)
    actor = models.ForeignKey("people.User", null=True, on_delete=models.PROTECT, related_name="+")
    verb = models.CharField(max_length=60)
    subject_kind = models.CharField(max_length=60, blank=True)
    subject_id = models.CharField(max_length=60, blank=True)
    title = models.CharField(max_length=200, blank=True)

    class Meta:
        ordering = ("-id",)
        indexes = (models.Index(fields=("initiative", "-id"), name="audit_latest"),)

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Store a new event. Raises TypeError for one already stored."""
        if self.pk:
            self.delete()
        super().save(*args, **kwargs)

    def delete(self, *args: Any, **kwargs: Any) -> NoReturn:
        """Nothing in the trail is changed or taken away. Raises TypeError."""
        raise TypeError("the audit trail is only ever added to")
