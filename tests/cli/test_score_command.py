"""`samklang score` by what it prints and its exit codes."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from samklang.cli.main import main
from samklang.methods.kernel.facts import fact_text

HEADER = "id," + ",".join(f"rses_{place:02d}" for place in range(1, 11))


def scored(folder: Path, text: str, *more: str, instrument: str = "rses") -> int:
    file = folder / "answers.csv"
    file.write_text(text)
    return main(["score", instrument, str(file), *more])


def test_rows_come_out_in_order_with_status_and_band(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    rows = f"{HEADER}\na,4,1,4,4,1,1,4,1,1,4\nb,97,,3,3,2,2,3,2,2,3\nc,3.5,1,1,1,1,1,1,1,1,1\nd,,,,,,,,,,\n"
    assert scored(tmp_path, rows) == 0
    told = capsys.readouterr()
    assert told.out.splitlines() == [
        "id,total,total__n_valid,total__status,total__band",
        "a,40,10,scored,good",
        "b,30,8,scored,good",
        "c,,9,invalid,",
        "d,,0,insufficient,",
    ]
    assert "total: 1 invalid" in told.err


def test_semicolons_and_a_missing_id_column_are_read(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = HEADER.removeprefix("id,").replace(",", ";") + "\n" + ";".join("3" * 10) + "\n"
    assert scored(tmp_path, text, "--json") == 0
    row = json.loads(capsys.readouterr().out)["people"][0]
    assert (row["id"], row["total"], row["total__band"]) == ("1", 25, "low")


def test_many_repeated_ids_are_counted(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    rows = "".join(f"{place},4,1,4,4,1,1,4,1,1,4\n" * 2 for place in range(9))
    assert scored(tmp_path, f"{HEADER}\n{rows}") == 0
    told = capsys.readouterr().err.splitlines()
    assert (sum("stands on several rows" in line for line in told), told[-1]) == (
        5,
        "4 more ids stand on several rows",
    )


def test_work_that_takes_a_while_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("samklang.cli.scored.MANY", 2)
    assert scored(tmp_path, f"{HEADER}\n" + "a,4,1,4,4,1,1,4,1,1,4\n" * 2) == 0
    assert capsys.readouterr().err.startswith("Scoring 2 rows …\n")


def test_a_mark_beyond_the_line_is_told_with_the_lines_ends(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = "ors_01,ors_02,ors_03,ors_04\n6.5,12,6.5,6.5\n"
    assert scored(tmp_path, text, "--age", "15", instrument="ors") == 0
    assert "ors_02: 1 outside 0 to 10, first in row 1: 12" in capsys.readouterr().err


def test_two_ages_are_one_too_many(tmp_path: Path) -> None:
    with pytest.raises(SystemExit) as caught:
        scored(tmp_path, f"{HEADER}\n", "--age", "15", "--age-column", "years")
    assert caught.value.code == 2


def test_repeated_ids_are_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert scored(tmp_path, f"{HEADER}\n" + "a,4,1,4,4,1,1,4,1,1,4\n" * 2) == 0
    assert "id 'a' stands on several rows" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("", 1),
        (HEADER + ",colour,size\n", 2),
        (HEADER + ",rses_01\n", 1),
        (HEADER.replace(",rses_03", "") + "\n", 1),
        (HEADER + "\na,1\nb,2\n", 2),
        (HEADER + '\n"a,1', 1),
    ],
)
def test_what_cannot_be_read_is_two_with_a_line_for_each_error(
    tmp_path: Path, text: str, lines: int, capsys: pytest.CaptureFixture[str]
) -> None:
    assert scored(tmp_path, text) == 2
    told = capsys.readouterr()
    assert (told.out, len(told.err.splitlines())) == ("", lines)


def test_only_a_header_gives_only_a_header_and_says_so(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert scored(tmp_path, HEADER + "\n") == 0
    told = capsys.readouterr()
    assert told.out == "id,total,total__n_valid,total__status,total__band\n"
    assert told.err == "no rows: the file names the columns and holds no answers\n"


def test_an_answer_outside_the_response_set_is_told_with_its_place(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    rows = "a,4,1,4,4,1,1,4,1,1,4\nb,4,99,4,4,1,1,4,1,1,many\nc,4,99,4,4,1,1,4,1,1,4\n"
    assert scored(tmp_path, f"{HEADER}\n{rows}") == 0
    told = capsys.readouterr().err.splitlines()
    assert told == [
        "total: 2 invalid; an answer is outside the response set, and no score is given",
        "rses_02: 2 outside 1, 2, 3, 4, first in row 2: 99; if that code means no answer, leave the cell empty or "
        "declare it in the instrument",
        "rses_10: 1 outside 1, 2, 3, 4, first in row 2: no number; write one, or leave the cell empty where "
        "nobody answered",
    ]


def test_an_age_column_decides_the_cut(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = "id,ors_01,ors_02,ors_03,ors_04,years\na,6.5,6.5,6.5,6.5,15\nb,6.5,6.5,6.5,6.5,30\n"
    assert scored(tmp_path, text, "--age-column", "years", instrument="ors") == 0
    assert capsys.readouterr().out.splitlines()[1:] == ["a,26,4,scored,below_cut", "b,26,4,scored,above_cut"]
    assert scored(tmp_path, text.replace("15", "old"), "--age-column", "years", instrument="ors") == 2


@pytest.mark.parametrize("more", [["--age", "-1"], ["--value-set", "UK_TTO_1997"]])
def test_options_that_mean_nothing_here_are_refused(tmp_path: Path, more: list[str]) -> None:
    assert scored(tmp_path, HEADER + "\n", *more) == 2


def test_no_such_file_or_instrument_is_two() -> None:
    assert (main(["score", "rses", "/no/such.csv"]), main(["score", "rsse", "/no/such.csv"])) == (2, 2)


def test_a_file_of_ones_own_is_an_instrument_and_all_its_errors_are_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    own = tmp_path / "own.yaml"
    text = fact_text("instruments", "ucla3").replace("id: ucla3", "id: own")
    own.write_text(text)
    rows = "ucla_01,ucla_02,ucla_03\n3,2,1\n"
    assert scored(tmp_path, rows, instrument=str(own)) == 0
    assert capsys.readouterr().out.splitlines()[1] == "1,6,3,scored,lonely"
    own.write_text(text.replace("range: [3, 9]", "range: [3, 8]").replace("min_valid: 3", "min_valid: 4"))
    assert scored(tmp_path, rows, instrument=str(own)) == 2
    told = capsys.readouterr().err.splitlines()
    assert (len(told), all(line.startswith(f"{own}, scores.total") for line in told)) == (2, True)


@pytest.mark.parametrize("begins", [b"PK\x03\x04", b"\xd0\xcf\x11\xe0"])
def test_a_workbook_is_told_as_one(tmp_path: Path, capsys: pytest.CaptureFixture[str], begins: bytes) -> None:
    file = tmp_path / "answers.xlsx"
    file.write_bytes(begins + b"\xff\x00")
    assert main(["score", "rses", str(file)]) == 2
    assert capsys.readouterr().err == f"{file}: is an Excel workbook; save the sheet as CSV UTF-8 and try again\n"
