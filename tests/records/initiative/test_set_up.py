"""Setting up an empty installation leaves a backbone with somebody who speaks for it."""

from __future__ import annotations

import pytest

from samklang.records.initiative.enums import Role, Sector
from samklang.records.initiative.queries import members, partners
from samklang.records.initiative.services import set_up
from samklang.records.people.permissions import system

pytestmark = pytest.mark.django_db


def test_who_we_are_becomes_the_backbone_and_the_first_members_speak_for_it() -> None:
    _user, initiative = set_up(
        person="Samira",
        email="samira@ekbacken.example",
        organisation="Föreningen Grannskap",
        name="Ekbacken tillsammans",
        place="Ekbacken, Storstad",
        languages=["sv"],
        sector=Sector.HOUSING,
    )
    rows = partners(initiative=initiative, actor=system())
    assert [(row.name, row.sector, row.is_backbone) for row in rows] == [
        ("Föreningen Grannskap", Sector.HOUSING, True)
    ]
    given = {(row.role, row.partner) for row in members(initiative=initiative, actor=system())}
    assert given == {(Role.ADMIN, "Föreningen Grannskap"), (Role.PROCESS_LEADER, "Föreningen Grannskap")}
