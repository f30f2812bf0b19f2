"""Value maps that others have made: read as far as their heads are known, and all the rest told with its place."""

from __future__ import annotations

import zipfile
from io import BytesIO
from typing import Any

import pytest
from openpyxl import Workbook
from openpyxl.styles import PatternFill
from tests.methods.value.workbook.sheets import HEADS, known_layout, read, row, saved

from samklang.methods.kernel.findings import UnreadableInput
from samklang.methods.measurement.exchange import workbook
from samklang.methods.value.evaluate import evaluate
from samklang.methods.value.map.reader import read_map
from samklang.methods.value.workbook import grids
from samklang.methods.value.workbook.others_heads import meaning
from samklang.methods.value.workbook.reader import from_value_workbook

QUESTIONS = ["Who do we have an effect on?", "What do they invest?", "What is the value of the inputs in currency"]
QUESTIONS += ["Summary of activity in numbers", "How would the stakeholder describe the changes?"]
QUESTIONS += ["How would you measure it?", "Where did you get the information from?", "How much change was there?"]
QUESTIONS += ["How long does it last?", "Does it start in the period (1) or in the period after (2)"]
QUESTIONS += [
    "What proxy would you use?",
    "What is the value of the change?",
    "Where did you get the information from?",
]
QUESTIONS += [None, None, "What activity did you displace?", "Who else contributed?", "Does it drop off?"]
QUESTIONS += ["Quantity times financial proxy, less deadweight, displacement and attribution"]
NO_NOTES = ("closeness", "a value map has no place", "taken as kind")


def first(book: Any) -> dict[str, Any]:
    found: dict[str, Any] = read(book).raw["outcomes"][0]
    return found


def odd(book: Any) -> list[str]:
    """Notes but for those that every map in this layout gives."""
    return [note for note in read(book).notes if not any(usual in note for usual in NO_NOTES)]


@pytest.mark.parametrize(
    "heads", [HEADS, [*HEADS, QUESTIONS], [["", "Stage 1"], *HEADS]], ids=["heads", "questions", "stages"]
)
def test_the_known_layout_is_read_column_by_column(heads: list[list[Any]]) -> None:
    assert read(known_layout(heads=heads)).raw == {
        "schema": "value-map/1",
        "inputs": [{"stakeholder": "Young people", "kind": "time", "amount": 12000, "source": "Time"}],
        "outcomes": [
            {
                "id": "more-self-confidence",
                "stakeholder": "Young people",
                "phenomenon": "More self-confidence",
                "quantity": 30,
                "duration_years": 3,
                "starts": "during",
                "unit_value": {"amount": 4000, "source": "Cost of a course: Price list"},
                "counterfactual": {"share": 0.2, "source": "Trial"},
                "attribution_to_others": {"share": 0.25},
                "displacement": {"share": 0},
                "drop_off": 0.3,
            }
        ],
    }
    assert odd(known_layout(heads=heads)) == []


def test_what_was_read_comes_to_what_the_sheet_came_to() -> None:
    raw = read(known_layout(above=[["Discount rate", "3.5%"]])).raw
    told = {"title": "x", "kind": "evaluation", "perspective": "society", "currency": "GBP", "price_year": 2020}
    nothing = {"share": 0, "source": "x"}
    (outcome,) = raw["outcomes"]
    outcome |= {
        "closeness": nothing,
        "displacement": nothing,
        "unit_value": {**outcome["unit_value"], "unit": "GBP/person/year", "price_year": 2020},
    }
    result = evaluate(read_map({**raw, **told}))
    by_hand = 72000 / 1.035 + 72000 * 0.7 / 1.035**2 + 72000 * 0.49 / 1.035**3
    assert round(float(result.total_value or 0), 6) == round(by_hand, 6)


def test_the_map_tells_what_it_still_needs() -> None:
    assert read(known_layout()).missing == (
        "title: is missing",
        "kind: is missing",
        "perspective: is missing",
        "currency: is missing",
        "price_year: is missing",
        "discount: is missing",
    )


def test_what_a_value_map_has_no_place_for_is_told() -> None:
    notes = [note for note in read(known_layout()).notes if "no place" in note]
    assert notes == [
        "sheet 'SROI', row 2, column D: a value map has no place for outputs; the column is left out",
        "sheet 'SROI', row 2, column F: a value map has no place for indicators; the column is left out",
    ]
    assert "sheet 'SROI': no column is called closeness; add it to each outcome" in read(known_layout()).notes


def test_per_cents_are_shares_whether_written_as_20_or_20_per_cent() -> None:
    book = known_layout(row(deadweight=20, attribution="25 %", drop_off=30, impact=None))
    found = first(book)
    assert (found["counterfactual"]["share"], found["attribution_to_others"]["share"], found["drop_off"]) == (
        0.2,
        0.25,
        0.3,
    )
    book["SROI"]["P3"].number_format = "0%"
    book["SROI"]["P3"].value = 1
    assert first(book)["displacement"]["share"] == 1
    assert odd(book) == []


