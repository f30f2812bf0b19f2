"""Add a partner organisation."""

from __future__ import annotations

from datetime import date

from django.utils.translation import gettext as _

from samklang.records.initiative.enums import Sector
from samklang.records.initiative.models import Partner
from samklang.records.initiative.models.scoped import InitiativeRef
from samklang.records.initiative.permissions import check_may_add_partner
from samklang.records.initiative.services.act import act
from samklang.records.people.permissions import Actor, Refused


def add_partner(
    *,
    initiative: InitiativeRef,
    actor: Actor,
    name: str,
    sector: Sector,
    about: str = "",
    is_backbone: bool = False,
    joined_on: date | None = None,
) -> int:
    """Add an organisation; its id. Raises NotAllowed, or Refused when the name is already there."""
    check_may_add_partner(actor, initiative)
    if Partner.objects.within(initiative).filter(name__iexact=name.strip()).exists():
        raise Refused(_("“%(name)s” is already a partner.") % {"name": name.strip()})
    with act("add_partner", initiative=initiative, actor=actor) as deed:
        partner = Partner.objects.add(
            initiative,
            name=name.strip(),
            sector=sector,
            about=about,
            is_backbone=is_backbone,
            joined_on=joined_on,
        )
        deed.on("partner", partner.pk, partner.name)
    return int(partner.pk)
