"""The six conditions: judged together, with reasons, and held against the time before."""

from __future__ import annotations

from datetime import date

import pytest
from django.test import Client
from tests.personas import member, new_initiative
from tests.thread import DAY

from samklang.methods.process.checklists import conditions
from samklang.records.initiative.enums import Role
from samklang.records.initiative.models.scoped import InitiativeRef
from samklang.records.people.models import User
from samklang.records.people.permissions import NotAllowed, Refused, system
from samklang.records.process.queries import conditions_reviews
from samklang.records.process.services import review_conditions

pytestmark = pytest.mark.django_db
TYPED = {f"{one.id}-{place}": "unknown" for one in conditions() for place in range(len(one.questions))}
SAID = {"why": "Alla följs upp lika.", "reviewed_by": "Styrgruppen", "reviewed_on": "2026-03-03"}


@pytest.fixture
def initiative() -> InitiativeRef:
    return new_initiative()


def reader(initiative: InitiativeRef, role: Role) -> Client:
    client = Client(headers={"accept-language": "en"})
    client.force_login(User.objects.get(pk=member(initiative, role).user_id))
    return client


def test_before_anyone_has_judged_all_six_stand_there_with_nothing(initiative: InitiativeRef) -> None:
    body = reader(initiative, Role.FUNDER).get(f"/i/{initiative.slug}/process/conditions/").content.decode()
    assert (body.count("Nobody has judged it yet"), "Judge together" in body) == (6, False)


def test_a_judgement_is_typed_and_told_beside_the_time_before(initiative: InitiativeRef) -> None:
    client = reader(initiative, Role.PROCESS_LEADER)
    address = f"/i/{initiative.slug}/process/conditions/"
    first = {**TYPED, **SAID, "backbone-0": "badly", "backbone-1": "badly"}
    later = {**TYPED, **SAID, "backbone-0": "well", "backbone-1": "badly", "reviewed_on": "2026-09-03"}
    assert [client.post(address, given).status_code for given in (first, later)] == [302, 302]
    body = client.get(address).content.decode()
    assert (body.count("Stands partly"), body.count("last time: Badly"), body.count("Nobody has judged")) == (1, 1, 5)


@pytest.mark.parametrize(
    "left_out", [{"why": ""}, {"reviewed_by": ""}, {"backbone-0": "unknown"}], ids=["why", "who", "any grade"]
)
def test_a_judgement_that_says_nothing_is_refused(initiative: InitiativeRef, left_out: dict[str, str]) -> None:
    client = reader(initiative, Role.PROCESS_LEADER)
    given = {**TYPED, **SAID, "backbone-0": "well", **left_out}
    assert client.post(f"/i/{initiative.slug}/process/conditions/", given).status_code == 200
    assert conditions_reviews(initiative=initiative, actor=system()) == []


def test_only_the_backbone_writes_a_judgement_and_only_of_the_six(initiative: InitiativeRef) -> None:
    given = {"initiative": initiative, "why": "V", "reviewed_by": "S", "reviewed_on": DAY}
    with pytest.raises(NotAllowed):
        review_conditions(**given, actor=member(initiative, Role.FUNDER), grades={"backbone": ["well", "well"]})
    with pytest.raises(NotAllowed):
        review_conditions(**given, actor=system(), grades={"luck": ["well"]})
    with pytest.raises(Refused):
        review_conditions(**given, actor=system(), grades={})


def test_the_newest_by_date_stands_first(initiative: InitiativeRef) -> None:
    given = {"initiative": initiative, "actor": system(), "why": "V", "grades": {"backbone": ["well", "well"]}}
    review_conditions(**given, reviewed_by="Sist", reviewed_on=date(2026, 9, 1))
    review_conditions(**given, reviewed_by="Först", reviewed_on=date(2025, 9, 1))
    rows = conditions_reviews(initiative=initiative, actor=system())
    assert [row.reviewed_by for row in rows] == ["Sist", "Först"]
