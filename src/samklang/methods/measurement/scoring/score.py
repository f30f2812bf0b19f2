"""Scores of an instrument for many people at once, by item id and never by position."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

from samklang.methods.kernel.findings import UnreadableInput
from samklang.methods.measurement.instrument import Condition, Instrument, Scale
from samklang.methods.measurement.scoring.answers import Codes, Column, Numbers, as_codes, columns_of, judge
from samklang.methods.measurement.scoring.bands import Places, band_names, band_places
from samklang.methods.measurement.scoring.tally import BYTES, Lookup, Tally, looked_up, tally
from samklang.methods.measurement.scoring.value_sets import value_set

Answers = Mapping[str, Column]
Words = NDArray[np.str_]
States = NDArray[np.int8]

STATUSES = ("scored", "insufficient", "invalid")


@dataclass(frozen=True)
class ScaleScore:
    """One score for n people. value: (n,) points, NaN where there is none; n_valid: (n,) answers used;

    state: (n,) places in STATUSES; place: (n,) places in names, the ids of bands or categories, the first empty.
    """

    scale: str
    value: Numbers
    n_valid: NDArray[np.int16]
    state: States
    place: Places
    names: tuple[str, ...]
    is_category: bool = False

    @property
    def status(self) -> Words:
        """scored, insufficient or invalid, (n,)."""
        return np.array(STATUSES)[self.state]

    @property
    def band(self) -> Words:
        """A band's or a category's id, or empty, (n,)."""
        return np.array(self.names)[self.place]


def score(
    instrument: Instrument,
    answers: Mapping[str, ArrayLike],
    *,
    age: Numbers | None = None,
    value_set_id: str | None = None,
) -> dict[str, ScaleScore]:
    """Every score of an instrument: scale → scores.

    answers: item id → (n,) codes, as arrays, lists or a table's columns, NaN = missing, infinite = something that is
    no number, or one-byte integers with −128 = missing and 127 = no code; age: (n,) years. Raises UnreadableInput
    when items are missing or unknown, columns differ in length or hold text, or the value set is unknown.
    """
    columns = columns_of(answers)
    _check(instrument, columns, age)
    coded = {item.id: as_codes(columns[item.id]) for item in instrument.items if item.responses.codes}
    done: dict[str, ScaleScore] = {}
    for scale in instrument.scales:
        if scale.method == "sum_of":
            done[scale.id] = _sum_of(scale, [done[name] for name in scale.of], age)
        elif all(name in coded for name in scale.items):
            done[scale.id] = _counted(instrument, scale, coded, age, value_set_id)
        else:
            done[scale.id] = _marked(instrument, scale, columns, age)
    return done


def _check(instrument: Instrument, answers: Answers, age: Numbers | None) -> None:
    wanted = [item.id for item in instrument.items]
    problems = [f"column '{name}' is not an item of {instrument.id}" for name in answers if name not in wanted]
    problems += [
        f"column '{name}' is missing; add it, empty where nobody answered" for name in wanted if name not in answers
    ]
    if not problems and len({len(column) for column in answers.values()}) > 1:
        problems = ["the columns differ in length; give every item one answer a person"]
    if not problems and age is not None and np.shape(age) != answers[wanted[0]].shape:
        problems = ["age isn't as long as the columns; give one age in years a person, NaN where it isn't known"]
    if problems:
        raise UnreadableInput(problems)


def _counted(
    instrument: Instrument, scale: Scale, coded: Mapping[str, Codes], age: Numbers | None, value_set_id: str | None
) -> ScaleScore:
    """A score whose items all have codes: worked out for every cell there can be, then looked up for each person."""
    responses = [instrument.item(name).responses for name in scale.items]
    columns = [coded[name] for name in scale.items]
    found = tally(columns, responses, _points_of(instrument, scale))
    points, n_valid, invalid = found.grid()
    state = _states(invalid, n_valid < scale.min_valid)
    if scale.method == "rule":
        return _category(scale, coded, found, state, n_valid)
    if scale.method == "value_set":
        made = value_set(value_set_id, instrument.id).states(scale.items)[points]
    else:
        made = _made(scale, points, n_valid, (responses[0].low, responses[0].high))
    values = np.where(state == 0, made, np.nan)
    value = values[found.cell]
    if scale.bands and scale.bands.by_age:
        place = band_places(scale.bands, value, age)
    else:
        place = band_places(scale.bands, values, None)[found.cell]
    counts = n_valid.astype(np.int16)[found.cell]
    return ScaleScore(scale.id, value, counts, state[found.cell], place, band_names(scale.bands))


def _points_of(instrument: Instrument, scale: Scale) -> Callable[[int, int], int]:
    """Whole points ≥ 0 of a code at a place: a level's step in the state, a hit, or how far from the low end."""

    def points(place: int, code: int) -> int:
        item = instrument.item(scale.items[place])
        low, high = int(item.responses.low), int(item.responses.high)
        if scale.method == "value_set":
            return (code - low) * int((high - low + 1) ** (len(scale.items) - 1 - place))
        if scale.method == "count":
            return int(code in scale.counted)
        return high - code if item.id in scale.reverse else code - low

    return points


