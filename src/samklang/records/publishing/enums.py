"""Closed lists of publishing."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class ReportState(TextChoices):
    """Where a report is. Awaiting: its content is frozen and waits for both signatures."""

    DRAFT = "draft", _("Draft")
    AWAITING = "awaiting", _("Awaiting sign-off")
    PUBLISHED = "published", _("Published")


class SigningBody(TextChoices):
    """Who signs a report off; both must."""

    BACKBONE = "backbone", _("The backbone")
    RESIDENT_COUNCIL = "resident_council", _("The resident council")
