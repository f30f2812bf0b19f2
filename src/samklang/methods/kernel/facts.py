"""The loader of facts: YAML files under ``samklang/facts``, each held against the schema of its kind.

The path is the identifier: ``facts/instruments/rses.yaml`` is ``load("instruments", "rses")``.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from textwrap import shorten
from typing import Any

from jsonschema import Draft202012Validator, ValidationError

from samklang.methods.kernel.findings import UnreadableInput
from samklang.methods.kernel.yaml_text import read_yaml

# What to do about a broken keyword, where its message doesn't say so itself.
REMEDIES = {
    "additionalProperties": "take it out or mend its spelling",
    "required": "add it",
    "minItems": "give at least {value}",
    "minProperties": "give at least {value}",
    "type": "mend the value or its quotes",
}

# The schema's messages quote what is wrong, which may be a whole file.
LONGEST_MESSAGE = 300


class UnknownFact(LookupError):
    """No fact has that kind and name."""


def facts_root() -> Traversable:
    """The folder of all facts, also inside a wheel."""
    return files("samklang") / "facts"


def kinds() -> tuple[str, ...]:
    """The kinds of facts that exist, in order."""
    folders = (child.name for child in facts_root().iterdir() if child.is_dir())
    return tuple(sorted(name for name in folders if name != "schema"))


@cache
def names(kind: str) -> tuple[str, ...]:
    """Identifiers of every fact of a kind, in order; a fact in a subfolder is called ``folder/name``."""
    return tuple(sorted(_names(facts_root() / kind, "")))


def _names(folder: Traversable, prefix: str) -> Iterator[str]:
    if not folder.is_dir():
        return
    for child in folder.iterdir():
        if child.is_dir():
            yield from _names(child, f"{prefix}{child.name}/")
        elif child.name.endswith(".yaml"):
            yield prefix + child.name.removesuffix(".yaml")


@cache
def load(kind: str, name: str) -> Mapping[str, Any]:
    """One fact, valid by its schema. Raises UnknownFact or UnreadableInput. Shared: don't change it."""
    text = fact_text(kind, name)
    where = f"{kind}/{name}.yaml"
    fact = read_yaml(text, where)
    problems = check(kind, fact, where)
    if problems:
        raise UnreadableInput(problems)
    return dict(fact)


def fact_text(kind: str, name: str) -> str:
    """The text of a fact's file, as UTF-8. Raises UnknownFact."""
    if name not in names(kind):
        raise UnknownFact(f"there is no fact '{name}' among {kind}")
    return facts_root().joinpath(kind, *f"{name}.yaml".split("/")).read_text("utf-8")


def fact_hash(kind: str, name: str) -> str:
    """SHA-256 of a fact's file, hexadecimal: what a published report stores of each fact it used."""
    return hashlib.sha256(fact_text(kind, name).encode()).hexdigest()


def check(kind: str, fact: object, where: str) -> list[str]:
    """Everything in a fact that breaks its kind's schema: one line each, naming file and key."""
    found = sorted(_validator(kind).iter_errors(fact), key=lambda error: [str(part) for part in error.absolute_path])
    return [f"{where}, {_path(error.absolute_path)}: {_told(error)}" for error in found]


def _told(error: ValidationError) -> str:
    """What is wrong and how to mend it; of a pattern, the schema says how a value is written."""
    keyword, schema = str(error.validator), error.schema
    if keyword == "pattern" and isinstance(schema, Mapping) and "description" in schema:
        return f"{shorten(repr(error.instance), LONGEST_MESSAGE)} can't stand here; give {schema['description']}"
    remedy = REMEDIES.get(keyword, "").format(value=error.validator_value)
    wrong = shorten(error.message, LONGEST_MESSAGE)
    return f"{wrong}; {remedy}" if remedy else wrong


@cache
def _validator(kind: str) -> Draft202012Validator:
    schema = json.loads((facts_root() / "schema" / f"{kind}.json").read_text("utf-8"))
    return Draft202012Validator(schema)


def _path(parts: Any) -> str:
    return ".".join(str(part) for part in parts) or "the top"
