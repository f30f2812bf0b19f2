"""What of an instrument may leave the house: its structure always, its words only when the licence is open."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from samklang.methods.kernel import facts
from samklang.methods.measurement.instrument import Instrument, Item, ResponseSet

# What another system's answer must be to become a code here: an instrument's codes are one byte.
CODE = re.compile(r"^-?[0-9]{1,3}$")
FARTHEST_CODE = 126


@dataclass(frozen=True)
class ReadBlock:
    """Items read back from another system's file. title: language → text; notes: what of the file is not in them."""

    id: str
    version: str
    title: Mapping[str, str]
    items: tuple[Item, ...]
    notes: tuple[str, ...] = ()


def shareable(instrument: Instrument) -> Instrument:
    """The instrument as it may leave: without wording when that is a body's own under licence."""
    if instrument.licence.text == "open":
        return instrument
    items = tuple(replace(item, text={}, responses=_bare(item.responses)) for item in instrument.items)
    return replace(instrument, items=items, languages=(), lead={}, wording_status={})


def _bare(responses: ResponseSet) -> ResponseSet:
    return replace(responses, labels={code: {} for code in responses.labels})


def stand_in(name: object) -> str:
    """What stands where a form must have a text and the licence keeps it: for whoever has the right to fill in."""
    return f"[{name}]"


def rights(instrument: Instrument) -> str:
    """The line about rights and source that goes with every export."""
    return f"{instrument.licence.statement}. Source: {instrument.reference}"


def title_in(instrument: Instrument, languages: Sequence[str]) -> str:
    """The title in the first of the languages it has, or in any it has."""
    found = [instrument.title[one] for one in languages if one in instrument.title]
    return found[0] if found else next(iter(instrument.title.values()))


def points(instrument: Instrument, item: Item, code: int) -> float:
    """What a code counts in the item's scales: turned when a scale reverses the item."""
    if any(item.id in scale.reverse for scale in instrument.scales):
        return item.responses.low + item.responses.high - code
    return code


def non_answer_label(code: int, reason: str, language: str) -> str:
    """The house's own words for not answering, or the reason's name."""
    for row in facts.load("questions", "answers")["non_answers"].values():
        if row["code"] == code and language in row["label"]:
            return str(row["label"][language])
    return reason.replace("_", " ")


def answer_lists(instrument: Instrument) -> dict[str, ResponseSet]:
    """The instrument's different sets of answers, each with a name, in the order they are first used."""
    found: dict[str, ResponseSet] = {}
    for item in instrument.items:
        if item.responses not in found.values():
            found[f"{instrument.id}_{len(found) + 1}"] = item.responses
    return found
