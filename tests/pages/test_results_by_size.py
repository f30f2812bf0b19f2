"""What a results page shows follows from how many answered, and a group's own reading stands beside its words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from tests.pages.process.test_lists_cost_the_same import PAGES
from tests.personas import member, new_initiative
from tests.thread import whole_thread

from samklang.pages.components.charts import BucketTrack, DotAndInterval, StackedDistribution
from samklang.pages.components.told import MOST_WAVES
from samklang.records.activities.services import add_group
from samklang.records.initiative.enums import Role
from samklang.records.initiative.models.scoped import InitiativeRef
from samklang.records.measurement.enums import ConsentHow
from samklang.records.measurement.queries import wave as wave_row
from samklang.records.measurement.services import (
    add_questionnaire,
    close_wave,
    open_wave,
    plan_wave,
    record_reading,
    store_answers,
)
from samklang.records.measurement.services.answer_wave import Answer
from samklang.records.people.models import User
from samklang.records.people.permissions import system

pytestmark = pytest.mark.django_db
FIRST = date(2026, 1, 5)


class Place:
    """An initiative with a group, and a process leader's browser."""

    def __init__(self) -> None:
        self.initiative: InitiativeRef = new_initiative()
        self.scope: dict[str, Any] = {"initiative": self.initiative, "actor": system()}
        self.asked = add_questionnaire(**self.scope, title="Läget", items=["safe_01"])
        self.group = add_group(**self.scope, name="Ringen", leader_ids=[])
        leader = member(self.initiative, Role.PROCESS_LEADER)
        self.client = Client()
        self.client.force_login(User.objects.get(pk=leader.user_id))
        self.number = 0

    def wave(self, people: int, *, group: bool = True, unsafe: int = 0) -> int:
        """A wave so many people answer, so many of them at the sensitive end, closed."""
        self.number += 1
        opens = FIRST + timedelta(days=60 * self.number)
        wave = plan_wave(
            **self.scope,
            questionnaire_id=self.asked,
            name=f"Läget {self.number}",
            number=self.number,
            opens_on=opens,
            closes_on=opens + timedelta(days=20),
            group_id=self.group if group else None,
        )
        open_wave(**self.scope, wave_id=wave)
        content = wave_row(**self.scope, wave_id=wave).content
        version = content["consent"]["18+"]["sv"]["version"]
        steps = content["questions"][0]["steps"]
        given = [
            Answer(
                {"safe_01": steps[0] if place < unsafe else steps[-1]},
                "sv",
                "18+",
                version,
                "sv",
                "skip" if group else "yes",
            )
            for place in range(people)
        ]
        store_answers(**self.scope, wave_id=wave, answers=given, how=ConsentHow.PAPER)
        close_wave(**self.scope, wave_id=wave)
        return wave

    def page(self, wave: int) -> Any:
        return self.client.get(f"/i/{self.initiative.slug}/results/{wave}/")

    def kinds(self, wave: int) -> list[type]:
        return [type(chart) for chart in self.page(wave).context["page"].view.charts]


@pytest.fixture
def place() -> Iterator[Place]:
    yield Place()


@pytest.mark.parametrize(
    ("people", "kinds"),
    [
        (7, []),
        (8, [BucketTrack]),
        (29, [BucketTrack]),
        (30, [DotAndInterval, StackedDistribution]),
        (99, [DotAndInterval, StackedDistribution]),
        (100, [DotAndInterval, StackedDistribution]),
    ],
)
def test_the_pictures_follow_from_how_many_answered(place: Place, people: int, kinds: list[type]) -> None:
    assert place.kinds(place.wave(people, unsafe=people // 3)) == kinds


def test_from_thirty_there_are_three_classes_and_from_a_hundred_every_answer(place: Place) -> None:
    found = []
    for people in (40, 120):
        chart = place.page(place.wave(people, unsafe=10)).context["page"].view.charts[1]
        found.append(len(chart.answers))
    assert found == [3, 5]


def test_a_small_groups_waves_stand_beside_what_it_said_itself(place: Place) -> None:
    first, second = place.wave(16, unsafe=15), place.wave(16, unsafe=1)
    assert place.page(first).context["page"].slopes == []
    asks = f"/measurement/waves/{second}/reading/"
    assert asks in place.page(second).content.decode()
    record_reading(
        **place.scope, wave_id=second, question="safe_01", text="Vi går hem tillsammans nu.", read_on=FIRST
    )
    (slope,) = place.page(second).context["page"].slopes
    assert [point.bucket for point in slope.chart.waves] == ["most", "few"]
    assert [reading.text for reading in slope.readings] == ["Vi går hem tillsammans nu."]
    assert asks not in place.page(second).content.decode()


def test_the_area_is_told_by_what_has_changed_and_not_by_a_wave_nobody_answered(place: Place) -> None:
    place.wave(120, group=False, unsafe=80)
    second = place.wave(120, group=False, unsafe=20)
    assert place.page(second).context["page"].finding == "Svaret har tydligt ändrats sedan Läget 1"
    place.wave(0, group=False)
    third = place.wave(120, group=False, unsafe=22)
    page = place.page(third).context["page"]
    assert (page.finding, page.before.wave.name) == (
        "Inget svar har ändrats mer än slumpen kan göra sedan Läget 2",
        "Läget 2",
    )
    place.wave(0, group=False)
    listed = place.client.get(f"/i/{place.initiative.slug}/results/").context["page"]
    assert (listed.finding, listed.latest.row.wave.name) == (page.finding, "Läget 4")
    shown = Client().get(f"/o/{place.initiative.slug}/").context["page"]
    assert (shown.area.row.wave.name, [card.tenths for card in shown.cards]) == ("Läget 4", [2])


def test_the_open_page_reads_only_the_figures_it_shows_however_long_the_history(place: Place) -> None:
    for _time in range(3):
        place.wave(9, group=False)
    for _time in range(MOST_WAVES + 2):
        place.wave(14)
    with CaptureQueriesContext(connection) as asked:
        shown = Client().get(f"/o/{place.initiative.slug}/").context["page"]
    ids = re.compile(r'"id" IN \(([^)]*)\)')
    read = [ids.findall(query["sql"])[0] for query in asked if '"manifest"' in query["sql"]]
    assert [len(one.split(",")) for one in read] == [1, 1, MOST_WAVES]
    (slope,) = (one.slopes[0] for one in shown.groups)
    assert [point.label for point in slope.chart.waves] == [f"Läget {number}" for number in range(6, 11)]


def test_a_page_that_tells_of_no_release_reads_none_of_its_figures() -> None:
    """They are large, and every page with a thread knows of all releases: only home and the results tell of them."""
    place = Place()
    thread, wave = whole_thread(place.initiative), place.wave(9, group=False)
    pages = ["", f"results/{wave}/", "results/", *(page.format(**vars(thread)) for page in PAGES if page)]
    read = []
    for page in pages:
        with CaptureQueriesContext(connection) as asked:
            assert place.client.get(f"/i/{place.initiative.slug}/{page}").status_code == 200
        read += [page for query in asked if '"manifest"' in query["sql"]]
    assert read == ["", f"results/{wave}/", "results/"]
