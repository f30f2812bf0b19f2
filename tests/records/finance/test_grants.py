"""A grant is mended, and what can't be is refused."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from tests.personas import member
from tests.thread import DAY, Thread

from samklang.records.finance.queries import grants
from samklang.records.finance.services import change_grant
from samklang.records.initiative.enums import Role
from samklang.records.initiative.models.scoped import InitiativeRef
from samklang.records.people.permissions import NotAllowed, Refused, system

pytestmark = pytest.mark.django_db


def given(initiative: InitiativeRef, thread: Thread, **changed: Any) -> dict[str, Any]:
    return {
        "initiative": initiative,
        "actor": system(),
        "grant_id": thread.grant,
        "funder_id": thread.partner,
        "purpose": "Kvällar",
        "kronor": 350_000,
        "begins_on": DAY,
        "ends_on": DAY + timedelta(days=364),
        **changed,
    }


def test_it_is_written_anew(initiative: InitiativeRef, thread: Thread) -> None:
    change_grant(**given(initiative, thread))
    rows = grants(initiative=initiative, actor=system(), today=date(2026, 2, 3))
    assert [(row.kronor, row.ends_on.year) for row in rows] == [(350_000, 2027)]


@pytest.mark.parametrize(
    "wrong", [{"kronor": 0}, {"ends_on": DAY - timedelta(days=1)}], ids=["no money", "backwards"]
)
def test_what_can_not_be_is_refused(initiative: InitiativeRef, thread: Thread, wrong: dict[str, Any]) -> None:
    with pytest.raises(Refused):
        change_grant(**given(initiative, thread, **wrong))


def test_only_the_backbone_mends_it_and_only_with_a_partner_as_funder(
    initiative: InitiativeRef, thread: Thread
) -> None:
    with pytest.raises(NotAllowed):
        change_grant(**given(initiative, thread, actor=member(initiative, Role.FUNDER)))
    with pytest.raises(NotAllowed):
        change_grant(**given(initiative, thread, funder_id=999_999))
