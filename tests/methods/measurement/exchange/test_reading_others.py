"""Forms that others have made: what can be an item is read, the rest is told with its place and remedy."""

from __future__ import annotations

import io
import zipfile
from typing import Any

import pytest
from openpyxl import Workbook

from samklang.methods.kernel.findings import UnreadableInput
from samklang.methods.measurement.exchange.fhir import WEIGHT
from samklang.methods.measurement.exchange.fhir_reader import ENDS, from_fhir
from samklang.methods.measurement.exchange.workbook import from_workbook, to_workbook
from samklang.methods.measurement.exchange.xlsform_reader import from_xlsform

SURVEY = [
    ["type", "name", "label", "parameters"],
    ["start", "start", "", ""],
    ["begin group", "g", "Group", ""],
    ["select_one yn", "q1", "Is it so?", ""],
    ["range", "q2", "How much?", "start=0 end=100 step=1"],
    ["end group", "", "", ""],
]
CHOICES = [["list_name", "name", "label"], ["yn", "1", "Yes"], ["yn", "0", "No"]]


def form(
    survey: list[list[str]] = SURVEY, choices: list[list[str]] = CHOICES, **more: list[list[str]]
) -> dict[str, Any]:
    return {"survey": survey, "choices": choices, **more}


def refused(sheets: dict[str, Any]) -> list[str]:
    with pytest.raises(UnreadableInput) as caught:
        from_xlsform(sheets, "f.xlsx")
    return list(caught.value.problems)


def test_a_plain_form_is_read_through_groups_and_bookkeeping() -> None:
    made = from_xlsform(form(), "f.xlsx")
    one, other = made.items
    assert (one.id, one.text, one.responses.codes, one.responses.labels[0]) == (
        "q1",
        {"en": "Is it so?"},
        (1, 0),
        {"en": "No"},
    )
    assert (other.responses.codes, other.responses.low, other.responses.high) == ((), 0, 100)
    assert (made.id, made.title) == ("", {})


def test_the_default_language_names_labels_without_one() -> None:
    settings = [["form_title", "form_id", "version", "default_language"], ["Vår", "var", "2", "Svenska (sv)"]]
    made = from_xlsform(form(settings=settings), "f.xlsx")
    assert (made.id, made.version, made.title, made.items[0].text) == ("var", "2", {"sv": "Vår"}, {"sv": "Is it so?"})


def test_a_language_may_be_named_by_its_code_alone() -> None:
    survey = [["type", "name", "label::sv"], ["select_one yn", "q1", "Är det så?"]]
    assert from_xlsform(form(survey), "f.xlsx").items[0].text == {"sv": "Är det så?"}


@pytest.mark.parametrize(
    ("row", "told"),
    [
        (
            ["select_multiple yn", "q3", "x", ""],
            "row 7: the type 'select_multiple yn' can't be an item; use select_one",
        ),
        (["text", "q3", "x", ""], "the type 'text' can't be an item"),
        (["begin repeat", "q3", "x", ""], "the type 'begin repeat' can't be an item"),
        (["select_one yn", "", "x", ""], "the question has no name"),
        (["select_one yn", "q1", "x", ""], "the name 'q1' stands twice"),
        (["select_one nope", "q3", "x", ""], "there is no list 'nope' on the sheet choices; add it"),
        (["select_one yn or_other", "q3", "x", ""], "an answer of one's own has no code; take 'or_other' out"),
        (["range", "q3", "x", "start=a"], "a range needs its ends, as start=0 end=10"),
        (["range", "q3", "x", "start=0 end=9", "97"], "non_answer needs codes with reasons, as 97 prefers"),
    ],
)
def test_what_can_not_be_an_item_is_told_with_its_row(row: list[str], told: str) -> None:
    survey = [[*SURVEY[0], "non_answer"], *SURVEY[1:], row]
    assert [line for line in refused(form(survey)) if told in line] != []


