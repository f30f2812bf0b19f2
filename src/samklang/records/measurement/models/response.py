"""One person's answers, with the consent they were given under. No time, order, address or name."""

from __future__ import annotations

from django.db import models

from samklang.records.initiative.enums import AgeBand
from samklang.records.initiative.models.scoped import Scoped
from samklang.records.measurement.enums import ConsentHow, LivesHere


class Response(Scoped):
    """One saved row per response. key: random, made by the page; a second sending with it stores nothing new.

    At closing the rows are written anew in random order with new keys, so neither a phone's copy of its key nor
    the table's own order tells who answered what.
    """

    kept_fields = frozenset({"answers", "consent_version"})
    key = models.UUIDField(primary_key=True)
    wave = models.ForeignKey("measurement.Wave", on_delete=models.PROTECT, related_name="+")
    answers = models.JSONField()
    language = models.CharField(max_length=12)
    lives_here = models.CharField(max_length=4, choices=LivesHere)
    consent_version = models.CharField(max_length=64)
    consent_language = models.CharField(max_length=12)
    consent_age_band = models.CharField(max_length=8, choices=AgeBand)
    consent_how = models.CharField(max_length=8, choices=ConsentHow)

    class Meta:
        constraints = (
            models.CheckConstraint(condition=~models.Q(consent_version=""), name="no_answer_without_consent"),
        )
