"""Closed lists of measurement."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Population(TextChoices):
    """Whom a wave asks."""

    AREA = "area", _("Everyone in the area")
    GROUP = "group", _("One group")


class WaveState(TextChoices):
    """Where a wave is. Stopped: closed, but its release failed the audit and nothing is shown."""

    PLANNED = "planned", _("Planned")
    OPEN = "open", _("Open")
    CLOSED = "closed", _("Closed")
    STOPPED = "stopped", _("Stopped by the audit")


class LivesHere(TextChoices):
    """Whether one lives in the area, asked without an address."""

    YES = "yes", _("Lives here")
    NO = "no", _("Lives elsewhere")
    SKIP = "skip", _("Did not say")


class ConsentHow(TextChoices):
    """How a consent was given."""

    PAGE = "page", _("On the page, by a button")
    PAPER = "paper", _("On paper, typed in by the group's leader")
