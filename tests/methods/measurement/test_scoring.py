"""Scores of many people, by item id."""

from __future__ import annotations

from dataclasses import replace
from itertools import product
from typing import Any

import numpy as np
import pandas as pd
import pytest

from samklang.methods.kernel import facts
from samklang.methods.kernel.findings import UnreadableInput
from samklang.methods.measurement.instrument import Band, Bands, BandSet, ResponseSet
from samklang.methods.measurement.instrument_reader import instrument
from samklang.methods.measurement.scoring.answers import Numbers, judge, numbers
from samklang.methods.measurement.scoring.score import ScaleScore, score
from samklang.methods.measurement.scoring.ties import directed_ties
from samklang.methods.measurement.scoring.value_sets import same_value_set, value_sets


def answered(name: str, rows: list[list[float]], **more: Numbers) -> dict[str, ScaleScore]:
    columns = np.array(rows, dtype=float).T
    return score(instrument(name), {i.id: c for i, c in zip(instrument(name).items, columns, strict=True)}, **more)


def test_cells_become_numbers_missing_or_invalid() -> None:
    made = numbers(["3", " 3 ", "", "3.5", "x", "nan", "inf", "1_0", "3"])
    assert numbers(["6,5", "1,2,3"]).tolist() == [6.5, np.inf]
    assert made.tolist()[:2] == [3.0, 3.0]
    assert np.isnan(made).tolist() == [False, False, True] + [False] * 6
    assert np.isinf(made).tolist() == [False] * 4 + [True] * 4 + [False]


@pytest.mark.parametrize("bad", [5.0, 0.0, 3.5, np.inf, -np.inf, 99.0])
def test_what_is_outside_the_response_set_is_invalid_and_never_clamped(bad: float) -> None:
    made = answered("rses", [[bad] + [3.0] * 9])["total"]
    assert (made.status[0], np.isnan(made.value[0]), made.n_valid[0], made.band[0]) == ("invalid", True, 9, "")


def test_a_mark_on_a_line_is_an_answer_from_end_to_end_and_invalid_beyond() -> None:
    line = ResponseSet((), 0, 10, {}, {})
    judged = judge(line, np.array([0, 3.25, 10, -0.1, 10.1, np.nan]))
    assert judged.valid.tolist() == [True, True, True, False, False, False]
    assert judged.invalid.tolist() == [False, False, False, True, True, False]


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


def test_a_cut_by_age_holds_for_answers_with_codes_too() -> None:
    older = BandSet(18, np.inf, (Band(0, "low", {}), Band(8, "high", {})))
    younger = BandSet(0, 17, (Band(0, "young", {}),))
    found = instrument("trust_general")
    scale = replace(found.scales[0], bands=Bands(False, "made up", (younger, older)))
    made = score(replace(found, scales=(scale,)), {"trust_01": np.array([8.0, 8, 3])}, age=np.array([17.5, 40, 40]))
    assert made["score"].band.tolist() == ["young", "high", "low"]


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


@pytest.mark.parametrize("dtype", [np.int8, np.int16, np.int64, np.float32, np.float64])
def test_how_a_column_is_stored_never_changes_a_score(dtype: type) -> None:
    rng = np.random.default_rng(5)
    columns = {f"rses_{place:02d}": rng.choice([1, 2, 3, 4, 97, 9], 200).astype(dtype) for place in range(1, 11)}
    made = score(instrument("rses"), columns)["total"]
    whole = score(instrument("rses"), {name: column.astype(float) for name, column in columns.items()})["total"]
    assert (made.state.tolist(), made.place.tolist()) == (whole.state.tolist(), whole.place.tolist())
    assert np.nan_to_num(made.value).tolist() == np.nan_to_num(whole.value).tolist()


def test_one_byte_columns_say_missing_and_no_code_with_their_ends() -> None:
    rows = np.array([[-128] + [3] * 9, [127] + [3] * 9], dtype=np.int8)
    made = score(instrument("gse"), {f"gse_{i:02d}": column for i, column in enumerate(rows.T, 1)})["total"]
    assert (made.status.tolist(), made.n_valid.tolist()) == (["scored", "invalid"], [9, 9])
    lines = score(instrument("ors"), {f"ors_{i:02d}": column for i, column in enumerate(rows[:, :4].T, 1)})["total"]
    assert lines.status.tolist() == ["insufficient", "invalid"]


