"""A codebook for an archive: every variable with its question, codes, missing codes and how a score is made.

The parts are DDI-Codebook's (variable, question text, categories, missing, derivation), as JSON, CSV or Markdown.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping, Sequence
from math import isfinite
from typing import Any

from samklang.methods.kernel.findings import UnreadableInput
from samklang.methods.measurement.exchange.data_csv import guarded
from samklang.methods.measurement.exchange.shareable import ReadBlock, rights, shareable
from samklang.methods.measurement.instrument import Instrument, Item, ResponseSet, Scale
from samklang.methods.measurement.instrument_drafts import draft_parts

COLUMNS = ("variable", "kind", "question", "concept", "universe", "codes", "missing", "range", "derivation")


def codebook(instrument: Instrument) -> dict[str, Any]:
    """The codebook as plain data for JSON: the instrument, its items as asked and its scores as derived."""
    found = shareable(instrument)
    return {
        "instrument": f"{found.id}@{found.version}",
        "title": dict(found.title),
        "languages": list(found.languages),
        "rights": rights(found),
        "lead": dict(found.lead),
        "recall": found.recall,
        "draft": list(draft_parts(found)),
        "variables": [*(_asked(found, item) for item in found.items), *(_derived(scale) for scale in found.scales)],
    }


def _asked(found: Instrument, item: Item) -> dict[str, Any]:
    return {
        "variable": item.id,
        "kind": "asked",
        "question": dict(item.text),
        "concept": found.construct,
        "universe": {"ages_from": found.youngest},
        "codes": [{"code": code, "label": dict(item.responses.labels[code])} for code in item.responses.codes],
        "missing": [{"code": code, "reason": reason} for code, reason in item.responses.non_answers.items()],
        "range": [item.responses.low, item.responses.high],
    }


def _derived(scale: Scale) -> dict[str, Any]:
    return {
        "variable": scale.id,
        "kind": "derived",
        "method": scale.method,
        "from": list(scale.items or scale.of),
        "reversed": sorted(scale.reverse),
        "answers_needed": scale.min_valid,
        "range": None if scale.range is None else list(scale.range),
        "codes": [{"code": rule.id} for rule in scale.rules] + ([{"code": scale.otherwise}] if scale.rules else []),
        "bands": list(_bands(scale)),
    }


def _bands(scale: Scale) -> Iterator[dict[str, Any]]:
    """Every band there can be, with the score it begins at and the ages it holds for, in years."""
    for each in scale.bands.sets if scale.bands else ():
        for band in each.bands:
            ages = [each.youngest, each.oldest if isfinite(each.oldest) else None]
            yield {"code": band.id, "label": dict(band.label), "begins": band.begins, "ages": ages}


def language_in(book: Mapping[str, Any], wanted: str | None = None) -> str:
    """The language asked for; without a wish English, or the first there is. Raises UnreadableInput for another."""
    # Without wording, which the licence keeps, there is still the title.
    there = book["languages"] or list(book["title"])
    if wanted is None:
        return "en" if "en" in there else str(there[0])
    if wanted not in there:
        problem = (
            f"language '{wanted}': {book['instrument']} can be exported in {', '.join(there)}; choose one of them"
        )
        raise UnreadableInput([problem])
    return wanted


def codebook_csv(book: Mapping[str, Any], language: str | None = None) -> str:
    """One row a variable, in one language: see ``language_in``."""
    language = language_in(book, language)
    made = io.StringIO()
    writer = csv.DictWriter(made, COLUMNS, lineterminator="\n")
    writer.writeheader()
    writer.writerows({name: guarded(text) for name, text in row.items()} for row in _rows(book, language))
    return made.getvalue()


def codebook_markdown(book: Mapping[str, Any], language: str | None = None) -> str:
    """A page to read and print, in one language: see ``language_in``."""
    language = language_in(book, language)
    title = _in(book["title"], language) or book["instrument"]
    lines = [f"# {title}", "", f"{book['instrument']}. {book['rights']}", ""]
    lines += [f"Draft, not held against its source: {part}" for part in book["draft"]]
    for row in _rows(book, language):
        lines += ["", f"## {row['variable']}", ""]
        lines += [f"- {name}: {row[name]}" for name in COLUMNS[1:] if row.get(name)]
    return "\n".join(lines) + "\n"


def _rows(book: Mapping[str, Any], language: str) -> Iterator[dict[str, str]]:
    for each in book["variables"]:
        row = {"variable": each["variable"], "kind": each["kind"], "range": _between(each["range"])}
        if each["kind"] == "asked":
            row |= {"question": _in(each["question"], language), "concept": each["concept"]}
            row["universe"] = f"from {each['universe']['ages_from']} years"
            row["codes"] = "; ".join(f"{one['code']} {_in(one['label'], language)}".strip() for one in each["codes"])
            row["missing"] = "; ".join(f"{one['code']} {one['reason']}" for one in each["missing"])
        else:
            row["codes"] = "; ".join(one["code"] for one in each["codes"])
            row["derivation"] = _derivation(each)
        yield row


def _derivation(each: Mapping[str, Any]) -> str:
    turned = f", reversed {', '.join(each['reversed'])}" if each["reversed"] else ""
    needed = f", {each['answers_needed']} answers needed" if each["answers_needed"] else ""
    return f"{each['method']} of {', '.join(each['from'])}{turned}{needed}"


def _between(ends: Sequence[float] | None) -> str:
    return "" if ends is None else f"{ends[0]:g} to {ends[1]:g}"


def _in(texts: Mapping[str, str], language: str) -> str:
    return texts.get(language, next(iter(texts.values()), ""))


def from_codebook(book: Mapping[str, Any]) -> ReadBlock:
    """The items of a codebook of ours, in their order."""
    name, _, version = book["instrument"].partition("@")
    asked = [each for each in book["variables"] if each["kind"] == "asked"]
    return ReadBlock(name, version, book["title"], tuple(_read(each) for each in asked))


def _read(each: Mapping[str, Any]) -> Item:
    labels = {one["code"]: one["label"] for one in each["codes"]}
    reasons = {one["code"]: one["reason"] for one in each["missing"]}
    low, high = each["range"]
    return Item(each["variable"], ResponseSet(tuple(labels), low, high, reasons, labels), each["question"])
