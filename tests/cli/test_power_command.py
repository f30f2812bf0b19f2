"""`samklang power` by what it prints and its exit codes."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from samklang.cli.main import main
from samklang.methods.measurement.before_collecting import notes, sights
from samklang.methods.measurement.effect.indicator import LANGUAGES


def told(capsys: pytest.CaptureFixture[str], *options: str) -> dict[str, Any]:
    assert main(["power", *options, "--json"]) == 0
    return dict(json.loads(capsys.readouterr().out))


def smallest(found: dict[str, Any]) -> dict[str, float | None]:
    return {
        each["seen"]: None if each["smallest"] is None else round(each["smallest"], 2) for each in found["sights"]
    }


def test_what_so_many_can_show_is_told_before_anything_is_collected(capsys: pytest.CaptureFixture[str]) -> None:
    found = told(capsys, "30", "--others", "30")
    assert smallest(found) == {"same_people": 0.53, "other_people": 0.74, "two_groups": 0.74}
    assert (found["power"], found["level"], sorted(found["notes"])) == (0.8, 0.95, ["da", "en", "sv"])


def test_a_spread_turns_it_into_points(capsys: pytest.CaptureFixture[str]) -> None:
    found = told(capsys, "30", "--spread", "10")
    assert smallest(found) == {"same_people": 5.29, "other_people": 7.36}
    assert {each["unit"] for each in found["sights"]} == {"points"}
    assert "r = 0.5" in " ".join(found["notes"]["en"])


def test_too_few_are_told_so_and_get_no_figure(capsys: pytest.CaptureFixture[str]) -> None:
    found = told(capsys, "7", "--others", "40", "--share", "0.3")
    assert smallest(found) == {"same_people": None, "other_people": None, "two_groups": None, "share": None}
    assert {each["told"] for each in found["sights"]} == {False}
    assert found["sights"][0]["sentences"]["sv"] == (
        "7 som svarar två gånger är för få: under 8 sägs ingenting om förändring."
    )


def test_a_share_names_where_it_must_come_to(capsys: pytest.CaptureFixture[str]) -> None:
    share = told(capsys, "100", "--share", "0.30")["sights"][-1]
    assert (round(share["fall_to"], 2), round(share["rise_to"], 2)) == (0.18, 0.43)
    assert share["sentences"]["en"] == (
        "With 100 answers, a share of 30 per cent must fall to 18 or rise to 43 to be seen."
    )


@pytest.mark.parametrize(
    ("n", "share", "words"), [(9, 0.02, "no fall"), (9, 0.98, "no rise"), (40, 0.5, "fall to 28 or rise to 72")]
)
def test_what_cannot_be_reached_is_told_as_out_of_reach(n: int, share: float, words: str) -> None:
    assert words in sights(n, share=share)[-1].sentence("en")


@pytest.mark.parametrize("people", [3, 20, 400])
def test_every_sentence_and_note_is_there_in_every_language(people: int) -> None:
    found = sights(people, others=people, share=0.5, spread=1.0)
    texts = [text for one in LANGUAGES for text in (*(each.sentence(one) for each in found), *notes(found, one))]
    assert [text for text in texts if "{" in text or not text.endswith(".")] == []
    assert len({len(notes(found, one)) for one in LANGUAGES}) == 1


def test_a_large_group_is_not_called_small() -> None:
    assert len(notes(sights(30), "en")) == len(notes(sights(29), "en")) - 1


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (["25", "--share", "30"], "--share: 30 is no share above 0 and under 1; write 0.3 for 30 %"),
        (["25", "--share", "-1"], "--share: -1 is no share above 0 and under 1"),
        (["25", "--share", "0"], "--share: 0 is no share above 0 and under 1"),
        (["25", "--spread", "0"], "--spread: 0 is no spread in points; it is above 0"),
        (["25", "--spread", "nan"], "--spread: nan is no spread in points; it is above 0"),
    ],
)
def test_a_number_that_cannot_be_is_two(
    options: list[str], told: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["power", *options, "--out", str(tmp_path / "out.txt")]) == 2
    assert (capsys.readouterr().err.strip(), list(tmp_path.iterdir())) == (told, [])


def test_people_are_a_whole_number() -> None:
    with pytest.raises(SystemExit) as caught:
        main(["power", "2.5"])
    assert caught.value.code == 2


def test_the_text_stands_in_the_languages_asked_for(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["power", "100", "--lang", "da"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert (
        lines[0]
        == "da  100, der svarer to gange, kan vise en ændring på 0,28 standardafvigelser af ændringen eller mere."
    )
    assert {line[:2] for line in lines} == {"da"}
