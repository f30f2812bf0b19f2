"""Closed lists of activities."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class ProgrammeState(TextChoices):
    """Where a programme is."""

    PLANNED = "planned", _("Planned")
    RUNNING = "running", _("Running")
    ENDED = "ended", _("Ended")


class AgreedHow(TextChoices):
    """How a participant agreed to stand in the list by name."""

    SPOKEN = "spoken", _("They said yes when the text was read aloud")
    PAPER = "paper", _("They signed it on paper")
