"""A partner can be mended, and there is one backbone."""

from __future__ import annotations

import pytest
from django.utils import translation
from tests.personas import member, new_initiative

from samklang.records.initiative.enums import Role, Sector
from samklang.records.initiative.models.scoped import InitiativeRef
from samklang.records.initiative.queries import partners
from samklang.records.initiative.services import add_partner, change_partner
from samklang.records.people.permissions import NotAllowed, Refused, system

pytestmark = pytest.mark.django_db


def two_partners(initiative: InitiativeRef) -> tuple[int, int]:
    who = {"initiative": initiative, "actor": system()}
    first = add_partner(**who, name="Föreningen Ek", sector=Sector.HOUSING, is_backbone=True)
    return first, add_partner(**who, name="Ekskolan", sector=Sector.HOUSING)


def told(initiative: InitiativeRef) -> set[tuple[str, str, bool]]:
    rows = partners(initiative=initiative, actor=member(initiative, Role.PARTNER_MEMBER))
    return {(row.name, row.sector, row.is_backbone) for row in rows}


def test_a_wrong_sector_is_mended_and_a_new_backbone_takes_over() -> None:
    initiative = new_initiative()
    _first, second = two_partners(initiative)
    leader = member(initiative, Role.PROCESS_LEADER)
    change_partner(
        initiative=initiative,
        actor=leader,
        partner_id=second,
        name=" Ekskolan ",
        sector=Sector.EDUCATION,
        is_backbone=True,
    )
    assert told(initiative) == {("Föreningen Ek", Sector.HOUSING, False), ("Ekskolan", Sector.EDUCATION, True)}


def test_there_is_always_a_backbone_and_a_name_stands_once() -> None:
    initiative = new_initiative()
    first, second = two_partners(initiative)
    who = {"initiative": initiative, "actor": member(initiative, Role.PROCESS_LEADER), "sector": Sector.HOUSING}
    with translation.override("en"):
        with pytest.raises(Refused, match="make another partner the backbone"):
            change_partner(**who, partner_id=first, name="Föreningen Ek")
        with pytest.raises(Refused, match="is already a partner"):
            change_partner(**who, partner_id=second, name="föreningen ek")
    with pytest.raises(NotAllowed):
        change_partner(**who, partner_id=second + 1, name="Ingen")
    assert told(initiative) == {("Föreningen Ek", Sector.HOUSING, True), ("Ekskolan", Sector.HOUSING, False)}
