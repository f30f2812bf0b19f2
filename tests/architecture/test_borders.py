"""Borders a linter can't see: foreign keys point down, models stay in their word, no template stands alone."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from django.apps import apps
from django.db.models import ForeignKey, Model, OneToOneField

SRC = Path(__file__).resolve().parents[2] / "src" / "samklang"
WORDS = (
    "people",
    "initiative",
    "agenda",
    "process",
    "activities",
    "directory",
    "measurement",
    "finance",
    "value",
    "publishing",
)
ROOMS = {"__init__.py", "apps.py", "enums.py", "models", "permissions.py", "queries.py", "services", "admin.py"}
ROOMS |= {"tasks.py", "migrations"}


def own_models() -> list[type[Model]]:
    return [model for word in WORDS for model in apps.get_app_config(word).get_models()]


def test_foreign_keys_point_down_the_list_of_words() -> None:
    upward = [
        f"{model._meta.label}.{field.name}"
        for model in own_models()
        for field in model._meta.get_fields()
        if isinstance(field, ForeignKey | OneToOneField)
        and WORDS.index(field.related_model._meta.app_label) > WORDS.index(model._meta.app_label)
    ]
    assert upward == []


def test_foreign_keys_across_words_protect_and_have_no_way_back() -> None:
    loose = [
        f"{model._meta.label}.{field.name}"
        for model in own_models()
        for field in model._meta.get_fields()
        if isinstance(field, ForeignKey)
        and field.related_model._meta.app_label != model._meta.app_label
        and (field.remote_field.on_delete.__name__ != "PROTECT" or field.remote_field.related_name != "+")
    ]
    assert loose == []


def test_nothing_but_the_rooms_of_a_word_stands_in_it() -> None:
    strangers = [
        str(child.relative_to(SRC))
        for word in WORDS
        for child in (SRC / "records" / word).iterdir()
        if child.name not in ROOMS | {"__pycache__"}
    ]
    assert strangers == []


def imports(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
        elif isinstance(node, ast.Import):
            yield from (name.name for name in node.names)


def test_a_words_models_are_private_to_it_and_to_its_own_pages() -> None:
    model = re.compile(r"samklang\.records\.(\w+)\.models(\.|$)")
    foreign = [
        f"{path.relative_to(SRC)} imports {name}"
        for path in SRC.rglob("*.py")
        for name in imports(path)
        if (found := model.match(name))
        and name != "samklang.records.initiative.models.scoped"
        and found[1] not in path.relative_to(SRC).parts[:2]
    ]
    assert foreign == []


def template_names() -> list[str]:
    found = []
    for folder in SRC.glob("*/**/templates"):
        found += [str(path.relative_to(folder)) for path in folder.rglob("*.html")]
    return sorted(found)


@cache
def _everything() -> str:
    return "\n".join(
        path.read_text() for path in SRC.rglob("*") if path.suffix in {".py", ".html"} and path.is_file()
    )


@pytest.mark.parametrize("name", template_names())
def test_every_template_is_used(name: str) -> None:
    """Components are a library: one that no page includes yet must be named where page authors look."""
    if name.split("/")[0] in {"account", "mfa", "allauth"}:
        return  # named by the sign-in library
    text = _everything()
    library = (SRC / "pages" / "components" / "README.md").read_text() if name.startswith("components/") else ""
    assert f'"{name}"' in text or f"'{name}'" in text or f"`{name.removeprefix('components/')}`" in library


def test_no_template_is_longer_than_a_hundred_and_fifty_lines() -> None:
    assert [str(path) for path in SRC.rglob("*.html") if len(path.read_text().splitlines()) > 150] == []


def test_no_function_is_longer_than_fifty_lines() -> None:
    long = [
        f"{path.relative_to(SRC)}: {node.name}"
        for path in SRC.rglob("*.py")
        if "migrations" not in path.parts
        for node in ast.walk(ast.parse(path.read_text()))
        if isinstance(node, ast.FunctionDef) and node.end_lineno and node.end_lineno - node.lineno >= 50
    ]
    assert long == []
