"""Every estimator has been held against something nobody here wrote, by a test that is there and that calls it."""

from __future__ import annotations

import ast
import inspect
import pkgutil
from functools import cache
from importlib import import_module
from typing import Any

import pytest
from tests.reference.outside_checks import HERE, PAGE, render, subjects

SUBJECTS = [pytest.param(each, id=each["subject"]) for each in subjects()]


def public(root: str) -> set[str]:
    """module.function of every public function below a package."""
    modules = [
        import_module(f"{root}.{module.name}") for module in pkgutil.iter_modules(import_module(root).__path__)
    ]
    return {
        f"{module.__name__.removeprefix(root + '.')}.{name}"
        for module in modules
        for name, thing in inspect.getmembers(module, _is_function)
        if thing.__module__ == module.__name__ and not name.startswith("_")
    }


def _is_function(thing: object) -> bool:
    """A function, kept results or not (functools.lru_cache)."""
    return inspect.isfunction(getattr(thing, "__wrapped__", thing))


@cache
def imported(test: str) -> frozenset[str]:
    """module.name of everything a test imports by name."""
    tree = ast.parse((HERE / test).read_text("utf-8"))
    nodes = [node for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)]
    return frozenset(f"{node.module}.{alias.name}" for node in nodes for alias in node.names)


@pytest.mark.parametrize("subject", [each for each in SUBJECTS if each.values[0].get("complete")])
def test_every_public_function_has_one_row_and_no_row_is_of_another(subject: dict[str, Any]) -> None:
    listed = [row["of"] for row in subject["checks"] + subject["definitions"]]
    assert sorted(listed) == sorted(public(subject["root"]))


@pytest.mark.parametrize("subject", SUBJECTS)
def test_every_row_names_a_test_that_imports_its_function(subject: dict[str, Any]) -> None:
    rows = [(row["of"], test) for row in subject["checks"] for test in row.get("in", [])]
    gone = [row for row in rows if f"{subject['root']}.{row[0]}" not in imported(row[1])]
    assert gone == []


@pytest.mark.parametrize("subject", SUBJECTS)
def test_a_step_is_held_through_a_function_that_has_a_test_of_its_own(subject: dict[str, Any]) -> None:
    own = {row["of"] for row in subject["checks"] if "in" in row}
    assert {row["through"] for row in subject["checks"] if "in" not in row} <= own


def test_the_page_is_rendered_from_the_list() -> None:
    """Write it anew with `python -m tests.spec.rendering`."""
    assert PAGE.read_text("utf-8") == render()
