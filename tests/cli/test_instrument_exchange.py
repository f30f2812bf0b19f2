"""`samklang export` and `samklang import` of instruments, by their files and exit codes."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path

import pytest
import yaml

from samklang.cli.main import main


def test_a_form_goes_out_and_comes_back(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "rses.xlsx"
    assert main(["export", "xlsform", "rses", "--out", str(file)]) == 0
    assert main(["import", "xlsform", str(file)]) == 0
    made = yaml.safe_load(capsys.readouterr().out)
    assert (made["id"], len(made["items"]), made["items"][0]["text"]["sv"]) == (
        "rses",
        10,
        "Jag är väsentligt nöjd med mig själv",
    )
    assert main(["import", "xlsform", str(file), "--json"]) == 0
    assert json.loads(capsys.readouterr().out) == made


def test_a_questionnaire_goes_out_and_comes_back(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "gad7.json"
    assert main(["export", "fhir", "gad7", "--release", "R4", "--out", str(file)]) == 0
    assert main(["import", "fhir", str(file), "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["items"][6]["id"] == "gad_07"
    assert main(["import", "fhir", str(file)]) == 0
    assert yaml.safe_load(capsys.readouterr().out)["id"] == "gad7"


def test_an_activity_is_one_object_or_the_files_as_they_lie(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "rses.zip"
    assert (main(["export", "reproschema", "rses"]), main(["export", "reproschema", "rses", "--out", str(file)])) == (
        0,
        0,
    )
    documents = json.loads(capsys.readouterr().out)
    archive = zipfile.ZipFile(file)
    assert archive.namelist() == [f"rses/{path}" for path in documents]
    assert json.loads(archive.read("rses/rses_schema")) == documents["rses_schema"]


@pytest.mark.parametrize(
    ("more", "begins"),
    [
        ([], "{"),
        (["--format", "csv"], "variable,"),
        (["--format", "ddi"], "<?xml"),
        (["--format", "markdown", "--language", "sv"], "# Rosenbergs"),
    ],
)
def test_a_codebook_has_four_forms(more: list[str], begins: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["export", "codebook", "rses", *more]) == 0
    assert capsys.readouterr().out.startswith(begins)


@pytest.mark.parametrize("form", ["json", "csv", "markdown", "ddi"])
def test_a_language_there_is_not_is_refused_with_those_there_are(
    form: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["export", "codebook", "rses", "--language", "fr", "--format", form]) == 2
    made = capsys.readouterr()
    assert (made.out, "language 'fr': rses@" in made.err, "can be exported in sv" in made.err) == ("", True, True)


@pytest.mark.parametrize("kind", ["fhir", "xlsform"])
def test_a_mark_on_a_line_keeps_what_is_no_answer_and_nothing_is_lost(
    kind: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "ors.file"
    assert main(["export", kind, "ors", "--out", str(file)]) == 0
    assert main(["import", kind, str(file), "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["responses"]["answer_1"]["non_answers"] == [
        {"code": 97, "reason": "prefers_not_to_say"},
        {"code": 98, "reason": "does_not_know"},
    ]


def test_a_workbook_needs_a_file_and_its_sheets_can_be_printed(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["export", "xlsform", "rses"]) == 2
    assert main(["export", "xlsform", "rses", "--json"]) == 0
    assert list(json.loads(capsys.readouterr().out)) == ["survey", "choices", "settings"]


@pytest.mark.parametrize("kind", ["fhir", "xlsform"])
def test_what_can_not_be_read_is_two(kind: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "other"
    file.write_text("no")
    assert (
        main(["import", kind, str(file)]),
        main(["import", kind, "/no/such"]),
        main(["import", kind, str(tmp_path)]),
    ) == (2, 2, 2)
    assert capsys.readouterr().out == ""


def test_an_unknown_instrument_or_folder_writes_nothing(tmp_path: Path) -> None:
    out = str(tmp_path / "no" / "x.xlsx")
    assert (main(["export", "fhir", "rsse"]), main(["export", "xlsform", "rses", "--out", out])) == (2, 2)
