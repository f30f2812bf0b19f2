"""`samklang export` and `import` of value maps as workbooks, by their files, notes and exit codes."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import yaml
from openpyxl import load_workbook
from tests.cli.test_value_command import CONTRACT, as_text
from tests.methods.value.maps import outcome
from tests.methods.value.workbook.sheets import known_layout

from samklang.cli.main import main
from samklang.methods.value.map.reader import read_map, read_map_text


def exported(folder: Path, text: str = CONTRACT, *more: str) -> tuple[int, Path]:
    (folder / "torget.yaml").write_text(text, "utf-8")
    out = folder / "torget.xlsx"
    return main(["export", "value-map-xlsx", str(folder / "torget.yaml"), "--out", str(out), *more]), out


@pytest.mark.parametrize("language", ["sv", "en", "da"])
def test_a_map_goes_out_and_comes_back(language: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, file = exported(tmp_path, CONTRACT, "--language", language)
    assert (code, main(["import", "value-map-xlsx", str(file)])) == (0, 0)
    told = capsys.readouterr()
    assert (read_map(yaml.safe_load(told.out)), told.err) == (read_map_text(CONTRACT, "x"), "")


def test_what_came_back_is_reckoned_to_the_contracts_figures(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    _code, file = exported(tmp_path)
    assert main(["import", "value-map-xlsx", str(file), "--out", str(tmp_path / "back.yaml")]) == 0
    assert main(["value", str(tmp_path / "back.yaml"), "--json"]) == 0
    row = json.loads(capsys.readouterr().out)
    assert (row["total_value"], row["ratio"]) == (574560, 1.4364)


def test_notes_and_what_is_missing_are_told_beside_the_map(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = str(tmp_path / "others.xlsx")
    known_layout().save(file)
    assert main(["import", "value-map-xlsx", file]) == 0
    told = capsys.readouterr()
    assert yaml.safe_load(told.out)["outcomes"][0]["quantity"] == 30
    lines = told.err.splitlines()
    assert lines[0] == f"{file}, sheet 'SROI': no column is called closeness; add it to each outcome"
    assert lines[-1] == "still to mend in the map: discount: is missing"
    assert main(["import", "value-map-xlsx", file, "--json"]) == 0
    row = json.loads(capsys.readouterr().out)
    assert (list(row), row["missing"][-1], len(row["notes"])) == (
        ["map", "notes", "missing"],
        "discount: is missing",
        4,
    )


def test_a_workbook_needs_a_file_and_its_sheets_can_be_printed(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "torget.yaml"
    file.write_text(CONTRACT, "utf-8")
    assert main(["export", "value-map-xlsx", str(file)]) == 2
    assert main(["export", "value-map-xlsx", str(file), "--json", "--language", "en"]) == 0
    sheets = json.loads(capsys.readouterr().out)
    assert list(sheets) == ["Result", "Value map", "Ranges", "Inputs", "About"]
    assert sheets["Inputs"][1] == ["Föreningen", "money", 350000, "budget 2024", None]
    assert sheets["Inputs"][4][:3] == ["Total", None, "=SUM($C$2:$C$4)"]


def test_a_map_that_is_refused_writes_nothing_and_is_one(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, file = exported(tmp_path, as_text(outcome(displacement={"share": 20, "source": "x"})))
    told = capsys.readouterr()
    assert (code, file.exists(), told.out) == (1, False, "")
    assert (
        "torget.yaml, outcomes.trygghet.displacement: VE01 20 is outside 0–1; for 20 per cent write 0.2" in told.err
    )


@pytest.mark.parametrize("text", ["nothing", CONTRACT.replace("title: Trygghet på torget", 'title: "a\\x01"')])
def test_what_can_not_be_written_is_two(text: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, file = exported(tmp_path, text)
    told = capsys.readouterr()
    assert (code, file.exists(), told.out, "torget.yaml" in told.err) == (2, False, "", True)


def test_what_can_not_be_read_is_two(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "no.xlsx").write_text("no")
    asked = [str(tmp_path / "no.xlsx"), "/no/such.xlsx", str(tmp_path)]
    assert [main(["import", "value-map-xlsx", file]) for file in asked] == [2, 2, 2]
    told = capsys.readouterr()
    assert (told.out, len(told.err.splitlines())) == ("", 3)


def test_texts_that_begin_like_formulas_stay_texts(tmp_path: Path) -> None:
    _code, file = exported(tmp_path, CONTRACT.replace("Trygghet på torget", "=1+1"))
    assert load_workbook(file)["Resultat"]["A1"].data_type == "s"
