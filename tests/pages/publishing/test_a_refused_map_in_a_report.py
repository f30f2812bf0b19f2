"""A report whose value map is refused says so in the draft, and isn't sent for signatures."""

from __future__ import annotations

import pytest
from django.test import Client
from tests.personas import member, new_initiative
from tests.thread import MAP, whole_thread

from samklang.records.initiative.enums import Role
from samklang.records.people.models import User
from samklang.records.people.permissions import system
from samklang.records.publishing.enums import ReportState
from samklang.records.publishing.queries import report
from samklang.records.publishing.services import draft_report
from samklang.records.value.services import store_value_map

pytestmark = pytest.mark.django_db


def test_when_another_map_claims_the_same_change_the_draft_says_so_and_waits_until_it_is_mended() -> None:
    initiative = new_initiative()
    thread = whole_thread(initiative)
    given = {"initiative": initiative, "actor": system()}
    number = draft_report(**given, title="R", summary="S", way_forward="", value_map_id=thread.map)
    other = {**given, "programme_id": thread.programme, "name": "Samtalen"}
    store_value_map(**other, text=MAP)
    client = Client(headers={"accept-language": "en"})
    client.force_login(User.objects.get(pk=member(initiative, Role.PROCESS_LEADER).user_id))
    address = f"/i/{initiative.slug}/publishing/{number}/"
    assert "claimed in another map too: Samtalen." in client.get(address).content.decode()
    told = client.post(f"{address}ask/", follow=True).content.decode()
    assert ("The value map “Torget” has errors" in told, report(**given, number=number).state) == (
        True,
        ReportState.DRAFT,
    )
    store_value_map(**other, text=MAP.replace("stakeholder: Boende\n", "stakeholder: Deltagare\n"))
    client.post(f"{address}ask/")
    assert report(**given, number=number).state == ReportState.AWAITING
