"""What a schema can't see in an instrument: references, ranges, bands, tables, languages and licence."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from itertools import pairwise
from typing import Any

from samklang.methods.measurement.instrument_scale_check import SCALE_CHECKS, Fact, twice

WHOLE = ("table", "value_set", "rule", "count")
EVEN = ("sum", "mean", "percent_of_max", "table", "value_set")
CODED = ("table", "value_set", "rule", "count")


def meaning_errors(fact: Any) -> list[str]:
    """Every error of meaning: one line each, what, where and how to mend it.

    A check that can't read a broken structure stays silent, since the schema has already named that place.
    """
    found: list[str] = []
    for check in CHECKS:
        try:
            # One by one, so that what was found before a broken place is kept.
            for problem in check(fact):
                found.append(problem)
        except (KeyError, TypeError, AttributeError, ValueError, IndexError):
            continue
    return found


def identifiers(fact: Fact) -> Iterator[str]:
    """Items and scores are told apart by their ids."""
    for key in ("items", "scores"):
        for name in twice(row["id"] for row in fact[key]):
            yield f"{key}: the id '{name}' stands twice; give each its own"


def answers(fact: Fact) -> Iterator[str]:
    """Each item has a response set, and no code means two things."""
    for name, row in fact["responses"].items():
        codes = [each["code"] for each in (*row.get("options", ()), *row["non_answers"])]
        for code in twice(codes):
            yield f"responses.{name}: the code {code} means two things; give each answer its own code"
    for row in fact["items"]:
        if row["responses"] not in fact["responses"]:
            yield f"items.{row['id']}: there is no response set '{row['responses']}'; declare it under responses"


def references(fact: Fact) -> Iterator[str]:
    """A score names items and earlier scores that exist, and reverses only its own items."""
    items, earlier = {row["id"] for row in fact["items"]}, set[str]()
    for row in fact["scores"]:
        where, own = f"scores.{row['id']}", row.get("items", [])
        counted = [name for rule in row.get("rules", ()) for one in rule["when"] for name in one["count"]]
        for name in dict.fromkeys([*own, *counted]):
            if name not in items:
                yield f"{where}: there is no item '{name}'"
        for name in twice(own):
            yield f"{where}: the item '{name}' counts twice; name it once"
        for name in row.get("reverse", ()):
            if name not in own:
                yield f"{where}: the reversed item '{name}' is not in the scale; add it or don't reverse it"
        for name in row.get("of", ()):
            if name not in earlier:
                yield f"{where}: there is no score '{name}' before this one"
        earlier.add(row["id"])


def missing_rules(fact: Fact) -> Iterator[str]:
    """Every score over items says how many answers it needs; a table, value set or rule needs them all."""
    for row in fact["scores"]:
        if row["method"] == "sum_of":
            continue
        size, needed = len(row["items"]), row["missing"]["min_valid"] if "missing" in row else None
        if needed is None:
            yield f"scores.{row['id']}: say under missing how many answers are needed"
        elif needed > size:
            yield f"scores.{row['id']}.missing: {needed} answers are needed of {size} items; lower min_valid"
        elif row["method"] in WHOLE and needed != size:
            yield f"scores.{row['id']}.missing: a {row['method']} needs every answer; set min_valid to {size}"


def ranges(fact: Fact) -> Iterator[str]:
    """The range is what the codes imply."""
    for row in fact["scores"]:
        if row["method"] in ("value_set", "rule"):
            continue
        low, high = implied_range(fact, row)
        if "range" not in row:
            yield f"scores.{row['id']}: the range is missing; the codes give {low:g} to {high:g}"
        elif tuple(row["range"]) != (low, high):
            told = f"{row['range'][0]:g} to {row['range'][1]:g}"
            yield f"scores.{row['id']}.range: {told} stands there, but the codes give {low:g} to {high:g}"


def implied_range(fact: Fact, row: Fact) -> tuple[float, float]:
    """The least and the greatest score that can come out, in points."""
    if row["method"] == "sum_of":
        parts = [implied_range(fact, each) for each in fact["scores"] if each["id"] in row["of"]]
        return sum(low for low, _ in parts), sum(high for _, high in parts)
    if row["method"] == "percent_of_max":
        return 0, 100
    if row["method"] == "count":
        return 0, len(row["items"])
    limits = [_limits(fact, name) for name in row["items"]]
    low, high = sum(low for low, _ in limits), sum(high for _, high in limits)
    if row["method"] == "mean":
        return low / len(limits), high / len(limits)
    if row["method"] == "table":
        values = [value for _, value in row["table"]]
        return min(values), max(values)
    return low, high


def _limits(fact: Fact, item: str) -> tuple[float, float]:
    row = fact["responses"][{each["id"]: each["responses"] for each in fact["items"]}[item]]
    codes = row.get("interval") or [each["code"] for each in row["options"]]
    return min(codes), max(codes)


def even_items(fact: Fact) -> Iterator[str]:
    """Items of one score share their lowest and highest code, or a person's mean would mix two rulers."""
    for row in fact["scores"]:
        if row["method"] in EVEN and (len({_limits(fact, name) for name in row["items"]}) > 1):
            yield f"scores.{row['id']}: the items have different codes; split the score"


