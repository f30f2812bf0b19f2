"""`make bench`: seconds of CPU, bytes and queries of what people wait for, on an SQLite in memory."""

from __future__ import annotations

import gzip
import os
import time
from collections.abc import Callable
from typing import Any

import django

os.environ["DJANGO_SETTINGS_MODULE"] = "samklang.config.settings.test"
django.setup()

import numpy as np
from django.core.management import call_command
from django.db import connection
from django.test import Client
from django.utils import timezone

from samklang.demo.build import build_place
from samklang.methods.disclosure.closing import close
from samklang.methods.disclosure.plan import Plan
from samklang.methods.disclosure.release import Asked, Row
from samklang.records.initiative.queries import public_initiative
from samklang.records.people.permissions import system
from samklang.records.process.queries import evidence, loops
from samklang.records.process.services import make_decision, note_evidence, start_loop


def cpu(work: Callable[[], object], times: int = 1) -> float:
    """Seconds of CPU for one call."""
    begun = time.process_time()
    for _time in range(times):
        work()
    return (time.process_time() - begun) / times


def closing() -> object:
    """A wave of 388 people and 20 questions, split on three axes."""
    rng = np.random.default_rng(1)
    asked = [Asked(f"q{index}", (1, 2, 3, 4, 5), 2) for index in range(20)]
    rows = [
        Row(
            (str(rng.integers(2)), str(rng.integers(2)), str(rng.integers(4))),
            {one.id: int(rng.integers(1, 6)) for one in asked},
        )
        for _person in range(388)
    ]
    return close(rows, ("lives", "took", "age"), asked, Plan())


class Counter:
    """Counts what the database is asked."""

    def __init__(self) -> None:
        self.queries = 0

    def __call__(self, execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
        self.queries += 1
        return execute(sql, params, many, context)


def page(client: Client, address: str) -> None:
    """One page: CPU, queries, bytes compressed."""
    client.get(address)
    counter = Counter()
    with connection.execute_wrapper(counter):
        body = client.get(address).content
    spent = cpu(lambda: client.get(address), 20)
    sizes = f"{counter.queries:4} queries {len(gzip.compress(body)):7} bytes gz"
    print(f"{address:40} {spent * 1000:7.1f} CPU-ms {sizes}")


def grow() -> None:
    """The home page's worst case: 10 lines, 200 decisions and 2 000 rows of evidence."""
    initiative, actor = public_initiative("ljungvalla").ref, system()
    day = timezone.localdate()
    first = loops(initiative=initiative, actor=actor)[0]
    for number in range(4, 11):
        start_loop(
            initiative=initiative,
            actor=actor,
            outcome_id=first.outcome.id,
            name=f"Linje {number}",
            started_on=day,
        )
    for number in range(1900):
        note_evidence(
            initiative=initiative,
            actor=actor,
            kind="workshop_held",
            stop="1",
            title=f"Workshop {number}",
            loop_id=first.id,
            dated=day,
        )
    ground = evidence(initiative=initiative, actor=actor)[-1].id
    for number in range(197):
        make_decision(
            initiative=initiative,
            actor=actor,
            title=f"Beslut {number}",
            what="W",
            reasons="R",
            options=[{"title": "A", "chosen": True}],
            decided_by="Styrgruppen",
            decided_on=day,
            ground_ids=[ground],
            anchored=[{"who": "Boenderådet", "words": "Ja"}],
        )


def main() -> None:
    """Measure and print."""
    call_command("migrate", verbosity=0)
    print(f"build the demo place                     {cpu(build_place):7.2f} CPU-s")
    print(f"split, protect and audit 388 x 20        {cpu(closing, 5):7.3f} CPU-s")
    reader, leader = Client(), Client()
    leader.post("/demo/enter/", {"persona": "samira"})
    for address in (
        "/s/ljung3",
        "/o/ljungvalla/",
        "/o/ljungvalla/report/1/",
        "/o/ljungvalla/report/1/pdf/",
        "/demo/",
    ):
        page(reader, address)
    words = ("", "results/", "measurement/", "agenda/", "process/", "process/lines/1/", "activities/1/", "value/2/")
    for word in words:
        page(leader, f"/i/ljungvalla/{word}")
    grow()
    page(leader, "/i/ljungvalla/")


if __name__ == "__main__":
    main()
