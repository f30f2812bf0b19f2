"""Change what is known of a partner: its name, sector, what it does here, and whether it is the backbone."""

from __future__ import annotations

from django.utils.translation import gettext as _

from samklang.records.initiative.enums import Sector
from samklang.records.initiative.models import Partner
from samklang.records.initiative.models.scoped import InitiativeRef
from samklang.records.initiative.permissions import check_may_add_partner
from samklang.records.initiative.services.act import act
from samklang.records.people.permissions import Actor, NotAllowed, Refused


def change_partner(
    *,
    initiative: InitiativeRef,
    actor: Actor,
    partner_id: int,
    name: str,
    sector: Sector,
    about: str = "",
    is_backbone: bool = False,
) -> None:
    """Store it; a new backbone takes over from the one before. Raises NotAllowed, or Refused for a name in use."""
    check_may_add_partner(actor, initiative)
    with act("change_partner", initiative=initiative, actor=actor) as deed:
        known = Partner.objects.within(initiative).select_for_update()
        row = known.filter(pk=partner_id).first()
        if row is None:
            raise NotAllowed
        others = known.exclude(pk=partner_id)
        if others.filter(name__iexact=name.strip()).exists():
            raise Refused(_("“%(name)s” is already a partner.") % {"name": name.strip()})
        if row.is_backbone and not is_backbone:
            raise Refused(_("Somebody has to hold the work together: make another partner the backbone instead."))
        for before in others.filter(is_backbone=True) if is_backbone else ():
            before.changed(is_backbone=False)
        row.changed(name=name.strip(), sector=sector, about=about, is_backbone=is_backbone)
        deed.on("partner", row.pk, row.name)