@pytest.mark.parametrize(
    ("row", "told"),
    [
        (["yn", "maybe", "Maybe"], "choices, row 4: 'maybe' is no code; give each answer a whole number"),
        (["yn", "1", "Again"], "the code 1 stands twice in 'yn'"),
    ],
)
def test_answers_need_whole_numbers_and_each_its_own(row: list[str], told: str) -> None:
    assert [line for line in refused(form(choices=[*CHOICES, row])) if told in line] != []


def test_a_form_of_lines_alone_needs_no_choices() -> None:
    assert from_xlsform({"survey": [SURVEY[0], SURVEY[4]]}, "f.xlsx").items[0].responses.high == 100


def test_sheets_columns_and_types_are_read_in_any_case_and_in_their_older_spelling() -> None:
    survey = [
        ["Type", " Name", "LABEL::English (en)"],
        ["Select_One yn", "q1", "So?"],
        ["select one from yn", "q2", "?"],
    ]
    choices = [["List Name", "value", "Label::English (en)"], ["yn", "1", "Yes"], ["yn", "0", "No"]]
    made = from_xlsform({"Survey": survey, "CHOICES": choices}, "f.xlsx")
    assert [(item.id, item.responses.labels[1]) for item in made.items] == [
        ("q1", {"en": "Yes"}),
        ("q2", {"en": "Yes"}),
    ]
    assert made.notes == ()


def test_rows_that_are_commented_out_or_disabled_are_nothing() -> None:
    survey = [["type", "name", "label", "disabled"], ["select_one yn", "q1", "So?", ""], ["#text", "q2", "x", ""]]
    made = from_xlsform(form([*survey, ["text", "q3", "x", "yes"]]), "f.xlsx")
    assert [item.id for item in made.items] == ["q1"]


def test_what_is_not_kept_is_told_with_its_column() -> None:
    survey = [
        ["type", "name", "label", "hint", "relevant", "required"],
        ["note", "n", "Welcome", "", "", ""],
        ["start", "s", "", "", "", ""],
        ["begin group", "g", "", "", "", ""],
        ["select_one yn", "q1", "So?", "Think", "${a}=1", "yes"],
        ["select_one yn", "q2", "And?", "Think", "", ""],
    ]
    choices = [
        ["list_name", "name", "label", "media::image"],
        ["yn", "1", "Yes", "y.png"],
        ["yn", "0", "No", "n.png"],
    ]
    assert from_xlsform(form(survey, choices), "f.xlsx").notes == (
        "f.xlsx, survey: 1 of the type 'note' not kept; an item has a question and answers only",
        "f.xlsx, survey, column 'hint': 2 filled and not kept; an item has a question and answers only",
        "f.xlsx, survey, column 'relevant': 1 filled and not kept; an item has a question and answers only",
        "f.xlsx, survey, column 'required': 1 filled and not kept; an item has a question and answers only",
        "f.xlsx, choices, column 'media::image': 2 filled and not kept; an item has a question and answers only",
        "f.xlsx: labels without a language are taken as 'en'; name theirs under default_language",
    )


def test_a_language_without_its_code_is_told() -> None:
    survey = [["type", "name", "label::English"], ["select_one yn", "q1", "So?"]]
    told = from_xlsform(form(survey, [["list_name", "name"], ["yn", "1"], ["yn", "0"]]), "f.xlsx").notes
    assert told == ("f.xlsx: the language 'English' has no code; write label::English (en), with its own code",)


def test_the_same_error_is_told_once() -> None:
    choices = [["list_name", "name", "label"], ["yn", "yes", "Yes"]]
    told = refused(form([*SURVEY[:4], ["select_one yn", "q9", "x", ""]], choices))
    assert told == ["f.xlsx, choices, row 2: 'yes' is no code; give each answer a whole number from -126 to 126"]


