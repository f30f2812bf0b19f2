"""`samklang audit` by its exit codes."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from samklang.cli.main import main


def material(lo: int, hi: int) -> dict[str, Any]:
    people = {f"p{number}": ["a"] for number in range(12)}
    return {
        "plan": {"k": 8, "coalition": 1, "width": 3},
        "coalition": 1,
        "questions": {"q": {"values": ["low", "fine"], "sensitive": ["low"]}},
        "people": people,
        "answers": {"q": {name: "low" if place < 5 else "fine" for place, name in enumerate(people)}},
        "statements": [{"q": "q", "set": "a", "coef": [["low", 1]], "lo": lo, "hi": hi, "suppressed": False}],
        "derived": [],
    }


def audited(folder: Path, text: str) -> int:
    file = folder / "release.json"
    file.write_text(text)
    return main(["audit", str(file)])


def test_a_bucket_is_safe(tmp_path: Path) -> None:
    assert audited(tmp_path, json.dumps(material(3, 6))) == 0


def test_a_release_that_lies_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert audited(tmp_path, json.dumps(material(6, 8))) == 1
    assert capsys.readouterr().out == "false: q, a: the published 6 to 8 does not hold the truth\n"


@pytest.mark.parametrize("text", ["{", "[]", "{}", json.dumps({**material(3, 6), "answers": {"q": {}}})])
def test_what_cannot_be_read_is_two_and_says_where(
    tmp_path: Path, text: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert audited(tmp_path, text) == 2
    assert "release.json" in capsys.readouterr().err


def test_whoever_knows_the_rule_never_comes_to_know_a_person(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["audit", "--try-all", "8", "--json"]) == 0
    assert round(json.loads(capsys.readouterr().out)["worst_posterior"], 3) == 0.865


@pytest.mark.parametrize("arguments", [[], ["--try-all", "3"], ["--try-all", "8", "--coalition", "9"]])
def test_neither_a_file_nor_a_number_of_people_that_can_be_tried_is_two(arguments: list[str]) -> None:
    assert main(["audit", *arguments]) == 2
