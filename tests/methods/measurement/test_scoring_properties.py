"""What holds for every instrument and any answers, held against a slow scorer that takes one person at a time."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from typing import Any

import numpy as np
import pytest

from samklang.methods.kernel import facts
from samklang.methods.measurement.instrument_reader import instrument
from samklang.methods.measurement.scoring.score import ScaleScore, score
from samklang.methods.measurement.scoring.value_sets import value_sets

NAMES = facts.names("instruments")
PEOPLE = 60


def drawn(name: str, seed: int, spoilt: float = 0.05) -> dict[str, np.ndarray]:
    """Random answers with missing ones, declared non-answers and codes that don't exist."""
    rng = np.random.default_rng(seed)
    columns = {}
    for item in instrument(name).items:
        each = item.responses
        values = (
            rng.choice(each.codes, PEOPLE).astype(float) if each.codes else rng.uniform(each.low, each.high, PEOPLE)
        )
        values[rng.random(PEOPLE) < spoilt] = np.nan
        values[rng.random(PEOPLE) < spoilt / 2] = 97
        values[rng.random(PEOPLE) < spoilt / 20] = 55
        columns[item.id] = values
    return columns


def scores(name: str, columns: Mapping[str, np.ndarray]) -> dict[str, ScaleScore]:
    sets = value_sets(name)
    return score(
        instrument(name),
        columns,
        age=np.full(len(next(iter(columns.values()))), 15.0),
        value_set_id=sets[0] if sets else None,
    )


def told(made: Mapping[str, ScaleScore], row: int) -> dict[str, Any]:
    return {
        key: (
            None if np.isnan(one.value[row]) else round(float(one.value[row]), 9),
            one.n_valid[row],
            one.status[row],
            one.band[row],
        )
        for key, one in made.items()
    }


def slow_value(fact: Mapping[str, Any], row: Mapping[str, Any], person: Mapping[str, float]) -> tuple[Any, int, str]:
    """One score of one person, straight from the fact with exact fractions."""
    sets = {each["id"]: fact["responses"][each["responses"]] for each in fact["items"]}
    valid, invalid = {}, False
    for name in row["items"]:
        answer, found = person[name], sets[name]
        if np.isnan(answer) or answer in [each["code"] for each in found["non_answers"]]:
            continue
        low, high = found.get("interval") or (
            min(o["code"] for o in found["options"]),
            max(o["code"] for o in found["options"]),
        )
        inside = (
            low <= answer <= high if "interval" in found else answer in [each["code"] for each in found["options"]]
        )
        invalid |= not inside
        if inside:
            valid[name] = Fraction(low + high - answer if name in row.get("reverse", ()) else answer)
    if invalid:
        return None, len(valid), "invalid"
    if len(valid) < row["missing"]["min_valid"]:
        return None, len(valid), "insufficient"
    mean = sum(valid.values()) / len(valid)
    if row["method"] == "sum":
        value = mean * len(row["items"])
    elif row["method"] == "mean":
        value = mean
    elif row["method"] == "percent_of_max":
        value = (mean - low) / (Fraction(high) - low) * 100
    elif row["method"] == "count":
        value = Fraction(sum(answer in row["counts"] for answer in valid.values()))
    else:
        value = Fraction(str(dict(row["table"])[sum(valid.values())]))
    if row.get("round") == "half_up":
        value = Fraction(
            int((Decimal(value.numerator) / Decimal(value.denominator)).quantize(Decimal(1), ROUND_HALF_UP))
        )
    return round(float(value), 9), len(valid), "scored"


@pytest.mark.parametrize("name", NAMES)
def test_every_person_gets_what_a_slow_scorer_gives(name: str) -> None:
    fact, columns = facts.load("instruments", name), drawn(name, 1)
    made = scores(name, columns)
    for row in fact["scores"]:
        if row["method"] in ("rule", "value_set", "sum_of"):
            continue
        wanted = [
            slow_value(fact, row, {key: column[person] for key, column in columns.items()})
            for person in range(PEOPLE)
        ]
        assert [told(made, person)[row["id"]][:3] for person in range(PEOPLE)] == wanted


@pytest.mark.parametrize("name", NAMES)
def test_a_person_alone_gets_the_same_as_in_a_crowd(name: str) -> None:
    columns = drawn(name, 2)
    crowd = scores(name, columns)
    alone = [scores(name, {key: column[[person]] for key, column in columns.items()}) for person in range(10)]
    assert [told(each, 0) for each in alone] == [told(crowd, person) for person in range(10)]


@pytest.mark.parametrize("name", NAMES)
def test_a_score_lies_in_its_range_and_has_a_band_where_there_are_bands(name: str) -> None:
    made = scores(name, drawn(name, 3))
    for scale in instrument(name).scales:
        if made[scale.id].is_category:
            assert "" not in made[scale.id].band[made[scale.id].state == 0].tolist()
            continue
        values = made[scale.id].value[made[scale.id].state == 0]
        low, high = scale.range or (-np.inf, np.inf)
        assert [value for value in values.tolist() if not low <= value <= high] == []
        if scale.bands:
            assert "" not in made[scale.id].band[made[scale.id].state == 0].tolist()


@pytest.mark.parametrize("name", NAMES)
def test_whoever_has_no_score_has_no_band(name: str) -> None:
    for one in scores(name, drawn(name, 4, spoilt=0.3)).values():
        assert set(one.band[one.state != 0].tolist()) <= {""}


@pytest.mark.parametrize("name", NAMES)
def test_answers_turned_round_give_the_mirrored_sum(name: str) -> None:
    found, columns = instrument(name), drawn(name, 5, spoilt=0)
    turned = {
        item.id: np.where(
            np.isnan(columns[item.id]), np.nan, item.responses.low + item.responses.high - columns[item.id]
        )
        for item in found.items
    }
    one, other = scores(name, columns), scores(name, turned)
    for scale in found.scales:
        if scale.method in ("sum", "mean", "percent_of_max") and scale.range:
            total = np.round(one[scale.id].value + other[scale.id].value, 9)
            assert set(total.tolist()) == {float(sum(scale.range))}
