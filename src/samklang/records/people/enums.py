"""Closed lists of people."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class ActorKind(TextChoices):
    """Who can act: a signed-in person, scheduled work, or someone who answers without a name."""

    PERSON = "person", _("Person")
    SYSTEM = "system", _("System")
    ANONYMOUS = "anonymous", _("Anonymous")


class AccountEventKind(TextChoices):
    """What can happen to an account."""

    CREATED = "created", _("Account created")
    CHANGED = "changed", _("Name or language changed")
    CLOSED = "closed", _("Account closed")
    ERASED = "erased", _("Account erased")


# Whoever is erased is called this wherever a deed or a signature of theirs has to stay.
ERASED_NAME = _("someone who has been erased")
