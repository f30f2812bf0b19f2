"""The accounts of the demo's personas."""

from __future__ import annotations

from samklang.demo.personas import MAIN, PERSONAS
from samklang.demo.place import Places
from samklang.records.initiative.enums import Role
from samklang.records.initiative.services import add_member
from samklang.records.people.permissions import system
from samklang.records.people.services import add_account


def add_people(places: Places) -> dict[str, int]:
    """An account and a role for each persona; their ids by key."""
    ids = {}
    for one in PERSONAS:
        initiative = places.main if one.initiative == MAIN else places.second
        operates = one.role == Role.ADMIN
        person = add_account(actor=system(), email=one.email, name=one.name, is_operator=operates)
        partner = places.partners.get((one.initiative, one.partner))
        add_member(initiative=initiative, actor=system(), user_id=person.id, role=one.role, partner_id=partner)
        ids[one.key] = person.id
    return ids