def _states(invalid: NDArray[np.bool_], insufficient: NDArray[np.bool_]) -> States:
    return np.where(invalid, 2, insufficient).astype(np.int8)


def _made(scale: Scale, points: Any, n_valid: Any, limits: tuple[float, float]) -> Numbers:
    """Sum, mean, count, per cent of the possible or a table's value; a missing answer counts as the person's mean.

    points: above the least possible of those answered; n_valid: answers; limits: an item's lowest and highest code.
    """
    low, high = limits
    answered = np.maximum(n_valid, 1)
    if scale.method == "count":
        return np.asarray(points, dtype=np.float64)
    total = points + n_valid * low
    if scale.method == "mean":
        made = total / answered
    elif scale.method == "percent_of_max":
        made = points * 100 / (answered * (high - low))
    elif scale.method == "table":
        made = np.interp(total, *np.array(scale.table, dtype=np.float64).T)
    else:
        # Multiplied before divided: a whole number comes out whole, and a bound is met exactly.
        made = total * len(scale.items) / answered
    return np.asarray(np.floor(made + 0.5) if scale.half_up else made, dtype=np.float64)


def _marked(instrument: Instrument, scale: Scale, answers: Answers, age: Numbers | None) -> ScaleScore:
    """A score of marks on a line, where any number between the ends is an answer."""
    responses = [instrument.item(name).responses for name in scale.items]
    judged = [judge(each, answers[name]) for name, each in zip(scale.items, responses, strict=True)]
    low, high = responses[0].low, responses[0].high
    points = np.zeros(judged[0].values.shape)
    for name, each in zip(scale.items, judged, strict=True):
        above = high - each.values if name in scale.reverse else each.values - low
        points += np.where(each.valid, above, 0.0)
    n_valid = np.sum([each.valid for each in judged], axis=0)
    state = _states(np.any([each.invalid for each in judged], axis=0), n_valid < scale.min_valid)
    value = np.where(state == 0, _made(scale, points, n_valid, (low, high)), np.nan)
    place = band_places(scale.bands, value, age)
    return ScaleScore(scale.id, value, n_valid.astype(np.int16), state, place, band_names(scale.bands))


def _sum_of(scale: Scale, parts: Sequence[ScaleScore], age: Numbers | None) -> ScaleScore:
    """The sum of other scores; missing as soon as one of them is."""
    value: Numbers = np.sum([part.value for part in parts], axis=0)
    n_valid: NDArray[np.int16] = np.sum([part.n_valid for part in parts], axis=0, dtype=np.int16)
    state: States = np.max([part.state for part in parts], axis=0)
    place = band_places(scale.bands, value, age)
    return ScaleScore(scale.id, value, n_valid, state, place, band_names(scale.bands))


def _category(
    scale: Scale, coded: Mapping[str, Codes], found: Tally, state: States, n_valid: NDArray[np.int64]
) -> ScaleScore:
    """The first rule that holds for each person, else the category otherwise; none where answers are missing."""
    held = [np.all([_met(one, coded) for one in rule.conditions], axis=0) for rule in scale.rules]
    first = np.select(held, list(range(1, len(held) + 1)), default=len(held) + 1)
    states = state[found.cell]
    place = np.where(states == 0, first, 0).astype(np.int16)
    names = ("", *(rule.id for rule in scale.rules), scale.otherwise)
    counts = n_valid.astype(np.int16)[found.cell]
    return ScaleScore(scale.id, np.full(place.shape, np.nan), counts, states, place, names, is_category=True)


def _met(condition: Condition, coded: Mapping[str, Codes]) -> NDArray[np.bool_]:
    hits: Lookup = np.zeros(BYTES, dtype=np.int32)
    hits[[code % BYTES for code in condition.codes]] = 1
    counts = looked_up([coded[name] for name in condition.items], [hits] * len(condition.items))
    return np.asarray(counts >= condition.at_least)
