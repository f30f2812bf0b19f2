"""A plan that its own answers contradict is told so: where, what, and how to mend it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pytest
from tests.methods.measurement.effect.answers import raw_plan

from samklang.methods.measurement.effect.frame_check import check_frame
from samklang.methods.measurement.effect.frame_reader import read_frame
from samklang.methods.measurement.effect.plan_reader import read_plan

HEADER = "respondent,wave,trust"


def told(text: str, **changed: Any) -> list[tuple[str, str, str]]:
    plan = read_plan(raw_plan(**changed))
    frame, findings = read_frame(text, "answers.csv", plan)
    assert findings == ()
    return [(finding.code, finding.where, finding.text) for finding in check_frame(plan, frame)]


def test_fewer_asked_than_answered_is_an_error() -> None:
    assert told(f"{HEADER}\na,1,5\nb,1,5\nc,1,5\n", asked={1: 2}) == [
        ("EE07", "asked.1", "2 people asked, but 3 have a row in wave 1; count everybody who was asked")
    ]


@pytest.mark.parametrize("shares", [{"f": 1.0}, {"f": 1.0, "m": 0}])
def test_answers_from_a_box_without_a_share_are_an_error(shares: dict[str, float]) -> None:
    text = f"{HEADER},stratum_sex\na,1,5,f\nb,1,5,m\nc,1,5,\n"
    advice = "the margin has f: add it, or mend the data"
    assert told(text, margins={"sex": shares}) == [
        ("EE08", "margins.stratum_sex", f"answers from 'm', which has no share above 0; {advice}")
    ]


def answers(column: str, values: Sequence[float | str]) -> str:
    return "\n".join([f"{HEADER},{column}", *(f"p{at},1,5,{value}" for at, value in enumerate(values)), ""])


def test_codes_for_no_answer_that_nobody_declared_are_pointed_out() -> None:
    school = {"covariates": [{"id": "school", "kind": "number"}]}
    advice = "if it means no answer, leave those cells empty"
    assert told(answers("school", [1, 2, 7, 98, 98, 99]), **school) == [
        ("EW05", "column 'school'", f"98 stands 2 times and nothing else lies above 7; {advice}")
    ]
    assert told(answers("dose", [1, 2, 7, 999])) == [
        ("EW05", "column 'dose'", f"999 stands 1 times and nothing else lies above 7; {advice}")
    ]
    wide = [{"id": "trust", "min": 0, "max": 100}]
    rows = "".join(f"p{at},1,{value}\n" for at, value in enumerate([4, 6, 98, 98]))
    assert told(f"{HEADER}\n{rows}", indicators=wide) == [
        (
            "EW05",
            "column 'trust'",
            "98 stands 2 times and nothing else lies above 6; if it means no answer, declare it in missing_codes",
        )
    ]
    assert told(f"{HEADER}\n{rows}", indicators=[{**wide[0], "missing_codes": [98]}]) == []


def test_a_high_number_among_others_as_high_is_a_number() -> None:
    assert told(answers("age", [31, 64, 97, 98]), covariates=["age"]) == []


def on_a_wide_scale(values: list[float], **declared: Any) -> list[tuple[str, str, str]]:
    rows = "".join(f"p{at},1,{value}\n" for at, value in enumerate(values))
    return told(f"{HEADER}\n{rows}", indicators=[{"id": "trust", "min": 0, "max": 1000, **declared}])


@pytest.mark.parametrize(
    ("values", "code", "number", "most"),
    [
        ([22, 56, 75, 99, 99], 99, 2, 75),
        ([22, 56, 79, 99, 99], 99, 2, 79),
        ([22, 56, 75, 97, 98, 98, 99], 98, 2, 75),
        ([22, 99, 799, 999, 999], 999, 2, 799),
        ([22, 60, 97, 97, 97, 999], 97, 3, 60),
    ],
)
def test_a_heap_behind_a_gap_is_pointed_out_though_the_scale_reaches_it(
    values: list[float], code: int, number: int, most: int
) -> None:
    text = f"{code} stands {number} times and nothing else lies above {most}; if it means no answer, declare it in"
    assert on_a_wide_scale(values) == [("EW05", "column 'trust'", f"{text} missing_codes")]
    assert on_a_wide_scale(values, missing_codes=[97, 98, 99, 999]) == []


@pytest.mark.parametrize(
    "values",
    [
        [22, 56, 80, 99, 99],
        [60, 90, 94, 97, 99, 99],
        [22, 56, 75, 97, 98, 99],
        [22, 56, 99, 99, 100],
        [99, 99, 800, 999, 999],
    ],
)
def test_answers_that_go_up_to_the_code_or_stand_once_are_answers(values: list[float]) -> None:
    assert on_a_wide_scale(values) == []


@pytest.mark.parametrize("cells", [["30"] * 4, [""] * 4])
def test_a_column_in_which_nobody_differs_holds_nothing_equal(cells: list[str]) -> None:
    text = "'age' is the same for everybody, or empty, so nothing is held equal by it; take it out"
    assert told(answers("age", cells), covariates=["age"], adjust=["age"]) == [("EW06", "adjust", text)]
    assert told(answers("age", [*cells[1:], "31"]), covariates=["age"], adjust=["age"]) == []
    homes = answers("stratum_home", ["villa"] * 4)
    assert [code for code, _where, _text in told(homes, adjust=["stratum_home"])] == ["EW06"]
