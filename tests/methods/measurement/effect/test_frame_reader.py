"""The data file of a plan: what can't be read is refused by line and column, what can't be is a finding."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from tests.methods.measurement.effect.answers import raw_plan

from samklang.methods.kernel.findings import UnreadableInput
from samklang.methods.measurement.effect.frame import make_frame
from samklang.methods.measurement.effect.frame_reader import read_frame
from samklang.methods.measurement.effect.plan_reader import read_plan

HEADER = "respondent,wave,trust"


def read(text: str, **changed: Any) -> Any:
    return read_frame(text, "answers.csv", read_plan(raw_plan(**changed)))


def problems(text: str, **changed: Any) -> list[str]:
    with pytest.raises(UnreadableInput) as refused:
        read(text, **changed)
    return list(refused.value.problems)


def test_a_file_becomes_columns() -> None:
    text = (
        "respondent,wave,trust,took_part,started,dose,weight,when,mode,group,stratum_sex,age\n"
        "a,1,5,ja,1,3,1.5,2022-05-01,phone,g1,f,31\n"
        ",2,,0,0,,1,,,,,\n"
    )
    frame, findings = read(text, covariates=["age"])
    assert findings == ()
    assert (frame.respondent.tolist(), frame.wave.tolist(), frame.started.tolist()) == (
        [0, -1],
        [1, 2],
        [True, False],
    )
    assert (frame.took_part.tolist(), frame.weight.tolist()) == ([1.0, 0.0], [1.5, 1.0])
    assert np.isnan([frame.numbers["trust"][1], frame.dose[1], frame.numbers["age"][1]]).tolist() == [True] * 3
    sex = frame.categories["stratum_sex"]
    assert (sex.codes.tolist(), sex.labels) == ([0, -1], ("f",))
    assert frame.when[1] == -1


def test_semicolons_tabs_and_decimal_commas_are_read() -> None:
    for mark in ";\t":
        frame, findings = read("respondent;wave;trust\na;1;5,5\n".replace(";", mark))
        assert (findings, frame.numbers["trust"].tolist()) == ((), [5.5])


NO_ANSWER = "leave the cell empty where there is no answer"
WEIGHT = "a weight is a number above 0, and at most 1000000000"
UNREADABLE = [
    ("", ": the file is empty; the first line names the columns"),
    (f"{HEADER}\n", ": has a header and no rows; add one row for each respondent and wave"),
    ("respondent,wave\na,1\n", ", column 'trust': is missing; add it or take it out of the plan"),
    ("wave,trust\n1,5\n", ", column 'respondent': is missing; add it, empty where nobody is told apart"),
    (
        f"{HEADER},colour\na,1,5,red\n",
        ", column 'colour': is not declared; add it to covariates in the plan, or remove it",
    ),
    (f"{HEADER},trust\na,1,5,5\n", ", column 'trust': stands 2 times; keep one"),
    (f"{HEADER}\na,1\n", ", line 2: 2 cells for 3 columns"),
    (f"{HEADER}\na,1,high\n", f", line 2, column 'trust': 'high' is no number; {NO_ANSWER}"),
    (f"{HEADER}\na,first,5\n", ", line 2, column 'wave': 'first' is no whole number; number the waves 1, 2, 3"),
    (f"{HEADER}\na,,5\n", ", line 2, column 'wave': '' is no whole number; number the waves 1, 2, 3"),
    (f"{HEADER},dose\na,1,5,-1\n", ", line 2, column 'dose': '-1' can't be read; a number of sessions is 0 or more"),
    (
        f"{HEADER},area\na,1,5,Husby\n",
        ", line 2, column 'area': 'Husby' can't be read; write 1 for who lives there, else 0",
    ),
    (f"{HEADER}\na,1.5,5\n", ", line 2, column 'wave': '1.5' is no whole number; number the waves 1, 2, 3"),
    (
        f"{HEADER},took_part\na,1,5,maybe\n",
        ", line 2, column 'took_part': 'maybe' can't be read; write 1 or 0, empty where it isn't known",
    ),
    (f"{HEADER}\na,1e30,5\n", ", line 2, column 'wave': '1e30' is no whole number; number the waves 1, 2, 3"),
    (f"{HEADER},weight\na,1,5,0\n", f", line 2, column 'weight': '0' can't be read; {WEIGHT}"),
    (f"{HEADER},weight\na,1,5,1e300\n", f", line 2, column 'weight': '1e300' can't be read; {WEIGHT}"),
    (f"{HEADER},when\na,1,5,1 maj\n", ", line 2, column 'when': '1 maj' can't be read; write the date as 2024-05-31"),
]


@pytest.mark.parametrize(("text", "told"), UNREADABLE)
def test_what_cannot_be_read_is_told_by_line_and_column(text: str, told: str) -> None:
    assert problems(text) == ["answers.csv" + told]


def test_a_covariate_is_words_or_numbers_by_what_stands_in_it() -> None:
    text = f"{HEADER},school,age\na,1,5,north,31\nb,1,5,south,\nc,1,5,,44\n"
    frame, _findings = read(text, covariates=["school", "age"])
    assert (frame.categories["school"].labels, "age" in frame.numbers) == (("north", "south"), True)
    told = problems(f"{HEADER},age\na,1,5,31\nb,1,5,old\nc,1,5,44\n", covariates=["age"])
    assert told == [f"answers.csv, line 3, column 'age': 'old' is no number; {NO_ANSWER}"]
    assert read(f"{HEADER},age\na,1,5,31\n", covariates=[{"id": "age", "kind": "category"}])[0].numbers.keys() == {
        "trust"
    }


def test_a_long_list_of_problems_is_cut_and_counted() -> None:
    told = problems(HEADER + "\n" + "a,1,x\n" * 50)
    assert (len(told), told[-1]) == (21, "… and 30 more lines like these")


def test_a_person_twice_in_a_wave_is_an_error_with_both_lines() -> None:
    _frame, findings = read(f"{HEADER}\na,1,5\nb,1,5\na,1,6\n")
    assert [(finding.code, finding.severity, finding.where) for finding in findings] == [
        ("EE01", "error", "answers.csv, line 4, column 'respondent'")
    ]
    assert findings[0].text == "'a' stands twice in wave 1, also on line 2; keep one"


def test_nobody_told_apart_may_stand_on_many_rows() -> None:
    assert read(f"{HEADER}\n,1,5\n,1,5\n")[1] == ()


def test_an_undeclared_non_answer_is_an_error_and_a_declared_one_is_missing() -> None:
    text = f"{HEADER}\na,1,98\nb,1,5\n"
    _frame, findings = read(text)
    assert [finding.code for finding in findings] == ["EE02"]
    assert findings[0].text.startswith(
        "98 lies outside the scale 1–10; mend it, or declare the code as missing_codes"
    )
    declared = [{"id": "trust", "min": 1, "max": 10, "missing_codes": [97, 98]}]
    frame, findings = read(text, indicators=declared)
    assert (findings, np.isnan(frame.numbers["trust"]).tolist()) == ((), [True, False])


def test_many_answers_off_the_scale_are_counted() -> None:
    _frame, findings = read(HEADER + "\n" + "".join(f"r{place},1,99\n" for place in range(30)))
    assert (len(findings), findings[-1].text) == (21, "… and 10 more outside the scale 1–10")


def test_columns_of_different_lengths_are_refused_by_name() -> None:
    with pytest.raises(ValueError, match="weight: 1 rows where wave has 2"):
        make_frame([1, 2], {"trust": [1, 2]}, weight=[1.0])
