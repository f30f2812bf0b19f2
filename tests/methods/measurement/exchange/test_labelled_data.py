"""A person's answers with their scores, labelled for a spreadsheet, SPSS, Stata and a data package."""

from __future__ import annotations

import csv
import io
from typing import Any

import numpy as np
import pandas as pd
import pytest
from pandas.io.stata import StataReader

from samklang.methods.kernel.findings import UnreadableInput
from samklang.methods.measurement.exchange.data_columns import DataColumn, data_columns
from samklang.methods.measurement.exchange.data_csv import data_csv, guarded
from samklang.methods.measurement.exchange.datapackage import to_datapackage
from samklang.methods.measurement.exchange.spss_syntax import to_spss_syntax
from samklang.methods.measurement.exchange.stata_file import to_stata
from samklang.methods.measurement.exchange.statistics_names import statistics_names
from samklang.methods.measurement.instrument_reader import instrument

NAN = float("nan")
SCORES: dict[str, list[Any]] = {
    "total": [9, None],
    "total__n_valid": [3, 0],
    "total__status": ["scored", "insufficient"],
    "total__band": ["", ""],
}


def lonely(**changed: Any) -> tuple[DataColumn, ...]:
    """Two people's answers to UCLA-3: one complete, one who wouldn't, left empty and wrote a word."""
    answers = {
        "ucla_01": np.array([3.0, 97.0]),
        "ucla_02": np.array([3.0, NAN]),
        "ucla_03": np.array([3.0, float("inf")]),
    }
    texts = changed.pop("texts", {"id": ["=SUM(A1)", "Åsa"]})
    return data_columns(instrument("ucla3"), texts, answers, SCORES | changed, "en")


def column(name: str, cells: list[Any], **changed: Any) -> DataColumn:
    usual: dict[str, Any] = {"label": name, "kind": "number", "labels": {}, "missing": {}}
    return DataColumn(name=name, cells=cells, **usual | changed)


@pytest.mark.parametrize(
    ("text", "safe"),
    [
        ("=1+1", "'=1+1"),
        ("+46 70", "'+46 70"),
        ("-a", "'-a"),
        ("@x", "'@x"),
        ("\tx", "'\tx"),
        ("\rx", "'\rx"),
        ("-5", "-5"),
        ("+3,5", "+3,5"),
        ("1-2", "1-2"),
        ("", ""),
    ],
)
def test_a_text_that_a_spreadsheet_would_run_is_guarded_and_a_number_is_left(text: str, safe: str) -> None:
    assert guarded(text) == safe


def test_the_file_holds_answers_codes_of_non_answers_and_scores() -> None:
    rows = list(csv.DictReader(io.StringIO(data_csv(lonely()))))
    assert rows[0] == {
        "id": "'=SUM(A1)",
        **dict.fromkeys(("ucla_01", "ucla_02", "ucla_03"), "3"),
        "total": "9",
        "total__n_valid": "3",
        "total__status": "scored",
        "total__band": "",
    }
    assert [rows[1][name] for name in ("ucla_01", "ucla_02", "ucla_03", "total")] == ["97", "", "", ""]


def test_a_line_break_in_a_name_does_not_begin_a_new_person() -> None:
    assert data_csv(lonely(texts={"id": ["a\nb", " c\t d "]})).splitlines()[1:3][0].split(",")[0] == "a b"


def test_a_package_tells_codes_from_missing_codes() -> None:
    fields = to_datapackage(instrument("ucla3"), lonely(), "answers.csv", "en")["resources"][0]["schema"]["fields"]
    item = next(field for field in fields if field["name"] == "ucla_01")
    assert (item["type"], [one["value"] for one in item["categories"]]) == ("integer", [1, 2, 3])
    assert [one["value"] for one in item["missingValues"]] == ["", "97", "98"]
    assert [field["type"] for field in fields[-4:]] == ["integer", "integer", "string", "string"]


def test_the_syntax_reads_labels_and_declares_missing() -> None:
    made = to_spss_syntax(lonely(), "answers.csv", "answers.sav")
    for line in (
        "GET DATA /TYPE=TXT /FILE='answers.csv' /ENCODING='UTF8'",
        "    id A9",
        "    ucla_01 F8.0",
        "MISSING VALUES ucla_01 (97, 98).",
        "  97 'I don''t want to answer'",
        "SAVE OUTFILE='answers.sav'.",
    ):
        assert line in made.splitlines()


