"""Change who an initiative is, and whether anyone may read of it. Its short address stays."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from django.utils.translation import gettext as _

from samklang.records.initiative.models import Initiative
from samklang.records.initiative.models.scoped import InitiativeRef
from samklang.records.initiative.permissions import MANAGES_MEMBERS, check_role
from samklang.records.initiative.services.act import act
from samklang.records.people.permissions import Actor, Refused


def change_initiative(
    *,
    initiative: InitiativeRef,
    actor: Actor,
    name: str,
    place: str,
    controller: str,
    languages: Sequence[str],
    summary: str = "",
    population: int | None = None,
    begun_on: date | None = None,
    is_public: bool = False,
) -> None:
    """Store it. The backbone and the administrator may. Raises NotAllowed, or Refused without a language."""
    check_role(actor, initiative, MANAGES_MEMBERS)
    if not languages:
        raise Refused(_("Choose at least one language that people answer in."))
    with act("change_initiative", initiative=initiative, actor=actor) as deed:
        row = Initiative.objects.select_for_update().get(pk=initiative.id)
        row.name, row.place, row.controller = name.strip(), place.strip(), controller.strip()
        row.summary, row.population, row.begun_on = summary.strip(), population, begun_on
        row.languages, row.is_public = list(languages), is_public
        row.save()
        deed.on("initiative", initiative.id, row.name)
