"""Start an initiative."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from django.db import transaction
from django.utils.text import slugify
from django.utils.translation import gettext as _

from samklang.records.initiative.models import Initiative
from samklang.records.initiative.models.scoped import InitiativeRef
from samklang.records.initiative.permissions import check_may_add_initiative
from samklang.records.initiative.services.act import act
from samklang.records.people.permissions import Actor, Refused


@transaction.atomic
def add_initiative(
    *,
    actor: Actor,
    name: str,
    place: str,
    controller: str,
    languages: Sequence[str],
    slug: str = "",
    summary: str = "",
    population: int | None = None,
    begun_on: date | None = None,
    is_public: bool = True,
) -> InitiativeRef:
    """Make an initiative with its short address. Raises NotAllowed, or Refused when the address is taken."""
    check_may_add_initiative(actor)
    short = (slug or slugify(name))[:40]
    if not short or Initiative.objects.filter(slug=short).exists():
        raise Refused(_("There is already an initiative at the address “%(slug)s”.") % {"slug": short})
    initiative = Initiative.objects.create(
        slug=short,
        name=name,
        place=place,
        summary=summary,
        population=population,
        languages=list(languages),
        controller=controller,
        is_public=is_public,
        begun_on=begun_on,
    )
    with act("add_initiative", initiative=initiative.ref, actor=actor) as deed:
        deed.on("initiative", initiative.pk, name)
    return initiative.ref
