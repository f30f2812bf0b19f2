"""`samklang export data`, `ddi` and `cids` by their files and exit codes."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path
from pkgutil import iter_modules

import pytest
import yaml
from tests.methods.value.maps import outcome
from tests.reference.exchange.maps import HEAD, MAPS

from samklang.cli import exports
from samklang.cli.main import main

ANSWERS = "id,ucla_01,ucla_02,ucla_03\n=1+1,3,3,3\nÅsa,97,9,x\n"
PERIOD = ["--organisation", "Torgföreningen", "--from", "2024-01-01", "--to", "2024-12-31"]


@pytest.fixture
def answers(tmp_path: Path) -> str:
    file = tmp_path / "answers.csv"
    file.write_text(ANSWERS)
    return str(file)


def written(folder: Path, value_map: object) -> str:
    file = folder / "map.yaml"
    file.write_text(yaml.safe_dump(value_map, allow_unicode=True))
    return str(file)


def test_a_package_holds_four_files_that_name_each_other(answers: str, tmp_path: Path) -> None:
    out = tmp_path / "ucla.zip"
    assert main(["export", "data", "ucla3", answers, "--out", str(out)]) == 0
    with zipfile.ZipFile(out) as files:
        assert files.namelist() == ["answers.csv", "datapackage.json", "answers.sps", "answers.dta"]
        assert json.loads(files.read("datapackage.json"))["resources"][0]["path"] == "answers.csv"
        assert b"/FILE='answers.csv'" in files.read("answers.sps")
        assert files.read("answers.csv").decode().splitlines()[1] == "'=1+1,3,3,3,9,3,scored,lonely"


@pytest.mark.parametrize(
    ("form", "begins"), [("csv", "id,ucla_01,"), ("datapackage", "{"), ("spss", "* Encoding: UTF-8.")]
)
def test_one_of_the_files_can_be_printed(
    form: str, begins: str, answers: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["export", "data", "ucla3", answers, "--format", form]) == 0
    assert capsys.readouterr().out.startswith(begins)


def test_stata_gets_a_file_and_json_is_the_description(
    answers: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "a.dta"
    assert main(["export", "data", "ucla3", answers, "--format", "stata", "--out", str(out)]) == 0
    assert out.read_bytes().startswith(b"<stata_dta><header><release>118")
    assert main(["export", "data", "ucla3", answers, "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["name"] == "ucla3"


def test_what_is_no_answer_is_counted_beside_the_file_as_score_does(
    answers: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["export", "data", "ucla3", answers, "--format", "csv"]) == 0
    told = capsys.readouterr()
    assert told.out.splitlines()[2] == "Åsa,97,9,,,0,invalid,"
    assert main(["score", "ucla3", answers]) == 0
    assert capsys.readouterr().err == told.err


def test_an_age_and_a_ties_ends_go_along(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "ties.csv"
    items = [f"rcs_{place:02d}" for place in range(1, 8)]
    file.write_text(f"from,to,{','.join(items)}\nskolan,=hallen,{','.join('3' * 7)}\n")
    assert main(["export", "data", "relational_coordination", str(file), "--format", "csv"]) == 0
    assert capsys.readouterr().out.splitlines()[1].startswith("1,skolan,'=hallen,3,")
    file.write_text("Ålder,ors_01,ors_02,ors_03,ors_04\n17,5,5,5,5.5\n")
    assert main(["export", "data", "ors", str(file), "--age-column", "Ålder", "--format", "spss"]) == 0
    told = capsys.readouterr().out
    assert ("    v_lder A2" in told, "    ors_04 F8.2" in told, "  /v_lder 'Ålder'" in told) == (True, True, True)


@pytest.mark.parametrize(
    ("more", "says"),
    [
        ([], "--out: is needed here; give --out FILE.zip, or --format csv to print the answers"),
        (["--format", "stata"], "--out: is needed here; give --out FILE.dta"),
        (["--format", "csv", "--language", "fr"], "language 'fr': ucla3@1.0.0 can be exported in en"),
        (["--format", "csv", "--age-column", "age"], "column 'age': is missing"),
    ],
)
def test_data_that_can_not_be_written_is_two(
    more: list[str], says: str, answers: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["export", "data", "ucla3", answers, *more]) == 2
    told = capsys.readouterr()
    assert (told.out, says in told.err) == ("", True)


def test_an_unknown_column_and_no_file_are_two(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "a.csv"
    file.write_text(ANSWERS.replace("id", "name"))
    assert main(["export", "data", "ucla3", str(file), "--format", "csv"]) == 2
    assert "column 'name': not an item of ucla3" in capsys.readouterr().err
    assert main(["export", "data", "ucla3", "/no/such.csv", "--format", "csv"]) == 2


def test_a_codebook_for_an_archive_is_xml_and_can_be_read_as_json(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["export", "ddi", "rses"]) == 0
    assert capsys.readouterr().out.startswith(
        '<?xml version="1.0" encoding="UTF-8"?>\n<codeBook xmlns="ddi:codebook:2_5"'
    )
    assert main(["export", "ddi", "rses", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["instrument"].startswith("rses@")
    assert main(["export", "ddi", "rsse"]) == 2


def test_a_value_map_is_written_for_the_impact_standard(tmp_path: Path) -> None:
    out = tmp_path / "map.json"
    assert main(["export", "cids", written(tmp_path, MAPS["kronor"]), *PERIOD, "--out", str(out)]) == 0
    made = json.loads(out.read_text())
    assert made["@graph"][0]["hasLegalName"] == "Torgföreningen"


def test_a_refused_map_is_one_and_says_why(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = written(tmp_path, {**HEAD, "outcomes": [outcome(displacement={"share": 1.2, "source": "x"})]})
    assert main(["export", "cids", file, *PERIOD]) == 1
    told = capsys.readouterr()
    assert (told.out, "VE" in told.err, told.err.startswith(f"{file}, ")) == ("", True, True)


@pytest.mark.parametrize(
    ("given", "says"),
    [
        (["--from", "2024", "--to", "i går"], ["--from 2024: is no day", "--to i går: is no day"]),
        (["--from", "2024-02-01", "--to", "2024-01-01"], ["--to 2024-01-01: is before --from 2024-02-01"]),
    ],
)
def test_days_that_are_none_are_two(
    given: list[str], says: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = written(tmp_path, MAPS["kronor"])
    assert main(["export", "cids", file, "--organisation", " ", *given]) == 2
    told = capsys.readouterr().err.splitlines()
    assert [line.startswith(start) for line, start in zip(told, says, strict=False)] == [True] * len(says)
    assert told[-1] == "--organisation: is empty; give the name of who reports"


def test_a_map_that_can_not_be_read_is_two(tmp_path: Path) -> None:
    assert main(["export", "cids", written(tmp_path, {"schema": "value-map/1"}), *PERIOD]) == 2
    assert main(["export", "cids", "/no/such.yaml", *PERIOD]) == 2


def test_the_page_of_exports_names_every_kind_there_is() -> None:
    page = (Path(__file__).parents[2] / "docs/reference/exports.md").read_text("utf-8")
    kinds = [found.name.replace("_", "-") for found in iter_modules(exports.__path__)]
    assert [kind for kind in kinds if f"| `{kind}` | " not in page] == []
