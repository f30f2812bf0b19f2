"""A group's waves: open to its own leader and its own organisation, unknown to everyone else's."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import pytest
from django.test import Client
from django.urls import reverse
from tests.personas import member, new_initiative

from samklang.records.activities.services import add_group
from samklang.records.initiative.enums import Role, Sector
from samklang.records.initiative.models.scoped import InitiativeRef
from samklang.records.initiative.services import add_partner
from samklang.records.measurement.services import add_questionnaire, close_wave, open_wave, plan_wave
from samklang.records.people.models import User
from samklang.records.people.permissions import Actor, system

pytestmark = pytest.mark.django_db


@dataclass
class Groups:
    """Two groups of two organisations, each with a planned, an open and a closed wave."""

    initiative: InitiativeRef
    leader: Actor
    organisation: Actor
    other_organisation: Actor
    waves: dict[str, dict[str, int]]

    def status(self, actor: Actor, name: str, wave: int, method: str = "GET") -> int:
        client = Client()
        client.force_login(User.objects.get(pk=actor.user_id))
        address = reverse(name, kwargs={"slug": self.initiative.slug, "wave": wave})
        return int(client.generic(method, address).status_code)


@pytest.fixture
def groups() -> Groups:
    initiative = new_initiative("eken")
    leader, other = member(initiative, Role.ACTIVITY_LEADER, "noor"), member(initiative, Role.ACTIVITY_LEADER, "jo")
    ids = [
        add_partner(initiative=initiative, actor=system(), name=name, sector=Sector.RESIDENTS) for name in ("A", "B")
    ]
    asked = add_questionnaire(initiative=initiative, actor=system(), title="Läget", items=["safe_01"])
    waves = {}
    for name, who, partner in (("own", leader, ids[0]), ("sibling", other, ids[1])):
        assert who.user_id
        group = add_group(
            initiative=initiative, actor=system(), name=name, leader_ids=[who.user_id], partner_id=partner
        )
        waves[name] = {state: _wave(initiative, asked, group, state) for state in ("planned", "open", "closed")}
    return Groups(
        initiative,
        leader,
        member(initiative, Role.PARTNER_MEMBER, "a", ids[0]),
        member(initiative, Role.PARTNER_MEMBER, "b", ids[1]),
        waves,
    )


def _wave(initiative: InitiativeRef, asked: int, group: int, state: str) -> int:
    wave = plan_wave(
        initiative=initiative,
        actor=system(),
        questionnaire_id=asked,
        name=state,
        number=1,
        opens_on=date(2026, 1, 5),
        closes_on=date(2026, 1, 30),
        group_id=group,
    )
    for verb in {"planned": [], "open": [open_wave], "closed": [open_wave, close_wave]}[state]:
        verb(initiative=initiative, actor=system(), wave_id=wave)
    return wave


# (address, state of the wave, method) → what the group's own leader gets; who leads another group gets 404.
OWN = {
    ("wave", "open", "GET"): 200,
    ("result", "closed", "GET"): 200,
    ("add_reading", "closed", "GET"): 200,
    ("add_reading", "closed", "POST"): 200,
    ("open_wave", "planned", "POST"): 302,
    ("open_wave", "closed", "POST"): 409,
    ("close_wave", "open", "POST"): 302,
    ("close_wave", "closed", "POST"): 409,
}


@pytest.mark.parametrize(("name", "state", "method"), OWN, ids=lambda part: part)
def test_a_leader_reaches_their_own_groups_waves_and_no_other(
    groups: Groups, name: str, state: str, method: str
) -> None:
    found = [groups.status(groups.leader, name, groups.waves[whose][state], method) for whose in ("own", "sibling")]
    assert found == [OWN[name, state, method], 404]


@pytest.mark.parametrize(("name", "state", "method"), OWN, ids=lambda part: part)
def test_an_organisation_reads_of_its_own_group_and_changes_nothing(
    groups: Groups, name: str, state: str, method: str
) -> None:
    wave = groups.waves["own"][state]
    reads = method == "GET" and name in ("wave", "result")
    assert groups.status(groups.organisation, name, wave, method) == (200 if reads else 404)
    assert groups.status(groups.other_organisation, name, wave, method) == 404