def coded_items(fact: Fact) -> Iterator[str]:
    """Tables, value sets, rules and counts are about codes that exist, not about marks on a line."""
    options = {name: {each["code"] for each in row.get("options", ())} for name, row in fact["responses"].items()}
    codes = {row["id"]: options[row["responses"]] for row in fact["items"]}
    for row in fact["scores"]:
        if row["method"] not in CODED:
            continue
        where = f"scores.{row['id']}"
        for name in row["items"]:
            if not codes[name]:
                yield f"{where}: a {row['method']} needs codes, but '{name}' is a line; use sum or mean"
        asked = [(row["items"], row.get("counts", ()))]
        asked += [(one["count"], one["in"]) for rule in row.get("rules", ()) for one in rule["when"]]
        for names, wanted in asked:
            for code in sorted(set(wanted) - set().union(*(codes[name] for name in names))):
                yield f"{where}: the code {code} can't be answered; name a code of the response set"


def bands(fact: Fact) -> Iterator[str]:
    """Bands begin at the least score, never overlap, leave no gap and lie inside the range."""
    for row in fact["scores"]:
        for found in row.get("bands", {}).get("sets", ()):
            where, cuts = f"scores.{row['id']}.bands", [cut["from"] for cut in found["cuts"]]
            if cuts[0] != row["range"][0]:
                yield f"{where}: the first band begins at {cuts[0]:g}, not at {row['range'][0]:g}; leave no gap"
            for before, after in pairwise(cuts):
                if after <= before:
                    yield f"{where}: {after:g} comes after {before:g}; bands overlap, put them in rising order"
            if max(cuts) > row["range"][1]:
                yield f"{where}: {max(cuts):g} lies above the highest score {row['range'][1]:g}"
            for name in twice(cut["id"] for cut in found["cuts"]):
                yield f"{where}: the band '{name}' stands twice"


def tables(fact: Fact) -> Iterator[str]:
    """A table has one value for every sum that can come out, rising."""
    for row in fact["scores"]:
        if row["method"] != "table":
            continue
        limits = [_limits(fact, name) for name in row["items"]]
        reachable = list(range(int(sum(low for low, _ in limits)), int(sum(high for _, high in limits)) + 1))
        if [raw for raw, _ in row["table"]] != reachable:
            yield f"scores.{row['id']}.table: give one row for each sum {reachable[0]} to {reachable[-1]}, in order"
        values = [value for _, value in row["table"]]
        if any(after <= before for before, after in pairwise(values)):
            yield f"scores.{row['id']}.table: the values must rise from row to row"


def licence(fact: Fact) -> Iterator[str]:
    """Only an open text may be written here."""
    if fact["licence"]["text"] not in ("ship_nc", "user_supplied"):
        return
    for place, texts in _wordings(fact):
        if texts:
            yield f"{place}: the licence is {fact['licence']['text']}; take the wording out, structure only"


def pictures(fact: Fact) -> Iterator[str]:
    """A picture changes a question: only where the licence lets one be added, and then for every answer."""
    for name, found in fact["responses"].items():
        pictured = ["picture" in each for each in found.get("options", ())]
        if any(pictured) and not fact["licence"].get("pictures"):
            yield f"responses.{name}: the licence doesn't allow pictures; say so under licence or take them out"
        if any(pictured) and not all(pictured):
            yield f"responses.{name}: some answers have a picture and some have none; give every answer one"


def languages(fact: Fact) -> Iterator[str]:
    """A language is whole or absent, declared under translations, and an official one names its source."""
    for language, made in fact["translations"].items():
        if made["status"] == "official" and not made.get("source"):
            yield f"translations.{language}: an official translation needs its source"
        for place, texts in _wordings(fact):
            if language not in texts:
                yield f"{place}: the wording in '{language}' is missing; a language is whole or absent"
    for place, texts in _wordings(fact):
        for language in sorted(set(texts) - set(fact["translations"])):
            yield f"{place}: '{language}' is not declared under translations"


def _wordings(fact: Fact) -> Iterator[tuple[str, Mapping[str, str]]]:
    if "lead" in fact:
        yield "lead", fact["lead"]
    for row in fact["items"]:
        yield f"items.{row['id']}", row.get("text", {})
    for name, found in fact["responses"].items():
        for each in found.get("options", ()):
            yield f"responses.{name}.{each['code']}", each.get("label", {})


def examples(fact: Fact) -> Iterator[str]:
    """A worked example answers every item, empty ones with null."""
    for place, row in enumerate(fact.get("examples", ()), 1):
        if len(row["answers"]) != len(fact["items"]):
            yield f"examples, number {place}: {len(row['answers'])} answers for {len(fact['items'])} items"


CHECKS: tuple[Callable[[Fact], Iterator[str]], ...] = (
    *SCALE_CHECKS,
    identifiers,
    answers,
    references,
    missing_rules,
    ranges,
    even_items,
    coded_items,
    bands,
    tables,
    licence,
    pictures,
    languages,
    examples,
)
