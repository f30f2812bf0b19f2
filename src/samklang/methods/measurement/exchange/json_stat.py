"""A released wave as JSON-stat 2.0 tables (json-stat.org): what anyone may read, from the release's buckets only.

By how many stand behind them, as the open page tells it: words under 30, shares and three classes from 30, every
answer from 100; shares in whole per cents.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from typing import Any, get_args

from samklang.methods.disclosure.release import Release, from_manifest
from samklang.methods.disclosure.telling import Telling, band_of, level_of, tell
from samklang.methods.disclosure.words import Word
from samklang.methods.measurement.exchange.json_stat_words import WORDS
from samklang.methods.measurement.released_change import cells_where

NOT_TOLD = "c"  # as official statistics mark what is confidential

Table = dict[str, Any]
Value = int | None


@dataclass(frozen=True)
class PublicWave:
    """What the open page knows of a wave. group: empty for an area; content: what was asked; manifest: released."""

    initiative: str
    place: str
    group: str
    name: str
    questionnaire: str
    closed_on: date
    released_on: date
    content: Mapping[str, Any]
    manifest: Mapping[str, Any]


@dataclass(frozen=True)
class _Asked:
    """One question as it was worded, with what the public may be told of it."""

    id: str
    text: str
    options: Mapping[int, str]
    sensitive: str
    told: Telling


_Sets = dict[tuple[str, ...], list[tuple[_Asked, list[int]]]]


@dataclass(frozen=True)
class _Axis:
    """A dimension: its name and its categories, id → label; notes and units by category."""

    id: str
    label: str
    categories: Mapping[str, str]
    notes: Mapping[str, str]
    unit: str = ""


def json_stat_tables(wave: PublicWave, language: str) -> dict[str, Table]:
    """Name → dataset: people, and words or shares with classes-1 or answers-1 … for each set of answers there is."""
    release = from_manifest(wave.manifest)
    cells = None if wave.group else cells_where(release, {"lives_here": "yes"})
    asked = [_worded(one, release, cells, language) for one in wave.content["questions"] if one["ordered"]]
    n = sum(cell.n for cell in release.cells if cells is None or cell.id in cells)
    level = level_of(n, public=True)
    # Whether some were left out would tell which of the groups that aren't told of are the smallest.
    say = _Maker(wave, WORDS.get(language, WORDS["en"]), release.left_out and level != "nothing")
    made = {"people": say.people(n)}
    if level == "words":
        made["words"] = say.words(asked)
    elif level != "nothing":
        made["shares"] = say.shares(asked)
        made |= say.classes(asked) if level == "classes" else say.answers(asked)
    return made


def to_json_stat(wave: PublicWave, language: str) -> Table:
    """All the tables as one collection."""
    tables = json_stat_tables(wave, language)
    first = tables["people"]
    return {
        "version": "2.0",
        "class": "collection",
        "label": f"{wave.initiative}: {wave.name}",
        "source": first["source"],
        "updated": first["updated"],
        "link": {"item": list(tables.values())},
    }


def _worded(one: Mapping[str, Any], release: Release, cells: Sequence[str] | None, language: str) -> _Asked:
    """A question in the language, else in Swedish or the first it has, as pages show it."""
    texts = one["texts"]
    found = texts.get(language) or texts.get("sv") or next(iter(texts.values()))
    options = dict(found["options"])
    sensitive = " / ".join(text for code, text in options.items() if code in one["sensitive"])
    return _Asked(one["id"], found["text"], options, sensitive, tell(release, one["id"], cells, public=True))


@dataclass(frozen=True)
class _Maker:
    """Makes the tables of one wave in one language."""

    wave: PublicWave
    say: Mapping[str, str]
    left_out: bool

    def people(self, n: int) -> Table:
        """How many answered: a band's ends, both the same from 100."""
        told = level_of(n, public=True) != "nothing"
        ends: tuple[Value, Value] = (band_of(n) or (n, n)) if told else (None, None)
        axis = self._axis("bound", ("at_least", "at_most"), "people")
        return self._table("people", "t_people", [axis], list(ends))

    def words(self, asked: Sequence[_Asked]) -> Table:
        """1 at the word a question is told in."""
        axis = self._axis("how_many", get_args(Word))
        cells: list[Value] = []
        for one in asked:
            told = one.told.word
            cells += [None if told is None else int(word == told) for word in axis.categories]
        return self._table("words", "t_words", [self._questions(asked), axis], cells, "n_words")

    def shares(self, asked: Sequence[_Asked]) -> Table:
        """The share at the sensitive end with its interval."""
        cells: list[Value] = []
        for one in asked:
            share = one.told.sensitive_share
            cells += [None] * 3 if share is None else [_per_cent(x) for x in (share.value, share.low, share.high)]
        axis = self._axis("figure", ("share", "low", "high"), "per_cent")
        return self._table("shares", "t_shares", [self._questions(asked), axis], cells)

    def classes(self, asked: Sequence[_Asked]) -> dict[str, Table]:
        """The sensitive end, the middle and the other end, which holds those who didn't answer."""
        sets: _Sets = {}
        for one in asked:
            named = [" / ".join(one.options[code] for code in each.codes) for each in one.told.classes]
            named[-1:] = [self.say["or_no_answer"].format(answers=each) for each in named[-1:]]
            _add(sets, one, named, [each.share.value for each in one.told.classes])
        return self._distributions("classes", sets)

    def answers(self, asked: Sequence[_Asked]) -> dict[str, Table]:
        """Every answer in the order of the form, and no answer last."""
        sets: _Sets = {}
        for one in asked:
            shares = {step.code: step.share.value for step in one.told.steps}
            codes = [code for code in (*one.options, None) if code in shares]
            named = [self.say["no_answer"] if code is None else one.options[code] for code in codes]
            _add(sets, one, named, [shares[code] for code in codes])
        return self._distributions("answers", sets)

    def _distributions(self, name: str, sets: _Sets) -> dict[str, Table]:
        """One table for each set of answers that questions share."""
        made: dict[str, Table] = {}
        for place, (answers, rows) in enumerate(sets.items(), 1):
            labels = {str(number): text for number, text in enumerate(answers, 1)}
            axes = [
                self._questions([one for one, _ in rows]),
                _Axis("answer", self.say["answer"], labels, {}, self.say["per_cent"]),
            ]
            cells: list[Value] = [cell for _, row in rows for cell in row]
            made[f"{name}-{place}"] = self._table(f"{name}-{place}", f"t_{name}", axes, cells)
        return made

    def _axis(self, name: str, categories: Sequence[str], unit: str = "") -> _Axis:
        return _Axis(name, self.say[name], {one: self.say[one] for one in categories}, {}, self.say.get(unit, ""))

    def _questions(self, asked: Sequence[_Asked]) -> _Axis:
        notes = {one.id: self.say["n_answers"].format(answers=one.sensitive) for one in asked if one.sensitive}
        return _Axis("question", self.say["question"], {one.id: one.text for one in asked}, notes)

    def _table(self, name: str, title: str, axes: Sequence[_Axis], values: list[Value], *notes: str) -> Table:
        wave = self.wave
        who = wave.group or self.say["residents"].format(place=wave.place)
        all_axes = [
            _Axis("wave", self.say["wave"], {wave.closed_on.isoformat(): wave.name}, {}),
            _Axis("population", self.say["population"], {"all": who}, {}),
            *axes,
        ]
        not_told = {str(place): NOT_TOLD for place, value in enumerate(values) if value is None}
        told = ("n_status", *notes) if not_told else notes
        told = (*told, *(("n_buckets",) if name != "people" else ()), *(("n_left_out",) if self.left_out else ()))
        made: Table = {
            "version": "2.0",
            "class": "dataset",
            "label": f"{self.say[title]}. {who}, {wave.name}",
            "source": f"{wave.initiative}, {wave.questionnaire}",
            "updated": wave.released_on.isoformat(),
            "id": [axis.id for axis in all_axes],
            "size": [len(axis.categories) for axis in all_axes],
            "role": {"time": ["wave"], **({"metric": [all_axes[-1].id]} if all_axes[-1].unit else {})},
            "dimension": {axis.id: _dimension(axis) for axis in all_axes},
            "value": values,
            "extension": {"table": name},
        }
        if not_told:
            made["status"] = not_told
        if told:
            made["note"] = [self.say[one] for one in told]
        return made


def _dimension(axis: _Axis) -> Table:
    category: Table = {"index": list(axis.categories), "label": dict(axis.categories)}
    if axis.notes:
        category["note"] = {name: [text] for name, text in axis.notes.items()}
    if axis.unit:
        category["unit"] = {name: {"base": axis.unit, "decimals": 0} for name in axis.categories}
    return {"label": axis.label, "category": category}


def _add(sets: _Sets, one: _Asked, named: Sequence[str], shares: Sequence[float]) -> None:
    """Put a question by its answers, if it tells any; shares of their sum, as the page draws them."""
    if named:
        total = sum(shares) or 1.0
        sets.setdefault(tuple(named), []).append((one, [_per_cent(share / total) for share in shares]))


def _per_cent(share: float) -> int:
    """A share 0-1 in whole per cents, half rounded up as pages round it."""
    return int((Decimal(str(share)) * 100).quantize(Decimal(1), ROUND_HALF_UP))
