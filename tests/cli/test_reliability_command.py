"""`samklang reliability` by what it prints and its exit codes."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest

from samklang.cli.main import main

HEADER = ",".join(f"gse_{place:02d}" for place in range(1, 11))


def answers(turned: bool) -> str:
    rng = np.random.default_rng(4)
    made = np.clip(np.round(rng.normal(2.5, 1, (60, 1)) + rng.normal(0, 0.7, (60, 10))), 1, 4).astype(int)
    if turned:
        made[:, 3] = 5 - made[:, 3]
    return "\n".join([HEADER, *(",".join(map(str, row)) for row in made)]) + "\n"


@pytest.mark.parametrize(("turned", "code"), [(False, 0), (True, 1)])
def test_a_miskeyed_item_is_refused(
    tmp_path: Path, turned: bool, code: int, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "answers.csv"
    file.write_text(answers(turned))
    assert main(["reliability", "gse", str(file)]) == code
    assert ("RE01, gse_04" in capsys.readouterr().out) == turned
    assert main(["reliability", "gse", str(file), "--json"]) == code
    made = json.loads(capsys.readouterr().out)["total"]
    assert (made["n"], 0 < made["alpha_interval"][0] < made["alpha"] < made["alpha_interval"][1] < 1) == (60, True)


def test_work_that_takes_a_while_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("samklang.cli.commands.reliability.MANY", 60)
    file = tmp_path / "answers.csv"
    file.write_text(answers(turned=False))
    assert main(["reliability", "gse", str(file)]) == 0
    assert capsys.readouterr().err == "Reading 60 rows …\n"


def test_rows_of_one_person_are_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "answers.csv"
    file.write_text(f"id,{HEADER}\n" + ("a," + ",".join("3" * 10) + "\n") * 2)
    assert main(["reliability", "gse", str(file)]) == 0
    assert capsys.readouterr().err == "id 'a' stands on several rows; rows of one person are not independent\n"


def test_one_person_gives_no_figure_and_no_traceback(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "answers.csv"
    file.write_text(f"{HEADER}\n" + ",".join("3" * 10) + "\n")
    assert main(["reliability", "gse", str(file)]) == 0
    told = capsys.readouterr().out
    assert told.startswith("total: n 1, alpha - (-), omega -\n")
    assert "RW01, n: 1 whole answers: no figures under 5" in told


@pytest.mark.parametrize("more", [[], ["--json"]])
@pytest.mark.parametrize(
    ("name", "items", "told"),
    [
        ("eq5d_3l", [f"eq5d_0{place}" for place in range(1, 6)], "index: a value-set index has no reliability"),
        ("life_satisfaction", ["ls_01"], "score: one item has no reliability"),
    ],
)
def test_an_instrument_without_a_sum_of_items_says_so_and_is_refused(
    name: str, items: list[str], told: str, more: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "answers.csv"
    file.write_text(f"{','.join(items)}\n" + f"{','.join('1' * len(items))}\n" * 40)
    assert main(["reliability", name, str(file), *more]) == 1
    made = capsys.readouterr()
    assert (made.out, made.err.startswith(told)) == ("", True)


def test_scores_that_are_no_sum_are_told_beside_those_that_are(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "answers.csv"
    file.write_text("who5_01,who5_02,who5_03,who5_04,who5_05\n" + "1,2,3,2,1\n3,2,3,4,5\n" * 20)
    assert main(["reliability", "who5", str(file)]) == 0
    made = capsys.readouterr()
    assert (made.out[:11], made.err[:38]) == ("raw: n 40, ", "percent: the same answers on another r")


@pytest.mark.parametrize(
    ("language", "heads"),
    [
        (
            "sv",
            [
                "total: n 60, alfa 0,",
                ") omega",
                "  standardfel ",
                "samband med de övriga",
                "  fel RE01, gse_04: samb",
            ],
        ),
        (
            "da",
            [
                "total: n 60, alfa 0,",
                ") omega",
                "  standardfejl ",
                "sammenhæng med de øvr",
                "  fejl RE01, gse_04: sa",
            ],
        ),
    ],
)
def test_the_text_is_in_the_language_asked_for(
    language: str, heads: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "answers.csv"
    file.write_text(answers(turned=True))
    assert main(["reliability", "gse", str(file), "--language", language]) == 1
    told = capsys.readouterr().out
    assert [head in told.replace("), omega", ") omega") for head in heads] == [True] * 5
    assert [word for word in ("alpha", "item-rest", "error", "keyed") if word in told] == []
