"""What a schema can't see in one score: keys of another method, categories, ages, value sets and its name."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise
from math import inf
from typing import Any

from samklang.methods.measurement.scoring.value_sets import value_set, value_sets

Fact = Mapping[str, Any]

EVERY = frozenset({"id", "method", "status"})
ADDED_UP = frozenset({"items", "missing", "range"})
NEEDED = {
    "sum": ADDED_UP,
    "mean": ADDED_UP,
    "percent_of_max": ADDED_UP,
    "table": ADDED_UP | {"table"},
    "value_set": frozenset({"items", "missing"}),
    "rule": frozenset({"items", "missing", "rules", "otherwise"}),
    "count": ADDED_UP | {"counts"},
    "sum_of": frozenset({"of", "range"}),
}
KEYED = frozenset({"bands", "reverse", "round"})
ALLOWED = {
    "sum": KEYED,
    "mean": KEYED,
    "percent_of_max": KEYED,
    "table": frozenset({"bands", "reverse"}),
    "count": frozenset({"bands"}),
    "sum_of": frozenset({"bands"}),
}
# Told with its figures, by the check of ranges.
TOLD_ELSEWHERE = frozenset({"missing", "range"})


def twice(values: Iterable[Any]) -> list[Any]:
    """The values that stand more than once."""
    return [value for value, count in Counter(values).items() if count > 1]


def keys_of_the_method(fact: Fact) -> Iterator[str]:
    """A score has the keys of its method and no other, or a table would be written that nothing reads."""
    for row in fact["scores"]:
        method = row["method"]
        for key in sorted(NEEDED[method] - set(row) - TOLD_ELSEWHERE):
            yield f"scores.{row['id']}: the method {method} needs the key '{key}'; add it"
        for key in sorted(set(row) - EVERY - NEEDED[method] - ALLOWED.get(method, frozenset())):
            yield f"scores.{row['id']}: the method {method} has no use for the key '{key}'; take it out"


def names(fact: Fact) -> Iterator[str]:
    """A score's id is a column beside the items and beside its own status and band."""
    taken = {"id", "from", "to", *(row["id"] for row in fact["items"])}
    for row in fact["scores"]:
        if row["id"] in taken:
            yield f"scores.{row['id']}: '{row['id']}' is the name of another column; give the score its own"
        if "__" in row["id"]:
            yield f"scores.{row['id']}: two underscores are kept for __status and __band; use one"


def repetitions(fact: Fact) -> Iterator[str]:
    """Nothing is named twice where once says all."""
    for row in fact["scores"]:
        for key in ("reverse", "of"):
            for name in twice(row.get(key, ())):
                yield f"scores.{row['id']}.{key}: '{name}' stands twice; name it once"


def categories(fact: Fact) -> Iterator[str]:
    """Each category has its own id, and each condition can be met by answers that are known to be there."""
    for row in fact["scores"]:
        for name in twice([rule["id"] for rule in row.get("rules", ())] + [row.get("otherwise")]):
            yield f"scores.{row['id']}: the category '{name}' stands twice; give each its own id"
        for rule in row.get("rules", ()):
            where = f"scores.{row['id']}.rules.{rule['id']}"
            for one in rule["when"]:
                if one["at_least"] > len(one["count"]):
                    yield f"{where}: at least {one['at_least']} of {len(one['count'])} items can't be; lower at_least"
                for name in twice(one["count"]):
                    yield f"{where}: '{name}' is counted twice; name it once"
                for name in dict.fromkeys(one["count"]):
                    if name not in row["items"]:
                        yield f"{where}: '{name}' is not among the score's items; add it, since it may not be missing"


def numbers_to_add(fact: Fact) -> Iterator[str]:
    """Only scores that are numbers are added up."""
    methods = {row["id"]: row["method"] for row in fact["scores"]}
    for row in fact["scores"]:
        for name in row.get("of", ()):
            if methods.get(name) in ("rule", "value_set"):
                yield f"scores.{row['id']}.of: '{name}' is a {methods[name]}, nothing to add up; leave it out"


def indices(fact: Fact) -> Iterator[str]:
    """A value set knows just these items and levels."""
    for row in fact["scores"]:
        if row["method"] != "value_set":
            continue
        where, found = f"scores.{row['id']}", value_sets(fact["id"])
        if not found:
            yield f"{where}: there is no value set for '{fact['id']}'; add one, or use another method"
        asked = {each["id"]: _codes(fact, each) for each in fact["items"] if each["id"] in row["items"]}
        for name in found:
            made = value_set(name, fact["id"])
            if asked != {item: list(range(1, made.levels + 1)) for item in made.decrements}:
                told = f"{', '.join(made.decrements)} with the levels 1 to {made.levels}"
                yield f"{where}: the value set {name} is for {told}; give the score those"


def _codes(fact: Fact, item: Fact) -> list[int]:
    return sorted(each["code"] for each in fact["responses"][item["responses"]]["options"])


def lines(fact: Fact) -> Iterator[str]:
    """A line has a low and a high end, and a code for no answer lies outside the line or the answers' codes."""
    for name, row in fact["responses"].items():
        ends = row.get("interval") or [each["code"] for each in row["options"]]
        low, high = min(ends), max(ends)
        if "interval" in row and ends[0] >= ends[1]:
            yield f"responses.{name}.interval: {ends[0]:g} to {ends[1]:g} is no line; give the low end first"
        for each in row["non_answers"]:
            if low < each["code"] < high or ("interval" in row and each["code"] in ends):
                told = f"{each['code']} lies between {low:g} and {high:g}"
                yield f"responses.{name}: {told} and can't mean no answer; give the non-answer another code"


def ages(fact: Fact) -> Iterator[str]:
    """Ages run upwards, and bands by age follow on each other without a gap or an overlap."""
    yield from _upwards("ages", fact["ages"])
    for row in fact["scores"]:
        where, sets = f"scores.{row['id']}.bands", row.get("bands", {}).get("sets", ())
        spans = sorted((each.get("ages", {}).get("min", 0), each.get("ages", {}).get("max", inf)) for each in sets)
        for each in sets:
            yield from _upwards(where, each.get("ages", {}))
        for (_, before), (after, _) in pairwise(spans):
            if after <= before:
                yield f"{where}: two sets hold at the age of {after}; let one end before the other begins"
            elif after > before + 1:
                yield f"{where}: no set holds from {before + 1} to {after - 1} years; leave no gap"


def _upwards(where: str, span: Mapping[str, int]) -> Iterator[str]:
    if span.get("min", 0) > span.get("max", inf):
        yield f"{where}: the ages {span['min']} to {span['max']} run backwards; give the youngest first"


def band_labels(fact: Fact) -> Iterator[str]:
    """A language stands on every band of a score or on none."""
    for row in fact["scores"]:
        cuts = [cut for each in row.get("bands", {}).get("sets", ()) for cut in each["cuts"]]
        spoken = sorted({language for cut in cuts for language in cut.get("label", {})})
        for cut in cuts:
            for language in spoken:
                if language not in cut.get("label", {}):
                    told = f"the label in '{language}' is missing; a language is whole or absent"
                    yield f"scores.{row['id']}.bands.{cut['id']}: {told}"


SCALE_CHECKS = (
    keys_of_the_method,
    names,
    repetitions,
    categories,
    numbers_to_add,
    indices,
    lines,
    ages,
    band_labels,
)
