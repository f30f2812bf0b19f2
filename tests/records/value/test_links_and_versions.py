"""Quantities come from outputs too; earlier versions stay readable, and a draft report follows the newest."""

from __future__ import annotations

import pytest
from tests.thread import MAP, Thread

from samklang.records.initiative.models.scoped import InitiativeRef
from samklang.records.people.permissions import Refused, system
from samklang.records.value.queries import newest_version, valued
from samklang.records.value.services import link_quantity, store_value_map

pytestmark = pytest.mark.django_db
# Another change than the one the thread's own map claims.
OWN = MAP.replace("stakeholder: Boende\n", "stakeholder: Deltagare\n")


def store(initiative: InitiativeRef, programme: int, text: str = OWN) -> int:
    return store_value_map(initiative=initiative, actor=system(), programme_id=programme, name="Samtal", text=text)


def link(initiative: InitiativeRef, map_id: int, outcome: str, found: dict[str, int] | None) -> int:
    return link_quantity(initiative=initiative, actor=system(), map_id=map_id, outcome=outcome, link=found)


def test_a_quantity_taken_from_an_output_is_the_count(initiative: InitiativeRef, thread: Thread) -> None:
    stored = link(initiative, store(initiative, thread.running), "trygghet", {"output": thread.output})
    found = valued(initiative=initiative, actor=system(), map_id=stored)
    assert found.answer.result is not None
    # 12 talks × (1 − 20 %) × (1 − 5 %) × (1 − 10 %) × 15 000 kronor
    assert (found.row.version, found.answer.result.total_value) == (2, 123_120)
    assert found.linked[0].output is not None


def test_without_its_link_the_typed_number_stands_again(initiative: InitiativeRef, thread: Thread) -> None:
    linked = link(initiative, store(initiative, thread.running), "trygghet", {"output": thread.output})
    found = valued(initiative=initiative, actor=system(), map_id=link(initiative, linked, "trygghet", None))
    assert found.answer.result is not None
    assert found.answer.result.total_value == 574_560


@pytest.mark.parametrize(
    ("outcome", "found"),
    [
        ("annat", None),
        ("trygghet", {"output": 999_999}),
        ("trygghet", {"before": 1, "after": 2, "question": "safe_01"}),
    ],
    ids=["a row the map doesn't have", "an output of elsewhere", "waves without a release"],
)
def test_what_is_not_there_is_not_linked(
    initiative: InitiativeRef, thread: Thread, outcome: str, found: dict[str, int] | None
) -> None:
    with pytest.raises(Refused):
        link(initiative, store(initiative, thread.running), outcome, found)


def test_an_earlier_version_stays_readable_and_leads_to_the_newest(initiative: InitiativeRef, thread: Thread) -> None:
    first = store(initiative, thread.running)
    second = store(initiative, thread.running, MAP.replace("improved: 56", "improved: 40"))
    assert valued(initiative=initiative, actor=system(), map_id=first).row.current is False
    newest = newest_version(initiative=initiative, actor=system(), map_id=first)
    assert newest is not None
    assert (newest.id, newest.version) == (second, 2)


def test_a_map_must_be_readable_without_its_links(initiative: InitiativeRef, thread: Thread) -> None:
    text = MAP.replace("    answered: 80\n    improved: 56\n", "")
    with pytest.raises(Refused, match="improved"):
        store_value_map(
            initiative=initiative,
            actor=system(),
            programme_id=thread.running,
            name="Samtal",
            text=text,
            links={"trygghet": {"output": thread.output}},
        )
