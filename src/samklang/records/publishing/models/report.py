"""An effect report, its pictures and its signatures."""

from __future__ import annotations

from django.db import models

from samklang.records.initiative.models.scoped import Scoped
from samklang.records.publishing.enums import ReportState, SigningBody


class Report(Scoped):
    """A report. content: language → the whole report as blocks, frozen when sign-off was asked for.

    uses: every release and map it is built from, with its hash; value_map: the version the value comes from.
    """

    number = models.PositiveIntegerField()
    title = models.CharField(max_length=200)
    summary = models.TextField()
    way_forward = models.TextField()
    value_map = models.ForeignKey("value.ValueMap", null=True, on_delete=models.PROTECT, related_name="+")
    state = models.CharField(max_length=10, choices=ReportState, default=ReportState.DRAFT)
    content = models.JSONField(default=dict)
    content_hash = models.CharField(max_length=64, blank=True)
    uses = models.JSONField(default=list)
    published_on = models.DateField(null=True)

    class Meta:
        ordering = ("-number",)
        constraints = (models.UniqueConstraint(fields=("initiative", "number"), name="one_report_per_number"),)

    def __str__(self) -> str:
        return self.title


class Picture(Scoped):
    """A picture of a report, PNG or JPEG. alt: what it shows, for those who don't see it."""

    report = models.ForeignKey("publishing.Report", on_delete=models.PROTECT, related_name="+")
    data = models.BinaryField()
    media_type = models.CharField(max_length=20)
    alt = models.CharField(max_length=300)
    caption = models.CharField(max_length=200, blank=True)

    class Meta:
        ordering = ("id",)


class SignOff(Scoped):
    """A body's signature under the content with a hash."""

    report = models.ForeignKey("publishing.Report", on_delete=models.PROTECT, related_name="+")
    body = models.CharField(max_length=20, choices=SigningBody)
    user = models.ForeignKey("people.User", null=True, on_delete=models.PROTECT, related_name="+")
    content_hash = models.CharField(max_length=64)
    signed_on = models.DateField(auto_now_add=True)

    class Meta:
        ordering = ("id",)
        constraints = (models.UniqueConstraint(fields=("report", "body"), name="one_signature_per_body"),)
