"""Person × initiative × role."""

from __future__ import annotations

from django.db import models

from samklang.records.initiative.enums import Role
from samklang.records.initiative.models.scoped import Scoped


class Membership(Scoped):
    """One role of one person; who has two roles has two rows."""

    goes_with_person = True
    user = models.ForeignKey("people.User", on_delete=models.PROTECT, related_name="+")
    role = models.CharField(max_length=20, choices=Role)
    partner = models.ForeignKey("initiative.Partner", null=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ("id",)
        constraints = (
            models.UniqueConstraint(fields=("initiative", "user", "role"), name="one_row_per_person_and_role"),
        )
