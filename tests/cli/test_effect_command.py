"""`samklang effect` by what it prints and its exit codes."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
import yaml
from tests.methods.measurement.effect.answers import drawn, raw_plan

from samklang.cli.commands import effect as command
from samklang.cli.main import main


def planned(folder: Path, *more: str, answers: str | None = None, **changed: Any) -> int:
    if answers is None:
        before, after, took_part = drawn(80)
        rows = [
            f"p{place},{wave},{score[place]:g},{took_part[place]:g}"
            for wave, score in ((1, before), (2, after))
            for place in range(80)
        ]
        answers = "\n".join(["respondent,wave,trust,took_part", *rows, ""])
    (folder / "answers.csv").write_text(answers)
    (folder / "plan.yaml").write_text(yaml.safe_dump(raw_plan(**changed)))
    return main(["effect", str(folder / "plan.yaml"), *more])


def printed(capsys: pytest.CaptureFixture[str]) -> dict[str, Any]:
    return dict(json.loads(capsys.readouterr().out))


def test_an_effect_comes_with_both_ways_its_level_and_its_sentences(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert (
        planned(tmp_path, "--json", counterfactual={"kind": "comparison_group", "by": "Gruppen", "when": "2024"}) == 0
    )
    told = printed(capsys)
    result = told["results"][0]
    assert (result["question"], result["design"], result["level"]) == ("effect", "comparison_linked", "E3")
    assert {"did", "ancova"} <= set(result["estimates"])
    assert (result["n_asked"], result["n_started"], result["n_used"]) == (80, 80, 80)
    assert sorted(result["sentences"]) == ["en", "sv"]
    assert result["interval"][0] < result["estimate"] < result["interval"][1]
    assert told["counterfactual"]["by"] == "Gruppen"


def test_without_a_counterfactual_it_is_a_change_and_the_word_effect_does_not_stand(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert planned(tmp_path, "--json") == 0
    told = printed(capsys)
    result = told["results"][0]
    assert (result["question"], result["design"], result["level"]) == ("change", "paired_change", "E2")
    every = [text for each in (*told["results"], *told["further"]) for text in each["sentences"].values()]
    assert [text for text in every if "effekt" in text.lower() or "effect" in text.lower()] == []
    refused = {each["design"]: each["reasons"] for each in told["supported"] if not each["ok"]}
    assert refused["comparison_linked"] == [
        "counterfactual: no counterfactual is declared; this design answers to comparison_group"
    ]
    assert [finding["code"] for finding in told["findings"]] == ["EW01"]


def test_the_languages_are_the_plan_s_or_those_asked_for(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert planned(tmp_path, "--json", languages=["da"]) == 0
    assert list(printed(capsys)["results"][0]["sentences"]) == ["da"]
    assert planned(tmp_path, "--json", "--lang", "en", languages=["da"]) == 0
    assert list(printed(capsys)["results"][0]["sentences"]) == ["en"]


def test_text_tells_the_sentence_and_what_the_data_carry(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert planned(tmp_path, "--lang", "en", title="Tjejforum") == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[:3] == ["Tjejforum", "", "trust: paired_change, E2, 45 used of 45 who started, 45 asked"]
    assert lines[3].startswith("  en  Among the 45 of 45 who answered both times, trust rose by ")
    assert "What the data carry" in lines
    said = [line.removeprefix("  en  - ") for line in lines if line.startswith("  en  - ")]
    assert "Those who answered speak for all who started." in said
    assert [text for text in said if text in lines[3]] == []


def test_a_result_goes_to_a_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert planned(tmp_path, "--json", "--out", str(tmp_path / "out.json")) == 0
    assert (capsys.readouterr().out, "results" in (tmp_path / "out.json").read_text()) == ("", True)


@pytest.mark.parametrize(
    ("answers", "changed", "code"),
    [
        ("respondent,wave,trust\na,1,98\n", {}, "EE02"),
        ("respondent,wave,trust\na,1,5\na,1,5\n", {}, "EE01"),
        (None, {"margins": {"stratum_age": {"young": 20, "old": 80}}}, "EE03"),
        (None, {"waves": {"before": 1, "after": 7}}, "EE06"),
    ],
)
def test_what_is_refused_is_one_with_a_finding_and_no_result(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], answers: str | None, changed: dict[str, Any], code: str
) -> None:
    if code == "EE03":
        answers = "respondent,wave,trust,stratum_age\na,1,5,young\n"
    assert planned(tmp_path, "--json", answers=answers, **changed) == 1
    told = printed(capsys)
    assert (told["results"], {finding["code"] for finding in told["findings"] if finding["severity"] == "error"}) == (
        [],
        {code},
    )


@pytest.mark.parametrize(
    ("answers", "changed"),
    [
        ("", {}),
        ("respondent,wave\na,1\n", {}),
        ("respondent,wave,trust,colour\na,1,5,red\n", {}),
        ("respondent,wave,trust\na,1,five\n", {}),
        (None, {"indicatrs": []}),
        (None, {"data": "nowhere.csv"}),
        (None, {"schema": "effect-plan/9"}),
    ],
)
def test_what_cannot_be_read_is_two_with_a_line_and_nothing_written(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], answers: str | None, changed: dict[str, Any]
) -> None:
    assert planned(tmp_path, "--out", str(tmp_path / "out.txt"), answers=answers, **changed) == 2
    told = capsys.readouterr()
    assert (told.out, len(told.err.splitlines()), (tmp_path / "out.txt").exists()) == ("", 1, False)


def test_a_long_file_says_that_it_is_being_read(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(command, "MANY_LETTERS", 100)
    assert planned(tmp_path) == 0
    assert capsys.readouterr().err == f"Reading {tmp_path / 'answers.csv'} …\n"


def test_no_such_plan_is_two() -> None:
    assert main(["effect", "/no/such.yaml"]) == 2
