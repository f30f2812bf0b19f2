"""List pages cost the same number of queries for a few rows and for thirty more, and long lists come in pages."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from tests.personas import member, new_initiative
from tests.thread import DAY, FIGURE, MAP, Thread, decided, listed, whole_thread

from samklang.records.activities.services import add_plan_step, hold_session, record_output
from samklang.records.agenda.enums import Lean
from samklang.records.agenda.services import add_need, add_stakeholder, add_target_group
from samklang.records.finance.services import add_grant
from samklang.records.initiative.enums import Role
from samklang.records.initiative.models.scoped import InitiativeRef
from samklang.records.initiative.services import add_area_figure
from samklang.records.people.models import User
from samklang.records.people.permissions import system
from samklang.records.process.services import note_evidence
from samklang.records.publishing.services import draft_report
from samklang.records.value.services import store_value_map

pytestmark = pytest.mark.django_db
MORE = 30
PAGES = (
    "",
    "agenda/",
    "process/",
    "process/lines/{loop}/1/",
    "process/decisions/",
    "process/decisions/add/",
    "activities/",
    "activities/{running}/",
    "activities/{running}/sessions/",
    "activities/groups/{group}/",
    "finance/",
    "publishing/",
    "value/",
    "initiative/figures/",
)
LONG = (
    "agenda/",
    "process/lines/{loop}/1/",
    "process/decisions/",
    "activities/{running}/sessions/",
    "publishing/",
    "initiative/figures/",
)


def queries(client: Client, initiative: InitiativeRef, thread: Thread) -> dict[str, int]:
    """How many each page takes, once the request before it has warmed nothing but caches of facts."""
    found = {}
    for page in PAGES:
        address = f"/i/{initiative.slug}/{page.format(**vars(thread))}"
        client.get(address)
        with CaptureQueriesContext(
            connection,
        ) as asked:
            assert (page, client.get(address).status_code) == (page, 200)
        found[page] = len(asked)
    return found


def more(initiative: InitiativeRef, thread: Thread) -> None:
    given = {"initiative": initiative, "actor": system()}
    for place in range(MORE):
        add_need(**given, title=f"B{place}", text="T", grounds="G", gap="L", seen_on=DAY)
        add_stakeholder(**given, name=f"I{place}", lean=Lean.GAINS, contact=1, influence=1)
        add_target_group(**given, name=f"M{place}")
        note_evidence(**given, kind="workshop_held", stop="1", title=f"W{place}", loop_id=thread.loop, dated=DAY)
        decided(initiative, thread.loop)
        running = {**given, "programme_id": thread.running}
        add_plan_step(**running, text=f"S{place}", by_whom="AB", due_on=DAY)
        record_output(**running, what=f"o{place}", count=1, source="Lista", counted_on=DAY)
        hold_session(**running, title="Träff", held_on=DAY + timedelta(days=place), attended=1, group_id=thread.group)
        listed(initiative, thread.group, f"N{place}")
        add_grant(**given, funder_id=thread.partner, purpose=f"P{place}", kronor=1, begins_on=DAY, ends_on=DAY)
        draft_report(**given, title=f"R{place}", summary="S", way_forward="")
        add_area_figure(**given, draft=FIGURE)
        store_value_map(**given, programme_id=thread.running, name=f"K{place}", text=MAP)


def test_thirty_rows_more_cost_no_query_more_and_long_lists_have_pages() -> None:
    initiative = new_initiative()
    thread = whole_thread(initiative)
    draft_report(initiative=initiative, actor=system(), title="R", summary="S", way_forward="")
    client = Client(headers={"accept-language": "en"})
    client.force_login(User.objects.get(pk=member(initiative, Role.PROCESS_LEADER).user_id))
    few = queries(client, initiative, thread)
    more(initiative, thread)
    assert queries(client, initiative, thread) == few
    for page in LONG:
        page = page.format(**vars(thread))
        body = client.get(f"/i/{initiative.slug}/{page}").content.decode()
        assert (page, "Page 1 of 2" in body) == (page, True)
