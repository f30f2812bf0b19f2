"""What happened to an account, and who did it."""

from __future__ import annotations

from django.db import models

from samklang.records.people.enums import AccountEventKind, ActorKind


class AccountEvent(models.Model):
    """One event of one account."""

    user = models.ForeignKey("people.User", on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=20, choices=AccountEventKind)
    at = models.DateTimeField(auto_now_add=True)
    actor_kind = models.CharField(max_length=12, choices=ActorKind)
    actor = models.ForeignKey("people.User", null=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ("-id",)
