"""Our own workbook read back after somebody has worked in it: what can't be read is told with its place."""

from __future__ import annotations

from typing import Any

import pytest
from tests.methods.value.maps import INPUTS, outcome, raw_map
from tests.methods.value.workbook.sheets import cell_under, ours, read

from samklang.methods.kernel.findings import UnreadableInput
from samklang.methods.value.map.reader import read_map

RANGED = outcome(displacement={"share": {"low": 0, "mode": 0.1, "high": 0.4}, "source": "x"})


def test_an_untouched_workbook_is_the_map_it_was() -> None:
    back = read(ours())
    assert (read_map(back.raw), back.notes, back.missing) == (read_map(raw_map()), (), ())


def test_a_mean_change_keeps_its_unit_and_source() -> None:
    change = {"mean": 2, "unit": "poäng", "source": "Fråga 3"}
    assert read(ours(raw_map(outcome("improved", change=change)))).raw["outcomes"][0]["change"] == change


def test_changed_and_added_cells_are_read() -> None:
    book = ours()
    cell_under(book, "Improved").value = 40
    cell_under(book, "Deadweight: basis").value = "lottning"  # a word of another language is as good
    cell_under(book, "Displacement").value = "25 %"
    book["About"]["B2"].value = "Prognos"
    row = read(book).raw["outcomes"][0]
    assert (row["improved"], row["counterfactual"]["basis"], row["displacement"]["share"]) == (40, "trial", 0.25)
    assert read(book).raw["kind"] == "forecast"


def test_a_workbook_of_the_map_alone_tells_what_is_missing() -> None:
    book = ours()
    for name in ("Result", "Ranges", "Inputs", "About"):
        book.remove(book[name])
    back = read(book)
    assert (list(back.raw), back.missing[:2]) == (["schema", "outcomes"], ("title: is missing", "kind: is missing"))


@pytest.mark.parametrize(
    ("head", "value", "told"),
    [
        ("Improved", "många", "row 4, column H: 'många' is no number that can be read in one way only"),
        ("Improved", "1,500", "row 4, column H: '1,500' is no number that can be read in one way only"),
        ("Improved", True, "row 4, column H: 'True' is no number"),
        ("Starts", "någon gång", "row 4, column N: 'någon gång' is none of the words this column knows"),
        ("Payers", "state 0.5", "'state 0.5' is not written as name: share, with semicolons between"),
        ("Payers", "state: 0.5.5", "'state: 0.5.5' is not written as name: share"),
        ("Improved", "=A1+1", "row 4, column H: a formula without a stored result; open the file"),
        ("How many changed", 99, "99 is typed where the sheet works it out; it is not read"),
    ],
)
def test_what_can_not_be_read_is_told_with_sheet_row_and_column(head: str, value: Any, told: str) -> None:
    book = ours()
    cell_under(book, head).value = value
    (note,) = read(book).notes
    assert note.startswith("sheet 'Value map', row 4, column ")
    assert told in note


def test_a_column_of_ones_own_is_told_and_left_out() -> None:
    book = ours()
    book["Value map"]["ZZ3"].value = "Tankar"
    book["Value map"]["ZZ4"].value = "bra"
    assert read(book).notes == (
        "sheet 'Value map', row 3, column ZZ: the head 'Tankar' is not one of a value map; the column is left out",
    )


def test_a_number_beside_its_range_is_told_and_the_range_is_read() -> None:
    book = ours(raw_map(RANGED))
    cell_under(book, "Displacement").value = 0.3
    back = read(book)
    assert back.raw["outcomes"][0]["displacement"]["share"] == {"low": 0, "mode": 0.1, "high": 0.4}
    assert back.notes[0].endswith("0.3 stands where the sheet of ranges gives 0.1; the range is used")
    cell_under(book, "Displacement").value = 0.1
    assert read(book).notes == ()


