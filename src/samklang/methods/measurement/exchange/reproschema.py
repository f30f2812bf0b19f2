"""ReproSchema's JSON-LD: one activity and one item for each question. reproschema.org, schema version 1.0.0.

Its computations have no missing rules; only sums are given, in people who answered everything.
A mark on a line is a slider, whose choices are only the codes of non-answers.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from samklang.methods.measurement.exchange.shareable import (
    ReadBlock,
    non_answer_label,
    rights,
    shareable,
    stand_in,
    title_in,
)
from samklang.methods.measurement.instrument import Instrument, Item, ResponseSet, Scale

SCHEMA = "1.0.0"
CONTEXT = f"https://raw.githubusercontent.com/ReproNim/reproschema/{SCHEMA}/contexts/reproschema"

Document = dict[str, Any]


def to_reproschema(instrument: Instrument) -> dict[str, Document]:
    """Path → document: the activity first, then its items."""
    found = shareable(instrument)
    languages = found.languages or ("en",)
    items = {f"items/{item.id}": _item(item) for item in found.items}
    activity: Document = {
        "@context": CONTEXT,
        "@type": "reproschema:Activity",
        "@id": f"{found.id}_schema",
        "schemaVersion": SCHEMA,
        "version": found.version,
        "prefLabel": {language: title_in(found, (language, "en")) for language in languages},
        "description": {"en": rights(found)},
        "ui": {
            "addProperties": [
                {"isAbout": path, "variableName": document["@id"], "isVis": True} for path, document in items.items()
            ],
            "order": list(items),
            "shuffle": False,
        },
    }
    if found.lead:
        activity["preamble"] = dict(found.lead)
    sums = [_compute(found, scale) for scale in found.scales if scale.method == "sum" and len(scale.items) > 1]
    if sums:
        activity["compute"] = sums
    return {f"{found.id}_schema": activity, **items}


def _item(item: Item) -> Document:
    made: Document = {
        "@context": CONTEXT,
        "@type": "reproschema:Item",
        "@id": item.id,
        "schemaVersion": SCHEMA,
        "version": SCHEMA,
        "prefLabel": {"en": item.id},
    }
    if item.text:
        made["question"] = dict(item.text)
    lined = not item.responses.codes
    made["ui"] = {"inputType": "slider" if lined else "radio"}
    made["responseOptions"] = _options(item.responses, tuple(item.text))
    return made


def _options(responses: ResponseSet, languages: tuple[str, ...]) -> Document:
    kind = "xsd:integer" if responses.codes else "xsd:decimal"
    made: Document = {"valueType": [kind], "minValue": responses.low, "maxValue": responses.high}
    choices = [
        {"name": dict(responses.labels[code]) or {"en": stand_in(code)}, "value": code} for code in responses.codes
    ]
    choices += [
        {"name": {each: non_answer_label(code, reason, each) for each in languages or ("en",)}, "value": code}
        for code, reason in responses.non_answers.items()
    ]
    return {**made, "multipleChoice": False, "choices": choices} if choices else made


def _compute(found: Instrument, scale: Scale) -> Document:
    """A sum in people who answered every item: a non-answer's code must never be added."""
    responses = found.item(scale.items[0]).responses
    terms = [
        f"({responses.low + responses.high:g} - {each})" if each in scale.reverse else each for each in scale.items
    ]
    answered = f"[{', '.join(scale.items)}].every(x => x >= {responses.low:g} && x <= {responses.high:g})"
    return {
        "variableName": f"{found.id}_{scale.id}",
        "jsExpression": f"{answered} ? {' + '.join(terms)} : null",
    }


def from_reproschema(documents: Mapping[str, Document]) -> ReadBlock:
    """The items of an export of ours, in the activity's order. Choices outside the item's limits are non-answers."""
    activity = next(each for each in documents.values() if each["@type"] == "reproschema:Activity")
    items = tuple(_read(documents[path]) for path in activity["ui"]["order"])
    return ReadBlock(activity["@id"].removesuffix("_schema"), activity["version"], activity["prefLabel"], items)


def _read(document: Document) -> Item:
    options = document["responseOptions"]
    low, high = options["minValue"], options["maxValue"]
    names = {row["value"]: row["name"] for row in options.get("choices", ())}
    answers = {code: name for code, name in names.items() if low <= code <= high}
    labels = {code: {} if name == {"en": stand_in(code)} else name for code, name in answers.items()}
    reasons = {code: next(iter(name.values())) for code, name in names.items() if code not in answers}
    return Item(document["@id"], ResponseSet(tuple(labels), low, high, reasons, labels), document.get("question", {}))
