"""Give a role to someone by e-mail address, with an account made when there is none."""

from __future__ import annotations

from django.db import transaction

from samklang.records.initiative.enums import Role
from samklang.records.initiative.models.scoped import InitiativeRef
from samklang.records.initiative.permissions import MANAGES_MEMBERS, check_role
from samklang.records.initiative.services.add_member import add_member
from samklang.records.people.permissions import Actor, system
from samklang.records.people.queries import person_by_email
from samklang.records.people.services import add_account


@transaction.atomic
def invite_member(
    *,
    initiative: InitiativeRef,
    actor: Actor,
    name: str,
    email: str,
    role: Role,
    partner_id: int | None = None,
) -> int:
    """Give the role; the membership's id. Raises NotAllowed, or Refused with the reason.

    The account is System's deed: who invites may give roles here, not look after the installation's accounts.
    """
    check_role(actor, initiative, MANAGES_MEMBERS)
    person = person_by_email(email) or add_account(actor=system(), email=email, name=name)
    return add_member(initiative=initiative, actor=actor, user_id=person.id, role=role, partner_id=partner_id)
