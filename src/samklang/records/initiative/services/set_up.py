"""Set up an empty installation: its first administrator, who also leads its first initiative."""

from __future__ import annotations

from collections.abc import Sequence

from django.db import transaction
from django.utils.translation import gettext as _

from samklang.records.initiative.enums import Role, Sector
from samklang.records.initiative.models.scoped import InitiativeRef
from samklang.records.initiative.services.add_initiative import add_initiative
from samklang.records.initiative.services.add_member import add_member
from samklang.records.initiative.services.add_partner import add_partner
from samklang.records.people.permissions import Refused, system
from samklang.records.people.queries import has_accounts
from samklang.records.people.services import add_account


@transaction.atomic
def set_up(
    *,
    person: str,
    email: str,
    organisation: str,
    name: str,
    place: str,
    languages: Sequence[str],
    sector: Sector = Sector.RESIDENTS,
) -> tuple[int, InitiativeRef]:
    """Make the account, the initiative and its backbone; the account's id and the initiative.

    organisation: answers for personal data and holds the work together, until somebody else is given that.
    Raises Refused when the installation is set up already.

    System acts: nobody has an account yet, so nobody else can.
    """
    if has_accounts():
        raise Refused(_("This installation is already set up. Sign in instead."))
    account = add_account(actor=system(), email=email, name=person, is_operator=True)
    initiative = add_initiative(
        actor=system(), name=name, place=place, controller=organisation, languages=languages, is_public=False
    )
    backbone = add_partner(initiative=initiative, actor=system(), name=organisation, sector=sector, is_backbone=True)
    for role in (Role.ADMIN, Role.PROCESS_LEADER):
        add_member(initiative=initiative, actor=system(), user_id=account.id, role=role, partner_id=backbone)
    return account.id, initiative
