"""Closed lists of process."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class CharterKind(TextChoices):
    """What the stops A–C agree on, in versions."""

    MANIFESTO = "manifesto", _("Manifesto")
    MISSION = "mission", _("Mission")
    GOVERNANCE = "governance", _("Roles and rhythm")
