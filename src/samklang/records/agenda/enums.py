"""Closed lists of agenda."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class OutcomeState(TextChoices):
    """What became of a proposed outcome."""

    PROPOSED = "proposed", _("Proposed")
    CHOSEN = "chosen", _("Chosen")
    PARKED = "parked", _("Parked")


class Lean(TextChoices):
    """How a stakeholder stands to what is changed."""

    GAINS = "gains", _("Gains by it")
    LOSES = "loses", _("May lose by it")
    BOTH = "both", _("Both gains and loses")
