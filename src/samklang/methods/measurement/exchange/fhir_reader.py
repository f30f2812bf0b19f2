"""Items read back from a FHIR Questionnaire of choice questions and marks on a line."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from math import isfinite
from typing import Any

from samklang.methods.kernel.findings import UnreadableInput
from samklang.methods.measurement.exchange.fhir import CALCULATED, NON_ANSWER, STRUCTURE, WEIGHT
from samklang.methods.measurement.exchange.shareable import CODE, FARTHEST_CODE, ReadBlock
from samklang.methods.measurement.instrument import Item, ResponseSet

ASSUMED = "en"
KEPT = frozenset(("linkId", "type", "text", "_text", "answerOption", "item", "extension", "readOnly", "required"))
ENDS = (f"{STRUCTURE}minValue", f"{STRUCTURE}maxValue")


def from_fhir(data: Any, where: str) -> ReadBlock:
    """The items of a Questionnaire. where: the file's name. Raises UnreadableInput with every error at once."""
    if not isinstance(data, Mapping) or data.get("resourceType") != "Questionnaire":
        raise UnreadableInput([f"{where}: not a FHIR Questionnaire; resourceType must be Questionnaire"])
    language = str(data.get("language", ASSUMED))
    problems: list[str] = []
    items: list[Item] = []
    for row in _questions(data.get("item", ())):
        try:
            items.append(_read(row, language))
        except (KeyError, TypeError, ValueError, AttributeError, OverflowError) as error:
            name = row.get("linkId", "an item without linkId") if isinstance(row, Mapping) else "an item"
            problems.append(f"{where}, {name}: can't be read ({error}); give whole numbers as codes, or two ends")
    if not items and not problems:
        problems.append(f"{where}: there are no questions in it")
    if problems:
        raise UnreadableInput(problems)
    title = {language: str(data["title"])} if "title" in data else {}
    notes = (*_not_kept(data.get("item", ()), where), *_language_notes(data, where))
    return ReadBlock(str(data.get("name", "")), str(data.get("version", "")), title, tuple(items), notes)


def _questions(rows: Any) -> Iterator[Any]:
    """Every question in order, also those inside groups; texts to read and computed scores are left out."""
    for row in rows if isinstance(rows, list) else ():
        if not isinstance(row, Mapping):
            yield row
        elif row.get("type") == "group":
            yield from _questions(row.get("item"))
        elif row.get("type") != "display" and not row.get("readOnly"):
            yield row


def _not_kept(rows: Any, where: str) -> Iterator[str]:
    """One line for each thing about the questions that no item has, and how many have it."""
    lost = Counter(thing for row in _every(rows) for thing in _lost(row))
    for thing, count in lost.items():
        yield f"{where}: {thing}, {count} not kept; an item has a question and answers only"


def _every(rows: Any) -> Iterator[Mapping[str, Any]]:
    for row in rows if isinstance(rows, list) else ():
        if isinstance(row, Mapping):
            yield row
            yield from _every(row.get("item"))


def _lost(row: Mapping[str, Any]) -> Iterator[str]:
    if row.get("type") == "display":
        yield "text to read"
    elif row.get("readOnly"):
        yield "computed score"
    yield from sorted(f"'{key}'" for key in set(row) - KEPT)
    for option in row.get("answerOption", ()):
        if any(each.get("url") in WEIGHT.values() for each in option.get("extension", ())):
            yield "weight of an answer"
    for each in row.get("extension", ()):
        if each.get("url") not in (*ENDS, CALCULATED, NON_ANSWER):
            yield f"extension {each.get('url')}"


def _language_notes(data: Mapping[str, Any], where: str) -> Iterator[str]:
    if "language" not in data:
        yield f"{where}: the language isn't named and is taken as '{ASSUMED}'; name it under language"


def _read(row: Mapping[str, Any], language: str) -> Item:
    return Item(str(row["linkId"]), _responses(row, language), _texts(row, "text", language))


def _responses(row: Mapping[str, Any], language: str) -> ResponseSet:
    if row["type"] in ("decimal", "integer"):
        extensions = row.get("extension", ())
        found = {each["url"]: _number(each) for each in extensions}
        low, high = (float(found[end]) for end in ENDS)
        if not (isfinite(low) and isfinite(high) and low < high):
            raise ValueError(f"the ends {low:g} and {high:g} are no line")
        return ResponseSet((), low, high, _reasons(each.get("valueCoding", {}) for each in extensions), {})
    if row["type"] not in ("choice", "coding"):
        raise ValueError(f"the type {row['type']} has no codes")
    if "answerOption" not in row:
        raise ValueError("its answers stand in another file")
    codings = [option["valueCoding"] for option in row["answerOption"]]
    answers = [each for each in codings if each.get("system") != NON_ANSWER]
    labels = {_code(each): _texts(each, "display", language) for each in answers}
    return ResponseSet(tuple(labels), min(labels), max(labels), _reasons(codings), labels)


def _reasons(codings: Iterable[Mapping[str, Any]]) -> dict[int, str]:
    """Code → reason, of those that aren't answers."""
    return {_code(each): str(each["display"]) for each in codings if each.get("system") == NON_ANSWER}


def _code(coding: Mapping[str, Any]) -> int:
    """A code as a whole number; 3.7 is none, and is not cut to 3. Raises ValueError."""
    text = str(coding["code"])
    if not CODE.match(text) or abs(int(text)) > FARTHEST_CODE:
        raise ValueError(f"'{text}' is no code from -{FARTHEST_CODE} to {FARTHEST_CODE}")
    return int(text)


def _number(extension: Mapping[str, Any]) -> Any:
    return extension.get("valueDecimal", extension.get("valueInteger"))


def _texts(row: Mapping[str, Any], key: str, language: str) -> dict[str, str]:
    if key not in row:
        return {}
    texts = {language: str(row[key])}
    for each in row.get(f"_{key}", {}).get("extension", ()):
        if each["url"] == f"{STRUCTURE}translation":
            parts = {part["url"]: part for part in each["extension"]}
            texts[parts["lang"]["valueCode"]] = parts["content"]["valueString"]
    return texts
