"""What exists at a stop: a meeting held, a decision made, a release, a plan."""

from __future__ import annotations

from django.db import models

from samklang.records.initiative.models.scoped import Scoped


class Evidence(Scoped):
    """A row of evidence. Without a loop it is the whole initiative's and counts on every line.

    subject: what it is about (``programme:3``); ref: what pages open (``wave:12``); hash: of what it was then.
    """

    code_fields = frozenset({"kind", "subject", "ref", "hash"})
    loop = models.ForeignKey("process.Loop", null=True, on_delete=models.PROTECT, related_name="+")
    stop = models.CharField(max_length=1, blank=True)
    kind = models.CharField(max_length=40)
    subject = models.CharField(max_length=60, blank=True)
    ref = models.CharField(max_length=60, blank=True)
    title = models.CharField(max_length=200)
    hash = models.CharField(max_length=64, blank=True)
    dated = models.DateField()
    withdrawn_on = models.DateField(null=True)

    class Meta:
        ordering = ("dated", "id")
        indexes = (models.Index(fields=("initiative", "kind"), name="evidence_by_kind"),)

    def __str__(self) -> str:
        return self.title
