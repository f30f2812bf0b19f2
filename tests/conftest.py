"""What all tests share: the settings, the long runs, and which database."""

from __future__ import annotations

import os

import pytest

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "samklang.config.settings.test")


def pytest_addoption(parser: pytest.Parser) -> None:
    """`--long` adds the simulations that take minutes."""
    parser.addoption("--long", action="store_true", help="also run the long simulations")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave the long runs out unless asked for."""
    if config.getoption("--long"):
        return
    chosen = [item for item in items if not item.get_closest_marker("long")]
    config.hook.pytest_deselected(items=[item for item in items if item.get_closest_marker("long")])
    items[:] = chosen
