"""What all tests share: the settings, the long runs, and which database."""

from __future__ import annotations

import os

import pytest

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "samklang.config.settings.test")
DATABASE = "postgresql" if os.environ.get("SAMKLANG_TEST_DATABASE_URL") else "sqlite"


def pytest_addoption(parser: pytest.Parser) -> None:
    """`--long` adds the simulations that take minutes."""
    parser.addoption("--long", action="store_true", help="also run the long simulations")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave out what is of the other database, and the long runs unless asked for."""
    out = {item for item in items if _is_left_out(item, long=config.getoption("--long"))}
    config.hook.pytest_deselected(items=list(out))
    items[:] = [item for item in items if item not in out]


def _is_left_out(item: pytest.Item, *, long: bool) -> bool:
    only = item.get_closest_marker("only_on")
    return bool(only and only.args[0] != DATABASE) or bool(item.get_closest_marker("long") and not long)