@pytest.mark.parametrize(
    ("row", "told"),
    [
        (
            ["trygghet.improved", 1, None, 3],
            "row 3, column A: needs low, mode and high, or k and n, and nothing else",
        ),
        (["trygghet.imprved", 1, 2, 3], "row 3, column A: no number of the map is called 'trygghet.imprved'"),
        (["trygghet.improved", "få", 2, 3], "row 3, column B: 'få' is no number"),
    ],
)
def test_a_range_that_can_not_be_is_told(row: list[Any], told: str) -> None:
    book = ours(raw_map(RANGED))
    book["Ranges"].append([])
    for column, value in enumerate(row, 1):
        book["Ranges"].cell(3, column).value = value
    assert told in read(book).notes[0]


def test_counts_of_nobody_are_left_to_the_map_to_refuse() -> None:
    book = ours(raw_map(RANGED))
    for column, value in enumerate(["trygghet.closeness", None, None, None, 0, 0], 1):
        book["Ranges"].cell(3, column).value = value
    cell_under(book, "Closeness").value = 0
    assert read(book).raw["outcomes"][0]["closeness"]["share"] == {"k": 0, "n": 0}


def test_resources_are_read_down_to_their_sum_past_empty_rows() -> None:
    twice = [*INPUTS, {"stakeholder": "Boende", "kind": "time", "amount": {"low": 1, "mode": 2, "high": 3}}]
    book = ours(raw_map(inputs=twice))
    book["Inputs"].insert_rows(3)
    assert [row["amount"] for row in read(book).raw["inputs"]] == [350000, 50000, {"low": 1, "mode": 2, "high": 3}]
    book["Inputs"]["B1"].value = "Sort"
    assert read(book).raw["inputs"] == []
    book["Inputs"]["B1"].value = "Kind"
    book["Inputs"]["B4"].value = "kaffe"
    assert "sheet 'Inputs', row 4, column B: 'kaffe' is none of the words" in read(book).notes[0]


def test_empty_rows_between_ranges_and_rates_are_nothing() -> None:
    book = ours(raw_map(RANGED, discount={"rate": [[2, 0.03], [1, 0.02]], "timing": "end"}))
    book["Ranges"].insert_rows(2)
    book["About"].append([None, "x"])
    back = read(book)
    assert back.raw["outcomes"][0]["displacement"]["share"] == {"low": 0, "mode": 0.1, "high": 0.4}
    assert back.raw["discount"]["rate"] == [[2, 0.03], [1, 0.02]]
    assert back.notes == (
        "sheet 'About', row 11, column B: 'x' is no number that can be read in one way only; it is left out",
    )


def test_a_map_of_weights_needs_no_prices() -> None:
    raw = raw_map(outcome("unit_value", weight=1))
    bare = {key: raw[key] for key in ("schema", "title", "kind", "perspective", "outcomes")}
    back = read(ours(bare))
    assert (read_map(back.raw), "price_year" in back.raw) == (read_map(bare), False)


def test_rates_that_are_taken_away_leave_no_discount() -> None:
    book = ours()
    book["About"].delete_rows(9)
    assert "discount" not in read(book).raw
    book["About"].delete_rows(8)
    assert "discount" not in read(book).raw


def test_a_sheet_of_heads_alone_has_no_outcome() -> None:
    book = ours()
    book["Value map"].delete_rows(4, 20)
    with pytest.raises(UnreadableInput, match=r"map\.xlsx: there is no outcome in it"):
        read(book)


def test_an_outcome_without_a_value_has_none() -> None:
    raw = raw_map(outcome("unit_value", weight=1))
    assert "unit_value" not in read(ours(raw)).raw["outcomes"][0]


def test_a_drop_off_with_a_source_keeps_it() -> None:
    raw = raw_map(outcome(drop_off={"share": 0.1, "source": "Uppföljning"}, duration_years=2))
    assert read(ours(raw)).raw["outcomes"][0]["drop_off"] == {"share": 0.1, "source": "Uppföljning"}
