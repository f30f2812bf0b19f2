"""Every number a reader could see has been held against something outside, by a test that is there and calls it."""

from __future__ import annotations

import ast
import inspect
import pkgutil
from collections import Counter
from collections.abc import Iterator
from functools import cache
from importlib import import_module
from types import ModuleType
from typing import Any

import pytest
from tests.reference.outside_checks import HERE, PAGE, render, score_rows, subjects

from samklang.methods.kernel import facts

SUBJECTS = [pytest.param(each, id=each["subject"]) for each in subjects()]


def modules(root: str) -> Iterator[ModuleType]:
    """Every module below a package, its packages' own included."""
    package = import_module(root)
    yield package
    for found in pkgutil.walk_packages(package.__path__, f"{root}."):
        yield import_module(found.name)


def public(root: str, *, classes: bool = False) -> set[str]:
    """module.function (or module.Class) of every public one below a package."""
    return {
        f"{module.__name__}.{name}".removeprefix(f"{root}.")
        for module in modules(root)
        for name, thing in inspect.getmembers(module, inspect.isclass if classes else _is_function)
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


@pytest.mark.parametrize("subject", SUBJECTS)
def test_every_public_function_has_one_row_of_itself_or_of_its_module(subject: dict[str, Any]) -> None:
    checks = Counter(row["of"] for row in subject["checks"])
    definitions = Counter(row["of"] for row in subject["definitions"])
    rows = {
        name: checks[name] + sum(many for of, many in definitions.items() if f"{name}.".startswith(f"{of}."))
        for name in public(subject["root"])
    }
    assert {name: many for name, many in rows.items() if many != 1} == {}


@pytest.mark.parametrize("subject", SUBJECTS)
def test_no_row_is_of_something_that_is_not_there(subject: dict[str, Any]) -> None:
    functions, classes = public(subject["root"]), public(subject["root"], classes=True)
    assert {row["of"] for row in subject["checks"]} <= functions | classes
    idle = [
        row["of"]
        for row in subject["definitions"]
        if not any(f"{name}.".startswith(f"{row['of']}.") for name in functions)
    ]
    assert idle == []


@pytest.mark.parametrize("subject", SUBJECTS)
def test_every_row_names_a_test_that_imports_its_function(subject: dict[str, Any]) -> None:
    rows = [(row["of"], test) for row in subject["checks"] for test in row.get("in", [])]
    gone = [row for row in rows if f"{subject['root']}.{row[0]}" not in imported(row[1])]
    assert gone == []


@pytest.mark.parametrize("subject", SUBJECTS)
def test_a_step_is_held_through_a_function_that_has_a_test_of_its_own(subject: dict[str, Any]) -> None:
    own = {row["of"] for row in subject["checks"] if "in" in row}
    assert {row["through"] for row in subject["checks"] if "in" not in row} <= own


def test_every_score_of_every_instrument_has_one_row() -> None:
    listed = [(row["of"], score) for row in score_rows() for score in row["scores"]]
    names = facts.names("instruments")
    assert sorted(listed) == sorted(
        (name, row["id"]) for name in names for row in facts.load("instruments", name)["scores"]
    )


@pytest.mark.parametrize("row", [pytest.param(each, id=f"{each['of']}-{each['scores'][0]}") for each in score_rows()])
def test_the_row_of_a_score_names_the_test_beside_which_its_figures_were_printed(row: dict[str, Any]) -> None:
    """A score by value set is printed by the name of each set."""
    outputs = (HERE / row["in"]).parent.glob("*.txt")
    printed = {line.split()[0] for path in outputs for line in path.read_text("utf-8").splitlines()[1:]}
    methods = {each["id"]: each["method"] for each in facts.load("instruments", row["of"])["scores"]}
    sets = [name for name in facts.names("value_sets") if facts.load("value_sets", name)["instrument"] == row["of"]]
    wanted = {
        name
        for score in row["scores"]
        for name in (sets if methods[score] == "value_set" else [f"{row['of']}.{score}"])
    }
    assert wanted - printed == set()
    assert "samklang.methods.measurement.scoring.score.score" in imported(row["in"])


def test_the_page_is_rendered_from_the_list() -> None:
    """Write it anew with `python -m tests.spec.rendering`."""
    assert PAGE.read_text("utf-8") == render()