def test_a_sheet_drawn_down_to_its_end_is_read_to_its_last_words_and_a_huge_one_is_refused(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    book = Workbook()
    book.active.title = "survey"
    book.active["A1"] = "type"
    book.active["XFD3000"].number_format = "0.00"
    file = io.BytesIO()
    book.save(file)
    assert from_workbook(file.getvalue(), "f.xlsx") == {"survey": [["type"]]}
    monkeypatch.setattr("samklang.methods.measurement.exchange.workbook.MOST_CELLS", 1000)
    with pytest.raises(UnreadableInput, match="the sheet 'survey' has more than 1000 cells; delete its empty rows"):
        from_workbook(file.getvalue(), "f.xlsx")


def test_what_a_questionnaire_has_and_an_item_has_not_is_told() -> None:
    weight = {"url": WEIGHT["R5"], "valueDecimal": 3}
    rows = [
        coded(answerOption=[{"valueCoding": {"code": str(code)}, "extension": [weight]} for code in (0, 1)]),
        coded(linkId="q2", enableWhen=[{}], extension=[{"url": "http://other", "valueString": "x"}]),
        {"linkId": "t", "type": "display", "text": "Welcome"},
        {"linkId": "s", "type": "decimal", "readOnly": True},
    ]
    told = from_fhir({"resourceType": "Questionnaire", "item": rows}, "q.json").notes
    assert [line.removeprefix("q.json: ").partition(" not kept")[0] for line in told] == [
        "weight of an answer, 2",
        "'enableWhen', 1",
        "extension http://other, 1",
        "text to read, 1",
        "computed score, 1",
        "the language isn't named and is taken as 'en'; name it under language",
    ]


def test_empty_rows_are_nothing_and_numbers_of_a_spreadsheet_are_whole() -> None:
    book = Workbook()
    for name, rows in form([*SURVEY, ["", "", "", ""]]).items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append([float(cell) if cell.isdigit() else cell for cell in row])
    file = io.BytesIO()
    book.save(file)
    assert from_xlsform(from_workbook(file.getvalue(), "f.xlsx"), "f.xlsx").items[0].responses.codes == (1, 0)


def test_other_extensions_of_a_text_are_passed_by() -> None:
    row = {**coded(text="Är det så?"), "_text": {"extension": [{"url": "http://other", "valueString": "x"}]}}
    assert from_fhir({"resourceType": "Questionnaire", "item": [row]}, "q.json").items[0].text == {"en": "Är det så?"}


def test_missing_sheets_empty_forms_and_lists_of_non_answers_are_told() -> None:
    assert refused({"survey": []}) == ["f.xlsx: the sheet 'survey' is missing; an XLSForm has its questions there"]
    assert refused({"survey": SURVEY})[0].endswith("there is no list 'yn' on the sheet choices; add it")
    assert refused(form([["type", "name"]])) == ["f.xlsx, survey: there are no questions in it"]
    only = [["list_name", "name", "label", "non_answer"], ["yn", "97", "No answer", "skip"]]
    assert [line for line in refused(form(choices=only)) if "nothing but non-answers" in line] != []


def test_every_error_is_told_at_once() -> None:
    assert len(refused(form([*SURVEY, ["text", "a", "x", ""], ["image", "b", "x", ""]]))) == 2


def test_a_workbook_keeps_text_as_text_and_reads_numbers_as_whole() -> None:
    assert from_workbook(to_workbook({"s": [["=1+1", "007"], ["", "é"]]}), "f.xlsx") == {
        "s": [["=1+1", "007"], ["", "é"]]
    }
    with pytest.raises(UnreadableInput, match=r"f.xlsx: not an .xlsx file"):
        from_workbook(b"id,name\n", "f.xlsx")


def test_a_damaged_workbook_is_told_as_one() -> None:
    content = to_workbook({"survey": [["type"] * 40] * 40})
    for place in range(0, len(content), 97):
        damaged = content[:place] + bytes([content[place] ^ 0xFF]) + content[place + 1 :]
        try:
            from_workbook(damaged, "f.xlsx")
        except UnreadableInput as error:
            assert error.problems == ("f.xlsx: not an .xlsx file; save it as Excel workbook and try again",)


def test_a_workbook_that_unpacks_to_something_huge_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("samklang.methods.measurement.exchange.workbook.MOST_BYTES", 1000)
    with pytest.raises(UnreadableInput, match="where 1000 are the most; is it a form"):
        from_workbook(to_workbook({"survey": [["type"] * 40] * 40}), "f.xlsx")


@pytest.mark.parametrize("data", [None, [], {"resourceType": "Patient"}])
def test_what_is_no_questionnaire_is_told(data: Any) -> None:
    with pytest.raises(UnreadableInput, match="not a FHIR Questionnaire"):
        from_fhir(data, "q.json")


def coded(**more: Any) -> dict[str, Any]:
    options = [{"valueCoding": {"code": "1", "display": "Ja"}}, {"valueCoding": {"code": "2"}}]
    return {"linkId": "q1", "type": "choice", "answerOption": options, **more}


def ends(low: float, high: float) -> list[dict[str, Any]]:
    return [{"url": end, "valueDecimal": number} for end, number in zip(ENDS, (low, high), strict=True)]


def test_groups_are_read_through_and_texts_to_read_are_not_questions() -> None:
    rows = [{"linkId": "t", "type": "display"}, {"linkId": "g", "type": "group", "item": [coded(text="Är det så?")]}]
    made = from_fhir({"resourceType": "Questionnaire", "language": "sv", "title": "Vår", "item": rows}, "q.json")
    item = made.items[0]
    assert (made.title, item.text, item.responses.labels) == (
        {"sv": "Vår"},
        {"sv": "Är det så?"},
        {1: {"sv": "Ja"}, 2: {}},
    )


@pytest.mark.parametrize(
    "row",
    [
        coded(type="string"),
        coded(answerOption=[{"valueString": "Ja"}]),
        coded(answerOption=[{"valueCoding": {"code": "yes"}}]),
        coded(answerOption=[{"valueCoding": {"code": 3.7}}]),
        coded(answerOption=[{"valueCoding": {"code": "127"}}]),
        {"linkId": "q1", "type": "choice", "answerValueSet": "http://loinc.org/vs/LL358-3"},
        coded(answerOption=[{"valueCoding": {"code": float("inf")}}]),
        {"linkId": "q1", "type": "decimal", "extension": ends(10, 0)},
        {"linkId": "q1", "type": "decimal", "extension": ends(0, float("inf"))},
        {"linkId": "q1", "type": "decimal", "extension": ends(0, 10**400)},
        {"type": "choice"},
        {"linkId": "q1", "type": "decimal"},
        "q1",
    ],
)
def test_a_question_that_can_not_be_an_item_is_told(row: Any) -> None:
    with pytest.raises(UnreadableInput, match="can't be read"):
        from_fhir({"resourceType": "Questionnaire", "item": [row]}, "q.json")


def test_a_questionnaire_without_questions_is_told() -> None:
    with pytest.raises(UnreadableInput, match="there are no questions in it"):
        from_fhir({"resourceType": "Questionnaire"}, "q.json")


def test_a_code_stored_as_one_point_nought_is_one() -> None:
    content = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(to_workbook({"s": [["1"]]}))) as old, zipfile.ZipFile(content, "w") as new:
        for name in old.namelist():
            text = old.read(name)
            if name.endswith("sheet1.xml"):
                cell = text.index(b"<c "), text.index(b"</c>") + 4
                text = text[: cell[0]] + b'<c r="A1"><v>1.0</v></c>' + text[cell[1] :]
            new.writestr(name, text)
    assert from_workbook(content.getvalue(), "f.xlsx") == {"s": [["1"]]}