def test_a_fourth_missing_code_is_emptied_since_spss_declares_three() -> None:
    missing = {95: "a", 96: "b", 97: "c", 98: "d"}
    lines = to_spss_syntax([column("q", [1, 98], missing=missing)], "a.csv", "a.sav").splitlines()
    assert lines[-3:] == ["MISSING VALUES q (95, 96, 97).", "RECODE q (98=SYSMIS).", "SAVE OUTFILE='a.sav'."]


def test_a_long_label_is_cut_between_letters() -> None:
    made = to_spss_syntax([column("q", [1.5], label="å" * 300, labels={1: "ö" * 100})], "a.csv", "a.sav")
    assert ("'" + "å" * 100 + "'" in made, "'" + "ö" * 60 + "'" in made, "q F8.2" in made) == (True, True, True)


def test_stata_reads_every_non_answer_as_its_own_missing_value() -> None:
    reader = StataReader(io.BytesIO(to_stata(lonely(), "Ensamhet")))
    frame = reader.read(convert_missing=True, convert_categoricals=False)
    assert [str(cell) for cell in frame.iloc[1, :4]] == ["Åsa", ".a", ".", "."]
    assert list(frame.iloc[0, :5]) == ["=SUM(A1)", 3, 3, 3, 9]
    labels = {int(code): text for code, text in reader.value_labels()["ucla_01"].items()}
    assert labels == {
        1: "Hardly ever or never",
        2: "Some of the time",
        3: "Often",
        2147483622: "I don't want to answer",
        2147483623: "I don't know",
    }
    assert (reader.data_label, reader.variable_labels()["total__status"].endswith(": total, status")) == (
        "Ensamhet",
        True,
    )


def test_the_same_answers_give_the_same_bytes_and_no_people_give_a_file_too() -> None:
    assert to_stata(lonely(), "a") == to_stata(lonely(), "a")
    empty = to_stata([DataColumn("q", "q", "number", [], {}, {}), DataColumn("t", "t", "text", [], {}, {})], "")
    assert list(pd.read_stata(io.BytesIO(empty)).columns) == ["q", "t"]


def test_what_the_alphabet_does_not_reach_is_still_missing() -> None:
    many = column("q", [1, 126], missing={code: str(code) for code in range(100, 127)})
    frame = StataReader(io.BytesIO(to_stata([many], ""))).read(convert_missing=True, convert_categoricals=False)
    assert [str(cell) for cell in frame["q"]] == ["1.0", "."]


def test_names_are_such_as_both_programs_take() -> None:
    given = ["to", "Ålder i år", "9q", "a" * 40, "a" * 33, "A" * 35, "total__band"]
    assert statistics_names(given) == [
        "to_",
        "v_lder_i__r",
        "v9q",
        "a" * 32,
        "a" * 30 + "_2",
        "A" * 30 + "_3",
        "total__band",
    ]


def test_two_columns_of_one_name_and_a_text_too_long_are_told() -> None:
    with pytest.raises(UnreadableInput) as found:
        lonely(texts={"id": ["a" * 3000, ""], "total": ["a", "b"]})
    assert found.value.problems == (
        "column 'total': an answer and a score have the same name; rename the scale in the instrument",
        "column 'id': a text is longer than 2045 bytes; shorten it",
    )


def test_licensed_wording_stays_and_the_variables_name_stands_for_it() -> None:
    found = instrument("who5")
    answers = {item.id: np.array([5.0]) for item in found.items}
    scores: dict[str, list[Any]] = {}
    for scale in ("raw", "percent"):
        scores |= {scale: [25], f"{scale}__n_valid": [5], f"{scale}__status": ["scored"], f"{scale}__band": [""]}
    made = data_columns(found, {"id": ["1"]}, answers, scores, "sv")
    assert [(each.label, dict(each.labels)) for each in made[1:3]] == [("[who5_01]", {}), ("[who5_02]", {})]
    assert made[-1].label.endswith(": percent, nivå")
