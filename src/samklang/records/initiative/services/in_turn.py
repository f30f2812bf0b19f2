"""Let those who number rows of an initiative do it one after the other."""

from __future__ import annotations

from samklang.records.initiative.models import Initiative
from samklang.records.initiative.models.scoped import InitiativeRef


def in_turn(initiative: InitiativeRef) -> None:
    """Hold the initiative until the deed ends, so that the next number is counted by one at a time.

    Without it two decisions stored at the same moment would count the same rows and take the same number. Called
    inside a deed; SQLite lets one write at a time anyway.
    """
    Initiative.objects.select_for_update().get(pk=initiative.id)
