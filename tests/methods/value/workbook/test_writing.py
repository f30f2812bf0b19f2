"""A map as a workbook: nothing is taken for a formula, nothing is cut, and nothing that is refused is written."""

from __future__ import annotations

import io
from typing import Any, cast

import pytest
from openpyxl import load_workbook
from tests.methods.value.maps import INPUTS, a_map, outcome, plain_outcome, raw_map
from tests.methods.value.workbook.sheets import cell_under, ours, saved

from samklang.methods.kernel.findings import UnreadableInput
from samklang.methods.kernel.languages import UnknownLanguage
from samklang.methods.value.evaluate import Refused
from samklang.methods.value.map.reader import read_map
from samklang.methods.value.number_text import Language
from samklang.methods.value.uncertainty.bootstrap import bootstrap_mean, with_number
from samklang.methods.value.workbook import columns, words
from samklang.methods.value.workbook.words import LANGUAGES, chosen
from samklang.methods.value.workbook.writer import to_value_workbook


def made(*rows: dict[str, Any], language: Language = "en", **changed: Any) -> Any:
    raw = raw_map(*rows, **changed)
    return load_workbook(io.BytesIO(to_value_workbook(raw, read_map(raw), language)))


@pytest.mark.parametrize(
    ("language", "sheets", "heads"),
    [
        ("sv", ["Resultat", "Värdekarta", "Spann", "Resurser", "Om kartan"], ["Id", "Intressent", "Utfall"]),
        ("en", ["Result", "Value map", "Ranges", "Inputs", "About"], ["Id", "Stakeholder", "Outcome"]),
        ("da", ["Resultat", "Værdikort", "Spænd", "Ressourcer", "Om kortet"], ["Id", "Interessent", "Resultat"]),
    ],
)
def test_sheets_and_heads_are_in_the_language_asked_for(
    language: Language, sheets: list[str], heads: list[str]
) -> None:
    book = made(language=language)
    assert book.sheetnames == sheets
    assert [cell.value for cell in book[sheets[1]][3]][:3] == heads


def test_another_language_is_unknown() -> None:
    with pytest.raises(UnknownLanguage, match="known: sv, en, da"):
        made(language=cast(Language, "fr"))


def test_no_head_and_no_sheet_means_two_things_in_any_language() -> None:
    for group in ((*columns.WRITTEN, *columns.WORKED_OUT, columns.IMPACT, columns.PRESENT), columns.INPUTS):
        keys: dict[str, set[str]] = {}
        for column in group:
            for head in column.heads:
                keys.setdefault(head.casefold(), set()).add(column.key)
        assert {head: found for head, found in keys.items() if len(found) > 1} == {}


def test_no_word_of_a_list_means_two_things_in_any_language() -> None:
    for key, choices in words.CHOICES.items():
        for value, said in choices.items():
            assert [chosen(key, word) for word in (value, *said)] == [value] * 4


@pytest.mark.parametrize("text", ["=1+1", "+46", "-2", "@SUM(A1)", "\t=1", "=cmd|' /C calc'!A0"])
def test_no_text_of_a_map_becomes_a_formula(text: str) -> None:
    book = made(outcome(phenomenon=f"{text} ", decision=text), title=text, inputs=[{**INPUTS[1], "source": text}])
    found = [book["Result"]["A1"], cell_under(book, "Decision"), cell_under(book, "Source", "Inputs", 1)]
    assert [(cell.data_type, cell.value) for cell in found] == [("s", text.strip())] * 3
    assert {cell.quotePrefix for cell in found} == {True} or text.startswith("\t")
    formulas = [cell.value for sheet in book for row in sheet for cell in row if cell.data_type == "f"]
    assert [formula for formula in formulas if "cmd" in formula or "@" in formula or "46" in formula] == []


def test_every_step_is_a_formula_and_what_was_written_is_none() -> None:
    book = made()
    assert [cell_under(book, head).data_type for head in ("How many changed", "Impact, year 1", "Present value")] == [
        "f"
    ] * 3
    assert [cell_under(book, head).value for head in ("Started", "Improved", "Unit value", "Deadweight")] == [
        80,
        56,
        15000,
        0.2,
    ]
    assert cell_under(book, "Deadweight").number_format == "0.0%"
    assert cell_under(book, "Unit value").number_format == "#,##0.##"


def test_words_are_chosen_from_a_list() -> None:
    rules = {
        str(rule.sqref): rule.formula1
        for rule in made(outcome(), outcome(id="b"))["Value map"].data_validations.dataValidation
    }
    assert rules["D4:D5"] == '"gain,harm"'
    assert max(len(rule) for rule in rules.values()) < 256  # a workbook's own limit


def test_what_must_be_said_stands_under_the_totals() -> None:
    sheet = made()["Result"]
    assert sheet["A2"].value == (
        "The value is about 575,000 SEK (550,000–600,000), against resources of 400,000 SEK."
    )
    assert [sheet.cell(row, 3).value for row in range(5, 9)] == [574560, 400000, 174560, 1.4364]
    assert [sheet.cell(row, 1).value for row in range(11, 14)] == ["VW04", "VW02", "VW05"]


def test_the_ratio_shows_two_figures_as_everywhere() -> None:
    sheet = made()["Result"]
    assert {sheet["B8"].number_format, sheet["C8"].number_format} == {"[>=10]0;[>=1]0.0;0.00"}
    assert sheet.page_setup.fitToHeight == 0


def test_a_negative_total_has_no_ratio_to_export() -> None:
    sheet = made(plain_outcome("m", 40, sign=-1))["Result"]
    assert (sheet["C5"].value, sheet["C8"].value) == (-40, None)


def test_a_map_that_is_refused_is_not_written() -> None:
    with pytest.raises(Refused, match=r"VE02 outcomes\.trygghet\.counterfactual"):
        made(outcome("counterfactual"))


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        ({"phenomenon": "x" * 32_768}, "outcomes[0].phenomenon: 32768 characters are more than the 32767"),
        ({"phenomenon": "x\x01"}, "outcomes[0].phenomenon: holds a control character"),
        ({"payer": {"a; b": 1}}, "payer: a name with a semicolon can't be held"),
    ],
)
def test_what_no_cell_can_hold_is_told_and_not_cut(changed: dict[str, Any], told: str) -> None:
    with pytest.raises(UnreadableInput) as error:
        made(outcome(**changed))
    assert error.value.problems[0].startswith(told)


def test_a_number_drawn_from_answers_is_no_range() -> None:
    sampled = with_number(a_map(), "trygghet.unit_value", bootstrap_mean([1.0, 2.0, 5.0], seed=1))
    with pytest.raises(UnreadableInput, match=r"trygghet\.unit_value: is drawn from people's own answers"):
        to_value_workbook(raw_map(), sampled)


def test_the_same_map_gives_the_same_cells_each_time() -> None:
    def cells(content: bytes) -> list[Any]:
        return [cell.value for sheet in load_workbook(io.BytesIO(content)) for row in sheet for cell in row]

    assert cells(saved(ours())) == cells(saved(ours()))
    assert LANGUAGES == ("sv", "en", "da")
