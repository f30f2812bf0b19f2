"""A real browser, and the demo as visitors meet it: its own process, its own database."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Locator, Page, expect, sync_playwright

CHROMIUM = shutil.which("chromium")
PATIENCE = 20_000  # milliseconds a page may take on a busy machine before a journey gives up
expect.set_options(timeout=PATIENCE)
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking", "--disable-sync"]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Skip by name where there is no browser; where there is, two workers walk, each in a demo of its own.

    Those who work in an initiative change what the next one meets, so their journeys stay together and in order.
    """
    for item in items:
        if item.get_closest_marker("journey"):
            who = "residents" if item.path.stem == "test_resident" else "workers"
            item.add_marker(pytest.mark.xdist_group(who))
            if not CHROMIUM:
                item.add_marker(pytest.mark.skip(reason="needs Chromium: apt install chromium"))


@dataclass(frozen=True)
class Site:
    """The demo's address, and the file its server writes to: e-mails too."""

    url: str
    log: Path


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Debian's Chromium, once for all journeys."""
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield opened
        opened.close()


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """The demo, served as `run.py demo` serves it."""
    folder = tmp_path_factory.mktemp("demo")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    environment = {
        **os.environ,
        "SAMKLANG_DATA_DIR": str(folder),
        "DJANGO_SETTINGS_MODULE": "samklang.config.settings.demo",
        "PYTHONUNBUFFERED": "1",
    }
    log = folder / "server.log"
    command = [sys.executable, "-m", "samklang.cli.main", "demo", "--port", str(port)]
    with log.open("w") as output:
        server = subprocess.Popen(command, env=environment, stdout=output, stderr=subprocess.STDOUT)
    url = f"http://localhost:{port}"
    wait_for(f"{url}/health", log, server)
    yield Site(url, log)
    server.terminate()
    server.wait(timeout=20)


def wait_for(address: str, log: Path, server: subprocess.Popen[bytes]) -> None:
    """Wait until an address answers, or the server has given up."""
    for _attempt in range(300):
        if server.poll() is not None:
            break
        try:
            with urllib.request.urlopen(address, timeout=2):
                return
        except OSError:
            time.sleep(0.2)
    raise AssertionError(log.read_text())


def follow(page: Page, door: Locator) -> None:
    """Click what leads to another page, and wait until that page stands: a click alone does not wait."""
    with page.expect_navigation():
        door.click()


def violations(page: Page) -> list[str]:
    """What axe finds on a page that has loaded, one line each."""
    page.wait_for_load_state()
    found = Axe().run(page).response["violations"]
    return [f"{one['id']}: {node['html'][:160]}" for one in found for node in one["nodes"]]
