"""Prorated sums with reversed items agree with psych's scoreItems on made-up answers to ten items."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from samklang.cli.main import main

HERE = Path(__file__).parent
PRINTED = [line.split() for line in (HERE / "scores.txt").read_text().splitlines()[1:]]


def test_forty_people_get_what_r_printed(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["score", "rses", str(HERE / "answers.csv"), "--json"]) == 0
    people = json.loads(capsys.readouterr().out)["people"]
    # Our rule adds that eight of ten must be answered; psych scores whoever answered one.
    wanted = [
        (name, round(float(score), 8) if int(valid) >= 8 else None, int(valid)) for name, score, valid in PRINTED
    ]
    told = [
        (one["id"], None if one["total"] is None else round(one["total"], 8), one["total__n_valid"]) for one in people
    ]
    assert told == wanted