@pytest.mark.parametrize("code", [300, -1000, 40_000])
def test_a_code_too_large_for_a_byte_is_invalid_and_never_wraps_around(code: int) -> None:
    columns = {f"gse_{place:02d}": np.array([3, code]) for place in range(1, 11)}
    assert score(instrument("gse"), columns)["total"].status.tolist() == ["scored", "invalid"]


def test_a_column_of_text_is_refused() -> None:
    columns = {f"gse_{place:02d}": np.array(["3"]) for place in range(1, 11)}
    with pytest.raises(UnreadableInput, match="column 'gse_01' holds no numbers"):
        score(instrument("gse"), columns)


def test_nobody_gives_no_scores_and_no_traceback() -> None:
    for name in facts.names("instruments"):
        found = instrument(name)
        sets = value_sets(name)
        made = score(found, {item.id: np.array([]) for item in found.items}, value_set_id=sets[0] if sets else None)
        assert [len(each.value) for each in made.values()] == [0] * len(found.scales)


def test_an_index_needs_its_value_set_and_no_other_instruments_set() -> None:
    columns = {f"eq5d_{place:02d}": np.ones(1) for place in range(1, 6)}
    for given in (None, "UK_TTO_1997", "nothing"):
        with pytest.raises(UnreadableInput, match="DK_2021, England_2018, SE_2020_experience_TTO"):
            score(instrument("eq5d_5l"), columns, value_set_id=given)


def test_two_value_sets_are_never_one_series() -> None:
    assert same_value_set({"wave 1": "DK_2021", "wave 2": "DK_2021"}) == "DK_2021"
    for mixed in ({"wave 1": "DK_2021", "wave 2": "England_2018"}, {}):
        with pytest.raises(UnreadableInput, match="one series needs one value set"):
            same_value_set(mixed)


def test_a_share_of_ours_is_read_from_the_middle_of_its_window() -> None:
    made = answered("attribution", [[4, 1], [4, 3], [5, 5], [5, 98]])["our_share"]
    assert np.nan_to_num(made.value, nan=-1).tolist() == [0.125, 0.5, 0.875, -1]


def test_a_tie_has_a_direction_and_groups_without_scores_are_told() -> None:
    made = directed_ties(["A", "B", "A ", "C"], ["B", "A", "B", "A"], np.array([4.0, 2.0, 5.0, np.nan]))
    assert [(tie.rater, tie.rated, tie.mean, tie.n) for tie in made] == [
        ("A", "B", 4.5, 2),
        ("B", "A", 2.0, 1),
        ("C", "A", None, 0),
    ]
    with pytest.raises(UnreadableInput, match="row 1: say whose tie to whom"):
        directed_ties([" "], ["A"], np.array([4.0]))


def test_lists_and_tables_are_scored_as_arrays_are() -> None:
    codes = {item.id: [3, 1, 2] for item in instrument("rses").items}
    wanted = score(instrument("rses"), {name: np.array(each) for name, each in codes.items()})["total"].value.tolist()
    given: list[Any] = [codes, pd.DataFrame(codes), pd.DataFrame(codes, dtype="Int8")]
    assert [score(instrument("rses"), each)["total"].value.tolist() for each in given] == [wanted] * 3


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ([[3] * 10], "the answers have no names"),
        ({"trust_01": [[1], [2, 3]]}, "column 'trust_01' isn't one answer a person"),
        ({"trust_01": 4}, "column 'trust_01' isn't one answer a person"),
        (pd.DataFrame([[1, 2]], columns=["trust_01", "trust_01"]), "column 'trust_01' isn't one answer a person"),
        ({"trust_01": [1, None]}, "column 'trust_01' holds no numbers; read it as numbers, empty as NaN"),
    ],
)
def test_what_is_no_column_of_numbers_is_told_by_its_name(given: Any, told: str) -> None:
    with pytest.raises(UnreadableInput) as refused:
        score(instrument("trust_general"), given)
    assert str(refused.value).startswith(told)


def test_ages_are_one_a_person() -> None:
    lines = {item.id: [5.0, 6.0] for item in instrument("ors").items}
    assert score(instrument("ors"), lines, age=np.array([15.0, 30]))["total"].band.tolist() == ["below_cut"] * 2
    with pytest.raises(UnreadableInput, match="age isn't as long as the columns"):
        score(instrument("ors"), lines, age=np.array([15.0, 30, 40]))
