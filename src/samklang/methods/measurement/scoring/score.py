"""Scores of an instrument for many people at once, by item id and never by position."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from samklang.methods.kernel.findings import UnreadableInput
from samklang.methods.measurement.instrument import Instrument, Rule, Scale
from samklang.methods.measurement.scoring.answers import Judged, Numbers, judge
from samklang.methods.measurement.scoring.bands import Words, band_of
from samklang.methods.measurement.scoring.value_sets import value_set

Answers = Mapping[str, Numbers]


@dataclass(frozen=True)
class ScaleScore:
    """One score for n people. value: (n,) points, NaN where there is none; n_valid: (n,) answers used;

    status: (n,) scored, insufficient or invalid; band: (n,) a band's or a category's id, or empty.
    """

    scale: str
    value: Numbers
    n_valid: NDArray[np.int64]
    status: Words
    band: Words
    is_category: bool = False


def score(
    instrument: Instrument, answers: Answers, *, age: Numbers | None = None, value_set_id: str | None = None
) -> dict[str, ScaleScore]:
    """Every score of an instrument: scale → scores.

    answers: item id → (n,) codes, NaN = missing, infinite = something that is no number; age: (n,) years.
    Raises UnreadableInput when items are missing or unknown, columns differ in length or the value set is unknown.
    """
    _check(instrument, answers)
    judged = {item.id: judge(item.responses, answers[item.id]) for item in instrument.items}
    done: dict[str, ScaleScore] = {}
    for scale in instrument.scales:
        done[scale.id] = _scored(instrument, scale, judged, done, age, value_set_id)
    return done


def _check(instrument: Instrument, answers: Answers) -> None:
    wanted = [item.id for item in instrument.items]
    problems = [f"column '{name}' is not an item of {instrument.id}" for name in answers if name not in wanted]
    problems += [
        f"column '{name}' is missing; add it, empty where nobody answered" for name in wanted if name not in answers
    ]
    if not problems and len({column.shape for column in answers.values()}) > 1:
        problems = ["the columns differ in length; give every item one answer a person"]
    if problems:
        raise UnreadableInput(problems)


def _scored(
    instrument: Instrument,
    scale: Scale,
    judged: Mapping[str, Judged],
    done: Mapping[str, ScaleScore],
    age: Numbers | None,
    value_set_id: str | None,
) -> ScaleScore:
    if scale.method == "sum_of":
        return _sum_of(scale, [done[name] for name in scale.of], age)
    columns = [judged[name] for name in scale.items]
    n_valid = np.zeros(columns[0].values.shape, dtype=np.int64)
    invalid = np.zeros(columns[0].values.shape, dtype=np.bool_)
    for column in columns:
        n_valid += column.valid
        invalid |= column.invalid
    status = _status(invalid, n_valid < scale.min_valid)
    scored = status == "scored"
    if scale.method == "rule":
        place = np.where(scored, _categories(scale, judged), len(scale.rules) + 1)
        names = np.array([*(rule.id for rule in scale.rules), scale.otherwise, ""], dtype="<U40")
        return ScaleScore(scale.id, np.full(place.shape, np.nan), n_valid, status, names[place], is_category=True)
    if scale.method == "value_set":
        values = value_set(value_set_id, instrument.id).index({name: judged[name].values for name in scale.items})
    else:
        values = _points(instrument, scale, judged, n_valid)
    values = np.where(scored, values, np.nan)
    return ScaleScore(scale.id, values, n_valid, status, band_of(scale.bands, values, age))


def _status(invalid: NDArray[np.bool_], insufficient: NDArray[np.bool_]) -> Words:
    return np.array(["scored", "insufficient", "invalid"])[np.where(invalid, 2, insufficient.astype(np.int64))]


def _points(
    instrument: Instrument, scale: Scale, judged: Mapping[str, Judged], n_valid: NDArray[np.int64]
) -> Numbers:
    """Sum, mean, per cent of the possible or a table's value; a missing answer counts as the person's mean."""
    responses = [instrument.item(name).responses for name in scale.items]
    total: Numbers = np.zeros(n_valid.shape)
    for name, each in zip(scale.items, responses, strict=True):
        values = judged[name].values
        keyed = each.low + each.high - values if name in scale.reverse else values
        total += np.where(judged[name].valid, keyed, 0.0)
    answered = np.maximum(n_valid, 1)
    low, high = responses[0].low, responses[0].high
    if scale.method == "mean":
        made = total / answered
    elif scale.method == "percent_of_max":
        made = (total - answered * low) * 100 / (answered * (high - low))
    elif scale.method == "table":
        made = np.interp(total, *np.array(scale.table, dtype=np.float64).T)
    else:
        # Multiplied before divided: a whole number comes out whole, and a bound is met exactly.
        made = total * len(scale.items) / answered
    return np.floor(made + 0.5) if scale.half_up else made


def _sum_of(scale: Scale, parts: list[ScaleScore], age: Numbers | None) -> ScaleScore:
    """The sum of other scores; missing as soon as one of them is."""
    values: Numbers = np.sum([part.value for part in parts], axis=0)
    n_valid: NDArray[np.int64] = np.sum([part.n_valid for part in parts], axis=0)
    invalid = np.any([part.status == "invalid" for part in parts], axis=0)
    status = _status(invalid, np.any([part.status == "insufficient" for part in parts], axis=0))
    return ScaleScore(scale.id, values, n_valid, status, band_of(scale.bands, values, age))


def _categories(scale: Scale, judged: Mapping[str, Judged]) -> NDArray[np.int64]:
    """The place of the first rule that holds for each person, or the number of rules: the category otherwise."""
    held = [_holds(rule, judged) for rule in scale.rules]
    first: Any = np.select(held, list(range(len(held))), default=len(held))
    return np.asarray(first, dtype=np.int64)


def _holds(rule: Rule, judged: Mapping[str, Judged]) -> NDArray[np.bool_]:
    met = []
    for condition in rule.conditions:
        hits = [np.isin(judged[name].values, list(condition.codes)) for name in condition.items]
        met.append(np.sum(hits, axis=0) >= condition.at_least)
    return np.asarray(np.all(met, axis=0), dtype=np.bool_)
