"""The demo place in a database in memory, and what one of its pages costs."""

from __future__ import annotations

import gzip
import os
from typing import Any

import django

os.environ["DJANGO_SETTINGS_MODULE"] = "samklang.config.settings.test"
django.setup()

from django.core.management import call_command
from django.db import connection
from django.test import Client

from benchmarks.measure import cpu
from samklang.demo.build import build_place


class Counter:
    """Counts what the database is asked."""

    def __init__(self) -> None:
        self.queries = 0

    def __call__(self, execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
        self.queries += 1
        return execute(sql, params, many, context)


def build() -> float:
    """Build the place; seconds of CPU."""
    call_command("migrate", verbosity=0)
    return cpu(build_place)


def enter(persona: str) -> Client:
    """A browser that has entered as one of the personas."""
    client = Client()
    client.post("/demo/enter/", {"persona": persona})
    return client


def page(client: Client, address: str) -> None:
    """One page: CPU, queries, bytes compressed."""
    client.get(address)
    counter = Counter()
    with connection.execute_wrapper(counter):
        body = client.get(address).content
    spent = cpu(lambda: client.get(address), 20)
    print(
        f"{address:42} {spent * 1000:7.1f} CPU-ms {counter.queries:4} queries {len(gzip.compress(body)):7} bytes gz"
    )