def test_a_per_cent_that_can_be_read_in_two_ways_is_told() -> None:
    both = known_layout(
        row(deadweight=20, impact=None), row(deadweight=0.5, impact=None), row(deadweight=1, impact=None)
    )
    shares = [each["counterfactual"]["share"] for each in read(both).raw["outcomes"]]
    assert (shares, odd(both)) == (
        [0.2, 0.005, 0.01],
        ["sheet 'SROI', row 4, column N: 0.5 stands among per cents; read as 0.5 per cent"],
    )
    alone = known_layout(row(displacement=1, impact=None))
    assert odd(alone) == ["sheet 'SROI', row 3, column P: 1 may be one per cent or all of it; read as all of it"]


def test_a_stakeholder_stands_for_the_rows_below_and_totals_are_no_outcome() -> None:
    total = ["Total", None, 12000, None, None, None, None, 42]
    more = row(who=None, input=None, worth=None, outcome="Calmer")
    book = known_layout(
        row(), more, row(who="Totalförsvaret", input="Grant", worth=5), [], [None] * 7 + [0, 0], total
    )
    back = read(book).raw
    assert [each["stakeholder"] for each in back["outcomes"]] == ["Young people", "Young people", "Totalförsvaret"]
    assert [each["id"] for each in back["outcomes"]] == ["more-self-confidence", "calmer", "more-self-confidence-2"]
    assert [(each["kind"], each["amount"]) for each in back["inputs"]] == [("time", 12000), ("money", 5)]


def test_a_harm_written_as_a_value_below_0_carries_its_sign() -> None:
    book = known_layout(row(value=-4000, impact=-72000))
    found = first(book)
    assert (found["sign"], found["unit_value"]["amount"]) == (-1, 4000)
    assert odd(book) == ["sheet 'SROI', row 3, column L: below 0: read as a harm (sign: -1)"]


def test_an_impact_that_the_row_does_not_come_to_is_told() -> None:
    assert odd(known_layout(row(attribution=0.75))) == [
        "sheet 'SROI', row 3, column S: the sheet says 72000, but what was read of the row comes to 24000"
    ]


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        ({"many": "about 30"}, "column H: 'about 30' is no number that can be read in one way only; it is left out"),
        ({"starts": 3}, "column J: '3' is neither 1 (during) nor 2 (after); it is left out"),
        ({"starts": "soon"}, "column J: 'soon' is neither 1 (during) nor 2 (after)"),
        ({"deadweight": "some"}, "column N: 'some' is no number"),
        ({"value": "=1+1"}, "column L: a formula without a stored result; open the file in a spreadsheet program"),
    ],
)
def test_what_can_not_be_read_is_told_with_its_place(changed: dict[str, Any], told: str) -> None:
    assert told in odd(known_layout(row(**changed, impact=None)))[0]


def test_a_quantity_that_can_not_be_read_is_left_for_a_person() -> None:
    back = read(known_layout(row(many="about 30")))
    assert ("quantity" in back.raw["outcomes"][0], any("quantity" in each for each in back.missing)) == (False, True)


def test_an_outcome_that_starts_after_and_has_no_words_is_named_by_its_row() -> None:
    found = first(known_layout(row(starts=2, outcome=None)))
    assert (found["starts"], found["id"]) == ("after", "row-3")
    assert "starts" not in first(known_layout(row(starts=None)))


def test_columns_without_a_head_or_with_an_unknown_one_are_told() -> None:
    heads = [[*HEADS[0], "Thoughts", None, "Empty"], HEADS[1]]
    assert odd(known_layout([*row(), "good", "better"], heads=heads)) == [
        "sheet 'SROI', row 1, column V: the head 'Thoughts' is not known here; the column is left out",
        "sheet 'SROI', row 3, column W: has no head; the column is left out",
    ]


def test_a_source_beside_a_drop_off_is_kept_with_it() -> None:
    heads = [[*HEADS[0][:18], "Source", *HEADS[0][18:]], HEADS[1]]
    made = row()
    made.insert(18, "Follow-up")
    assert first(known_layout(made, heads=heads))["drop_off"] == {"share": 0.3, "source": "Follow-up"}


def test_a_short_layout_needs_no_more_than_it_has() -> None:
    book = Workbook()
    for each in (["Outcome", "Quantity", "Proxy", "Deadweight", "Drop-off"], ["Calm", 3, 100, 0.1, 0]):
        book.active.append(each)
    back = read(book)
    assert back.raw["outcomes"][0] == {
        "id": "calm",
        "phenomenon": "Calm",
        "quantity": 3,
        "unit_value": {"amount": 100},
        "counterfactual": {"share": 0.1},
        "drop_off": 0,
    }
    assert "outcomes[0].stakeholder: is missing" in back.missing


