"""The instruments, item prefixes and scales that scripts rely on, through the command itself."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from samklang.cli.main import main
from samklang.methods.measurement.instrument_reader import instrument

# instrument: item prefix, number of items, scales in the order of their columns
PROMISED = {
    "rses": ("rses", 10, ["total"]),
    "gse": ("gse", 10, ["total"]),
    "wemwbs": ("wemwbs", 14, ["total"]),
    "swemwbs": ("swemwbs", 7, ["raw", "metric"]),
    "mhc_sf": ("mhcsf", 14, ["emotional", "social", "psychological", "total", "category"]),
    "who5": ("who5", 5, ["raw", "percent"]),
    "sdq_s": ("sdq", 25, ["emotional", "conduct", "hyperactivity", "peer", "prosocial", "total_difficulties"]),
    "soc13": ("soc", 13, ["total"]),
    "hads": ("hads", 14, ["anxiety", "depression"]),
    "pss10": ("pss", 10, ["total"]),
    "phq9": ("phq", 9, ["total"]),
    "gad7": ("gad", 7, ["total"]),
    "kidscreen10": ("ks", 10, ["raw"]),
    "ucla3": ("ucla", 3, ["total"]),
    "life_satisfaction": ("ls", 1, ["score"]),
    "cantril": ("cantril", 2, ["now", "future", "category"]),
    "ors": ("ors", 4, ["total"]),
    "trust_general": ("trust", 1, ["score"]),
    "eq5d_3l": ("eq5d", 5, ["index"]),
    "eq5d_5l": ("eq5d", 5, ["index"]),
}
VALUE_SETS = {
    "eq5d_3l": ["SE_TTO_2014_experience", "UK_TTO_1997", "DK_TTO_2009"],
    "eq5d_5l": ["SE_2020_experience_TTO", "SE_2022_hypothetical", "DK_2021", "England_2018"],
}


def answers(folder: Path, prefix: str, size: int, code: int) -> str:
    file = folder / "answers.csv"
    header = ",".join(f"{prefix}_{place:02d}" for place in range(1, size + 1))
    file.write_text(f"id,{header}\na,{','.join([str(code)] * size)}\nb{',' * size}\n")
    return str(file)


@pytest.mark.parametrize("name", PROMISED)
def test_the_promised_ids_are_scored(name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    prefix, size, scales = PROMISED[name]
    code = int(instrument(name).items[0].responses.low)
    more = ["--value-set", VALUE_SETS[name][0]] if name in VALUE_SETS else []
    assert main(["score", name, answers(tmp_path, prefix, size, code), "--age", "20", *more]) == 0
    header, first, second = (line.split(",") for line in capsys.readouterr().out.splitlines())
    parts = ("", "__n_valid", "__status", "__band")
    assert header == ["id", *(f"{scale}{part}" for scale in scales for part in parts)]
    assert (set(first[3::4]), set(second[3::4]), second[1::4]) == ({"scored"}, {"insufficient"}, [""] * len(scales))


@pytest.mark.parametrize(("name", "value_set"), [(name, one) for name, sets in VALUE_SETS.items() for one in sets])
def test_an_index_says_whose_values_it_is_told_in(
    name: str, value_set: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = answers(tmp_path, "eq5d", 5, 1)
    assert main(["score", name, file, "--value-set", value_set, "--json"]) == 0
    told = capsys.readouterr()
    assert json.loads(told.out)["value_set"]["id"] == value_set
    assert f"value set {value_set} (" in told.err


@pytest.mark.parametrize("more", [[], ["--value-set", "NO_2099"]])
def test_without_a_known_value_set_there_is_no_index(
    more: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["score", "eq5d_3l", answers(tmp_path, "eq5d", 5, 1), *more]) == 2
    told = capsys.readouterr()
    assert (told.out, "there are DK_TTO_2009, SE_TTO_2014_experience, UK_TTO_1997" in told.err) == ("", True)


def test_a_network_tells_its_ties_by_direction(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    items = ",".join(f"rcs_{place:02d}" for place in range(1, 8))
    file = tmp_path / "ties.csv"
    file.write_text(f"id,from,to,{items}\na,school,police,{','.join('4' * 7)}\nb,police,school,{','.join('2' * 7)}\n")
    assert main(["score", "relational_coordination", str(file), "--json"]) == 0
    told = capsys.readouterr()
    assert [(tie["rater"], tie["rated"], tie["mean"]) for tie in json.loads(told.out)["ties"]] == [
        ("school", "police", 4.0),
        ("police", "school", 2.0),
    ]
    assert "tie school → police: 4.00 (n 1)" in told.err
    file.write_text(f"id,from,to,{items}\na,,police,{','.join('4' * 7)}\n")
    assert main(["score", "relational_coordination", str(file)]) == 2


def test_a_spreadsheets_file_with_mark_semicolons_and_commas_is_read(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "excel.csv"
    file.write_bytes("\ufeffid;ors_01;ors_02;ors_03;ors_04\r\na;6,5;6,5;6,5;6,5\r\n".encode())
    assert main(["score", "ors", str(file), "--age", "15"]) == 0
    assert capsys.readouterr().out.splitlines()[1] == "a,26,4,scored,below_cut"


def test_reasons_drafts_and_missing_ages_are_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["score", "ors", answers(tmp_path, "ors", 4, 97)]) == 0
    told = capsys.readouterr().err
    assert "ors_01: 1 missing with the reason prefers_not_to_say" in told
    assert "total, the bands (Miller & Duncan, recalled): a draft" in told
    assert "total: the bands need an age; give --age or --age-column" in told
