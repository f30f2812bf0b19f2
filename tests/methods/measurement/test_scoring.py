"""Scores of many people, by item id."""

from __future__ import annotations

import time
from itertools import product

import numpy as np
import pytest

from samklang.methods.kernel.findings import UnreadableInput
from samklang.methods.measurement.instrument_reader import instrument
from samklang.methods.measurement.scoring.answers import Numbers, numbers
from samklang.methods.measurement.scoring.score import ScaleScore, score


def answered(name: str, rows: list[list[float]], **more: Numbers) -> dict[str, ScaleScore]:
    columns = np.array(rows, dtype=float).T
    return score(instrument(name), {i.id: c for i, c in zip(instrument(name).items, columns, strict=True)}, **more)


def test_cells_become_numbers_missing_or_invalid() -> None:
    made = numbers(["3", " 3 ", "", "3.5", "x", "nan", "inf", "1_0", "3"])
    assert made.tolist()[:2] == [3.0, 3.0]
    assert np.isnan(made).tolist() == [False, False, True] + [False] * 6
    assert np.isinf(made).tolist() == [False] * 4 + [True] * 4 + [False]


@pytest.mark.parametrize("bad", [5.0, 0.0, 3.5, np.inf, -np.inf, 99.0])
def test_what_is_outside_the_response_set_is_invalid_and_never_clamped(bad: float) -> None:
    made = answered("rses", [[bad] + [3.0] * 9])["total"]
    assert (made.status[0], np.isnan(made.value[0]), made.n_valid[0], made.band[0]) == ("invalid", True, 9, "")


def test_a_declared_non_answer_is_missing() -> None:
    made = answered("rses", [[97, 98] + [3.0] * 8])["total"]
    assert (made.status[0], made.n_valid[0]) == ("scored", 8)


def test_everyone_missing_is_insufficient() -> None:
    made = answered("rses", [[np.nan] * 10] * 3)["total"]
    assert (made.status.tolist(), made.band.tolist()) == (["insufficient"] * 3, [""] * 3)


@pytest.mark.parametrize(("steps", "band"), [(25, "low"), (26, "some"), (29, "some"), (30, "good")])
def test_bands_of_self_esteem_meet_at_their_bounds(steps: int, band: str) -> None:
    keyed = [2] * 10
    for place in range(steps - 20):
        keyed[place % 10] += 1
    row = [5 - value if place in (1, 4, 5, 7, 8) else value for place, value in enumerate(keyed)]
    made = answered("rses", [[float(value) for value in row]])["total"]
    assert (made.value[0], made.band[0]) == (steps, band)


def test_a_band_is_found_on_the_unrounded_score() -> None:
    row = [np.nan, 2, 3, 3, 2, 2, 3, 2, 2, 2.0]
    made = answered("rses", [row])["total"]
    assert (made.value[0], made.band[0]) == (pytest.approx(260 / 9), "some")


def test_the_order_of_columns_never_matters() -> None:
    rng = np.random.default_rng(1)
    columns = {f"rses_{place:02d}": rng.integers(1, 5, 50).astype(float) for place in range(1, 11)}
    turned = dict(reversed(columns.items()))
    one, other = (score(instrument("rses"), each)["total"].value for each in (columns, turned))
    assert one.tolist() == other.tolist()


def test_the_difficulties_are_rounded_half_up_and_missing_with_their_parts() -> None:
    row = [0.0] * 25
    for place, value in ((3, 1), (8, 1), (13, 0), (16, 0), (24, np.nan)):
        row[place - 1] = value
    made = answered("sdq_s", [row])
    assert made["emotional"].value[0] == 3.0
    for place in (3, 8, 13):
        row[place - 1] = np.nan
    assert answered("sdq_s", [row])["total_difficulties"].status[0] == "insufficient"
    row[2] = 7
    assert answered("sdq_s", [row])["total_difficulties"].status[0] == "invalid"


@pytest.mark.parametrize(("age", "band"), [(17.9, "below_cut"), (18.0, "above_cut"), (12.0, ""), (None, "")])
def test_the_outcome_cut_depends_on_age(age: float | None, band: str) -> None:
    ages = {} if age is None else {"age": np.array([age])}
    made = answered("ors", [[6.5, 6.5, 6.5, 6.5]], **ages)["total"]
    assert (made.value[0], made.band[0]) == (26.0, band)


def test_flourishing_and_languishing_exclude_each_other() -> None:
    states = np.array(list(product((0.0, 3.0, 5.0), repeat=5)))
    rows = np.concatenate([np.repeat(states[:, :2], [1, 2], axis=1), np.tile(states[:, 2:], 4)[:, :11]], axis=1)
    made = answered("mhc_sf", rows.tolist())["category"]
    assert set(made.band.tolist()) == {"flourishing", "languishing", "moderate"}


def test_an_unknown_a_missing_and_an_uneven_column_are_refused() -> None:
    columns = {f"gad_{place:02d}": np.zeros(2) for place in range(1, 8)}
    for wrong, told in (
        ({**columns, "x": np.zeros(2)}, "column 'x' is not an item"),
        ({name: each for name, each in columns.items() if name != "gad_01"}, "column 'gad_01' is missing"),
        ({**columns, "gad_01": np.zeros(3)}, "differ in length"),
    ):
        with pytest.raises(UnreadableInput, match=told):
            score(instrument("gad7"), wrong)


def test_a_constant_responder_prorates_to_the_full_score() -> None:
    rows = [[4.0] * 10, [4.0] * 8 + [np.nan] * 2]
    assert answered("gse", rows)["total"].value.tolist() == [40.0, 40.0]


def test_a_million_people_take_about_a_second() -> None:
    rng = np.random.default_rng(2)
    columns = {f"gse_{place:02d}": rng.integers(1, 5, 1_000_000).astype(float) for place in range(1, 11)}
    begun = time.process_time()
    assert score(instrument("gse"), columns)["total"].value.shape == (1_000_000,)
    assert time.process_time() - begun < 3
