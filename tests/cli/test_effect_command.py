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
    told = "trust: the same people before and after, E2 changed; 45 used of 45 who started, 45 asked"
    assert lines[:3] == ["Tjejforum", "", told]
    assert lines[3].startswith("  en  Among the 45 of 45 who answered both times, trust rose by ")
    assert "What the data carry" in lines
    said = [line.removeprefix("  en  - ") for line in lines if line.startswith("  en  - ")]
    assert "Those who answered speak for all who started." in said
    assert [text for text in said if text in lines[3]] == []


@pytest.mark.parametrize(
    ("language", "heads"),
    [
        ("sv", ["Kontrafaktisk situation: jämförelsegrupp (Gruppen)", "Vid sidan av", "Vad svaren räcker till"]),
        ("en", ["Counterfactual: comparison group (Gruppen)", "Beside it", "What the data carry"]),
        (
            "da",
            ["Kontrafaktisk situation: sammenligningsgruppe (Gruppen)", "Ved siden af", "Hvad svarene rækker til"],
        ),
    ],
)
@pytest.mark.parametrize("asked", [False, True], ids=["by the plan", "by --language"])
def test_headings_names_and_reasons_are_in_the_first_language(
    language: str, heads: list[str], asked: bool, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    others = [each for each in ("en", "sv", "da") if each != language]
    chosen = ["--language", language, "--language", others[0]] if asked else []
    told = {
        "counterfactual": {"kind": "comparison_group", "by": "Gruppen"},
        "languages": others if asked else [language, *others],
    }
    assert planned(tmp_path, *chosen, **told) == 0
    lines = capsys.readouterr().out.splitlines()
    assert [line for line in lines if line in heads] == heads
    carried = [line for line in lines if "[then_test]" in line]
    reason = {"sv": "ingen kolumn säger", "en": "no column holds", "da": "ingen kolonne siger"}[language]
    assert [reason in line for line in carried] == [True]
    assert next(line[2:4] for line in lines if line[2:4] in ("sv", "en", "da")) == language


@pytest.mark.parametrize(("command", "rest"), [("effect", ["plan.yaml"]), ("power", ["25"])])
def test_an_unknown_language_is_refused_with_those_there_are(
    command: str, rest: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as stopped:
        main([command, *rest, "--language", "fr"])
    told = capsys.readouterr().err.splitlines()[-1]
    assert (stopped.value.code, "invalid choice: 'fr'" in told, all(each in told for each in ("sv", "en", "da"))) == (
        2,
        True,
        True,
    )


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


TWO_SCALES = [
    {"id": "trust", "min": 0, "max": 100, "primary": True},
    {"id": "calm", "min": 1, "max": 7},
]


def with_codes(column: str) -> str:
    """Thirty people twice, with 98 once each wave in one column of three."""
    heads = ("respondent", "wave", "trust", "calm", "dose")
    rows = [{"respondent": f"p{who}", "wave": wave} for wave in (1, 2) for who in range(30)]
    for place, row in enumerate(rows):
        row.update(trust=20 + (place * 7) % 31, calm=1 + place % 7, dose=1 + place % 5)
        if place % 30 == 3:
            row[column] = 98
    return "\n".join([",".join(heads), *(",".join(str(row[head]) for head in heads) for row in rows), ""])


@pytest.mark.parametrize(
    ("column", "doubted"), [("trust", ["trust"]), ("dose", ["trust", "calm"])], ids=["a scale", "a dose"]
)
def test_a_number_that_may_be_a_code_is_told_before_every_figure_that_rests_on_it(
    column: str, doubted: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    asked = {"answers": with_codes(column), "indicators": TWO_SCALES}
    assert planned(tmp_path, "--lang", "en", **asked) == 0
    lines = capsys.readouterr().out.splitlines()
    heads = [place for place, line in enumerate(lines) if line.startswith(("trust: ", "calm: "))]
    after = {lines[place].partition(":")[0]: lines[place + 1] for place in heads}
    told = f"  EW05 warning, column '{column}': 98 stands 2 times"
    assert [name for name, line in after.items() if line.startswith(told)] == doubted
    assert [line for line in lines if line.startswith("EW05")] == []  # nowhere else, so never after a figure only
    assert planned(tmp_path, "--json", **asked) == 0
    row = printed(capsys)
    found = {result["indicator"]: [each["code"] for each in result["findings"]] for result in row["results"]}
    assert [name for name, codes in found.items() if codes == ["EW05"]] == doubted
    assert [next(iter(result)) for result in (*row["results"], *row["further"])] == ["findings"] * (
        len(row["results"]) + len(row["further"])
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
