"""Reads an instrument from its fact; every error of the file is told at once."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any

from samklang.methods.kernel import facts
from samklang.methods.kernel.findings import UnreadableInput
from samklang.methods.kernel.yaml_text import read_yaml
from samklang.methods.measurement.instrument import (
    Band,
    Bands,
    BandSet,
    Condition,
    Instrument,
    Item,
    Licence,
    ResponseSet,
    Rule,
    Scale,
)
from samklang.methods.measurement.instrument_check import meaning_errors
from samklang.methods.measurement.instrument_examples import example_errors
from samklang.methods.measurement.instrument_lock import changed_since


@cache
def instrument(name: str) -> Instrument:
    """One of the instruments that ship. Raises UnreadableInput naming those there are."""
    if name not in facts.names("instruments"):
        known = ", ".join(facts.names("instruments"))
        raise UnreadableInput([f"there is no instrument '{name}'; there are {known}"])
    return read_instrument_text(facts.fact_text("instruments", name), f"instruments/{name}.yaml")


def read_instrument_text(text: str, where: str) -> Instrument:
    """An instrument from its file's text. Raises UnreadableInput also where a published version has been changed."""
    made = read_instrument(read_yaml(text, where), where)
    problems = changed_since(f"{made.id}@{made.version}", text)
    if problems:
        raise UnreadableInput(f"{where}, {problem}" for problem in problems)
    return made


def read_instrument(fact: Any, where: str) -> Instrument:
    """An instrument from plain data. where: the file's name. Raises UnreadableInput with every error at once."""
    problems = facts.check("instruments", fact, where)
    problems += [f"{where}, {problem}" for problem in meaning_errors(fact)]
    if problems:
        raise UnreadableInput(problems)
    made = _made(fact)
    problems = [f"{where}, {problem}" for problem in example_errors(made, fact)]
    if problems:
        raise UnreadableInput(problems)
    return made


def _made(fact: Mapping[str, Any]) -> Instrument:
    responses = {name: _responses(row) for name, row in fact["responses"].items()}
    return Instrument(
        id=fact["id"],
        version=fact["version"],
        title=fact["title"],
        higher_is=fact["higher_is"],
        licence=_licence(fact["licence"]),
        items=tuple(Item(row["id"], responses[row["responses"]], row.get("text", {})) for row in fact["items"]),
        scales=tuple(_scale(row) for row in fact["scores"]),
        languages=tuple(fact["translations"]),
        lead=fact.get("lead", {}),
        indicator=fact.get("indicator", fact["title"]),
        youngest=fact["ages"].get("min", 0),
        sensitive=fact["safeguarding"]["sensitive"],
        anonymous_ok=fact["safeguarding"]["anonymous_ok"],
        draft=fact["status"] == "draft",
        kind=fact["kind"],
        timing=fact.get("timing", "any"),
        construct=fact["construct"],
        recall=fact["recall"],
        reference=fact["reference"],
        wording_status={language: made["status"] for language, made in fact["translations"].items()},
    )


def _licence(row: Mapping[str, Any]) -> Licence:
    return Licence(row["text"], row["statement"], row.get("may_subset", True), row.get("pictures", False))


def _responses(row: Mapping[str, Any]) -> ResponseSet:
    options = row.get("options", [])
    codes = tuple(each["code"] for each in options)
    low, high = row.get("interval") or (min(codes), max(codes))
    labels = {each["code"]: each.get("label", {}) for each in options}
    pictures = {each["code"]: each["picture"] for each in options if "picture" in each}
    non_answers = {each["code"]: each["reason"] for each in row["non_answers"]}
    return ResponseSet(codes, low, high, non_answers, labels, pictures)


def _scale(row: Mapping[str, Any]) -> Scale:
    return Scale(
        id=row["id"],
        method=row["method"],
        items=tuple(row.get("items", ())),
        reverse=frozenset(row.get("reverse", ())),
        min_valid=row["missing"]["min_valid"] if "missing" in row else 0,
        half_up=row.get("round") == "half_up",
        range=tuple(row["range"]) if "range" in row else None,
        bands=_bands(row["bands"]) if "bands" in row else None,
        of=tuple(row.get("of", ())),
        table=tuple((raw, value) for raw, value in row.get("table", ())),
        rules=tuple(_rule(each) for each in row.get("rules", ())),
        otherwise=row.get("otherwise", ""),
        counted=frozenset(row.get("counts", ())),
        missing_basis=row["missing"]["basis"] if "missing" in row else "",
        draft=row.get("status") == "draft",
    )


def _bands(row: Mapping[str, Any]) -> Bands:
    return Bands(row["status"] == "draft", row["source"], tuple(_band_set(each) for each in row["sets"]))


def _band_set(row: Mapping[str, Any]) -> BandSet:
    ages = row.get("ages", {})
    bands = tuple(Band(cut["from"], cut["id"], cut.get("label", {})) for cut in row["cuts"])
    return BandSet(ages.get("min", 0), ages.get("max", float("inf")), bands)


def _rule(row: Mapping[str, Any]) -> Rule:
    made = (Condition(tuple(each["count"]), frozenset(each["in"]), each["at_least"]) for each in row["when"])
    return Rule(row["id"], tuple(made))
