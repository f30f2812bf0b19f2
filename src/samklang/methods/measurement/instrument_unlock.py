"""A body's own licence and wording unlock an instrument whose text may not ship: structure ours, words theirs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from samklang.methods.kernel.findings import UnreadableInput
from samklang.methods.measurement.instrument import Instrument, Item


@dataclass(frozen=True)
class LicenceRecord:
    """What a body has recorded about its right to use the wording. proof: number or place of the paper;

    electronic: the rights holder allows it on a screen; recorded_on, until: days as 2026-11-25, until empty for ever.
    """

    holder: str
    proof: str
    electronic: bool
    recorded_on: str
    until: str = ""


@dataclass(frozen=True)
class Wording:
    """One language. items: item id → text; answers: code → label for every item; own_answers: item id → code → label,

    where an item has labels of its own. A line's two ends are its lowest and highest number.
    """

    items: Mapping[str, str]
    answers: Mapping[int, str] = field(default_factory=dict)
    own_answers: Mapping[str, Mapping[int, str]] = field(default_factory=dict)
    lead: str = ""


def unlock(instrument: Instrument, record: LicenceRecord, wordings: Mapping[str, Wording]) -> Instrument:
    """The instrument with a body's own wording, for that body only. wordings: language → wording.

    Its licence stays what it was, so that no export carries the words out. Raises UnreadableInput with every error.
    """
    problems = [f"{instrument.id}: {problem}" for problem in _problems(instrument, record, wordings)]
    if problems:
        raise UnreadableInput(problems)
    return replace(
        instrument,
        items=tuple(_worded(item, wordings) for item in instrument.items),
        languages=tuple(wordings),
        lead={language: each.lead for language, each in wordings.items() if each.lead},
        wording_status=dict.fromkeys(wordings, "user_supplied"),
    )


def _problems(instrument: Instrument, record: LicenceRecord, wordings: Mapping[str, Wording]) -> Iterator[str]:
    if instrument.licence.text == "open":
        yield "the wording ships already; use it, or make an instrument of your own"
    if not record.holder.strip():
        yield "holder: say who gave the licence"
    if not record.proof.strip():
        yield "proof: give the licence's number, or where the paper is kept"
    if not record.electronic:
        yield "electronic: the licence doesn't allow the wording on a screen; ask the rights holder for that"
    if record.until and record.until < record.recorded_on:
        yield f"until: {record.until} is before {record.recorded_on}, when it was recorded; renew the licence"
    if not wordings:
        yield "wording: give the texts of at least one language"
    for language, wording in wordings.items():
        yield from _incomplete(instrument, language, wording)


def _incomplete(instrument: Instrument, language: str, wording: Wording) -> Iterator[str]:
    known = {item.id for item in instrument.items}
    for name in (*wording.items, *wording.own_answers):
        if name not in known:
            yield f"{language}, {name}: there is no such item; take it out"
    for item in instrument.items:
        if not wording.items.get(item.id, "").strip():
            yield f"{language}, {item.id}: the text is missing; a language is whole or absent"
        labels = _labels(item, wording)
        for code in _codes(item):
            if not labels.get(code, "").strip():
                yield f"{language}, {item.id}: the answer {code} has no label; a language is whole or absent"
        for code in sorted(set(labels) - set(_codes(item))):
            yield f"{language}, {item.id}: {code} is none of its answers; take the label out"


def _codes(item: Item) -> tuple[int, ...]:
    return item.responses.codes or (int(item.responses.low), int(item.responses.high))


def _labels(item: Item, wording: Wording) -> Mapping[int, str]:
    return wording.own_answers.get(item.id, wording.answers)


def _worded(item: Item, wordings: Mapping[str, Wording]) -> Item:
    text = {language: each.items[item.id].strip() for language, each in wordings.items()}
    labels = {
        code: {language: _labels(item, each)[code].strip() for language, each in wordings.items()}
        for code in _codes(item)
    }
    return replace(item, text=text, responses=replace(item.responses, labels=labels))
