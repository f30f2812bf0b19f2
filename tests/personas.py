"""Everyone who may meet the product, as a test needs them."""

from __future__ import annotations

from samklang.records.initiative.enums import Role
from samklang.records.initiative.models.scoped import InitiativeRef
from samklang.records.initiative.services import add_initiative, add_member
from samklang.records.people.permissions import Actor, system
from samklang.records.people.queries import actor_of, person_by_email
from samklang.records.people.services import add_account


def new_initiative(slug: str = "ekbacken") -> InitiativeRef:
    """An initiative with a name, a place and Swedish, English and Arabic."""
    return add_initiative(
        actor=system(),
        name=slug.capitalize(),
        place=f"{slug.capitalize()}, Storstad",
        slug=slug,
        controller="Föreningen Grannskap",
        languages=("sv", "en", "ar"),
    )


def member(initiative: InitiativeRef, role: Role, name: str = "", partner_id: int | None = None) -> Actor:
    """An actor with a role in an initiative; the same name and initiative give the same person."""
    email = f"{name or role.value}@{initiative.slug}.example"
    known = person_by_email(email)
    person = known or add_account(actor=system(), email=email, name=name or str(role.label))
    add_member(initiative=initiative, actor=system(), user_id=person.id, role=role, partner_id=partner_id)
    return actor_of(person.id)