@pytest.mark.parametrize(
    ("beside", "rate"),
    [(["3.5%"], 0.035), ([0.035], 0.035), ([3.5], 0.035), ([None, 0.02], 0.02), (["soon"], None)],
)
def test_the_discount_rate_is_read_beside_its_words(beside: list[Any], rate: float | None) -> None:
    raw = read(known_layout(above=[["The discount rate", *beside]])).raw
    assert raw.get("discount") == (None if rate is None else {"rate": rate, "timing": "end"})


def test_only_the_first_of_two_maps_is_read() -> None:
    book = known_layout()
    other = book.create_sheet("Another")
    for each in [*HEADS, row()]:
        other.append(each)
    assert odd(book)[0] == "sheet 'Another': looks like another value map; only 'SROI' is read"


@pytest.mark.parametrize(
    "rows", [[], [["a", "b"]], [["Stakeholder", "Outcome", "Indicator", "Source", "Duration", "Impact"]]]
)
def test_a_workbook_without_such_heads_is_refused(rows: list[list[Any]]) -> None:
    book = Workbook()
    for each in rows:
        book.active.append(each)
    with pytest.raises(UnreadableInput, match="no sheet has the heads of a value map"):
        read(book)


def test_heads_without_a_row_have_no_outcome() -> None:
    with pytest.raises(UnreadableInput, match="there is no outcome in it"):
        read(known_layout([]))


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("Stakeholders", "stakeholder"),
        ("Intressenter", "stakeholder"),
        ("Deadweight %", "counterfactual"),
        ("Dödvikt %", "counterfactual"),
        ("Undanträngning", "displacement"),
        (
            "Förflyttning",
            "",
        ),  # two things in the Swedish chain: closeness or displacement, so a person must say which
        ("Andras andel", "attribution_to_others"),
        ("Avtrappning %", "drop_off"),
        ("Finansiell proxy", "proxy"),
        ("Værdi", "value"),
        ("Social return", "present"),
        ("Impact map", ""),
        ("År 1", "year"),
    ],
)
def test_heads_are_known_in_three_languages(text: str, key: str) -> None:
    assert meaning(text) == key


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("250 000 kr", 250000),
        ("£4,000", None),
        ("4000 £", 4000),
        ("0,25", 0.25),
        ("12.5 %", 0.125),
        ("\u22125", -5),
        ("1\u00a0234,5", 1234.5),
        ("1.234.567", None),
        ("", None),
        ("5-10", None),
    ],
)
def test_a_number_typed_as_text_is_read_only_where_it_has_one_reading(text: str, number: float | None) -> None:
    assert grids.Cell("x", 1, 1, text).number == number


@pytest.mark.parametrize("content", [b"", b"no", b"PK\x03\x04no"])
def test_what_is_no_workbook_is_refused(content: bytes) -> None:
    with pytest.raises(UnreadableInput, match=r"not an \.xlsx file"):
        from_value_workbook(content, "map.xlsx")


def test_a_damaged_workbook_is_refused_whatever_is_missing() -> None:
    whole = zipfile.ZipFile(BytesIO(saved(known_layout())))
    for gone in whole.namelist():
        made = BytesIO()
        with zipfile.ZipFile(made, "w") as packed:
            for name in whole.namelist():
                packed.writestr(name, b"<" if name == gone else whole.read(name))
        try:
            back = from_value_workbook(made.getvalue(), "map.xlsx")
        except UnreadableInput as error:
            assert error.problems == ("map.xlsx: not an .xlsx file; save it as Excel workbook and try again",)
        else:
            assert back == read(known_layout())  # decoration: the map is whole without it


def test_a_small_file_that_unpacks_to_a_huge_one_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workbook, "MOST_BYTES", 1000)
    with pytest.raises(UnreadableInput, match="where 1000 are the most"):
        read(known_layout())


def test_a_sheet_of_too_many_cells_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(grids, "MOST_CELLS", 30)
    with pytest.raises(UnreadableInput, match="the sheet 'SROI' has more than 30 cells; delete its empty rows"):
        read(known_layout())


def test_a_row_far_below_the_others_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(grids, "MOST_ROWS", 5)
    book = known_layout()
    book["SROI"]["A6"].value = "x"
    with pytest.raises(
        UnreadableInput, match="the sheet 'SROI': row 6 is further down than the 5 rows that are read"
    ):
        read(book)


def test_what_stands_beyond_the_last_head_is_told() -> None:
    book = known_layout()
    book["SROI"]["AZ3"].value = "x"
    assert odd(book) == ["sheet 'SROI', row 3, column AZ: has no head; the column is left out"]


def test_a_cell_that_only_looks_like_something_is_empty() -> None:
    book = known_layout()
    book["SROI"]["AA3"].fill = PatternFill("solid", fgColor="FF0000")
    assert odd(book) == []


def test_a_whole_number_is_told_without_decimals() -> None:
    assert grids.Cell("x", 1, 1, 5.0).text == "5"


def test_what_lies_beyond_a_row_is_empty() -> None:
    assert grids.Grid("x", ()).cell(5, 5).empty
