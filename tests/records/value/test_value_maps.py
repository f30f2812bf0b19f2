"""Value maps are stored in versions, worked out when read, and take quantities from what has been released."""

from __future__ import annotations

import pytest
from tests.thread import MAP, Thread

from samklang.records.initiative.models.scoped import InitiativeRef
from samklang.records.people.permissions import Refused, system
from samklang.records.value.queries import value_maps, valued
from samklang.records.value.services import store_value_map

pytestmark = pytest.mark.django_db
COUNTERFACTUAL = "    counterfactual: {share: 0.20, basis: expert, source: Arbetsgruppen 14 mars}\n"


def store(initiative: InitiativeRef, thread: Thread, text: str) -> int:
    return store_value_map(
        initiative=initiative, actor=system(), programme_id=thread.programme, name="Torget", text=text
    )


def test_the_contracts_map_comes_to_574_560_kronor(initiative: InitiativeRef, thread: Thread) -> None:
    found = valued(initiative=initiative, actor=system(), map_id=thread.map).answer
    assert found.result is not None and found.display is not None
    assert (found.result.total_value, float(found.result.ratio or 0)) == (574_560, 1.4364)
    assert (found.display.point, found.display.band, found.display.ratio) == (
        "575\u00a0000",
        "550\u00a0000–600\u00a0000",
        "1:1,4",
    )


def test_a_new_version_leaves_the_old_one(initiative: InitiativeRef, thread: Thread) -> None:
    newer = store(initiative, thread, MAP.replace("improved: 56", "improved: 40"))
    rows = value_maps(initiative=initiative, actor=system())
    assert [(row.id, row.version) for row in rows] == [(newer, 2)]


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        ("schema: value-map/1\ntitle: [", "Torget"),
        (MAP.replace("improved: 56", "improvd: 56"), "improvd"),
        ("", "schema"),
    ],
    ids=["broken YAML", "an unknown key", "nothing at all"],
)
def test_a_map_that_can_not_be_read_is_refused_with_every_place(
    initiative: InitiativeRef, thread: Thread, wrong: str, told: str
) -> None:
    with pytest.raises(Refused, match=told):
        store(initiative, thread, wrong)
    assert [row.version for row in value_maps(initiative=initiative, actor=system())] == [1]


@pytest.mark.parametrize(
    ("wrong", "code"),
    [
        (MAP.replace("share: 0.20, basis", "share: 20, basis"), "VE01"),
        (
            MAP.replace("    counterfactual: {share: 0.20, basis: expert, source: Arbetsgruppen 14 mars}\n", ""),
            "VE02",
        ),
    ],
    ids=["a per cent where a share is meant", "no counterfactual"],
)
def test_a_map_that_can_be_read_but_not_defended_is_stored_without_totals(
    initiative: InitiativeRef, thread: Thread, wrong: str, code: str
) -> None:
    found = valued(initiative=initiative, actor=system(), map_id=store(initiative, thread, wrong)).answer
    assert (found.result, code in {one.code for one in found.findings}) == (None, True)
