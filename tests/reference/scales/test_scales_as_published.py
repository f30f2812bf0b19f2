"""Scores that are no plain sum, and every band, are what R makes of the rules they were published with."""

from __future__ import annotations

import csv
from functools import cache
from pathlib import Path

import numpy as np
import pytest

from samklang.methods.kernel import facts
from samklang.methods.measurement.instrument_reader import instrument
from samklang.methods.measurement.scoring.score import ScaleScore, score
from samklang.methods.measurement.scoring.ties import directed_ties

HERE = Path(__file__).parent
LINES = [line.split() for line in (HERE / "scales.txt").read_text().splitlines()[1:]]
SCORES = {name: told for name, *told in LINES if "." in name}
BANDS = {name: told for kind, name, *told in LINES if kind == "band"}
FILES = (HERE / "answers.csv", HERE.parent / "psych" / "every_scale.csv")
ROWS = [{**one, **other} for other, one in zip(*(list(csv.DictReader(file.open())) for file in FILES), strict=True)]


def column(name: str) -> np.ndarray:
    return np.array([float(row[name] or "nan") for row in ROWS])


@cache
def scored(name: str) -> dict[str, ScaleScore]:
    found = instrument(name)
    return score(found, {item.id: column(item.id) for item in found.items}, age=column("age"))


def of(name: str) -> ScaleScore:
    one, scale = name.split(".")
    return scored(one)[scale]


@pytest.mark.parametrize("name", SCORES)
def test_sixty_people_get_the_published_score(name: str) -> None:
    made = of(name)
    if made.is_category:
        found = [category or "NA" for category in made.band.tolist()]
    else:
        found = ["NA" if np.isnan(value) else str(round(value, 9)) for value in made.value.tolist()]
    assert found == [
        told if told == "NA" or made.is_category else str(round(float(told), 9)) for told in SCORES[name]
    ]


@pytest.mark.parametrize("name", BANDS)
def test_sixty_people_fall_in_the_published_band(name: str) -> None:
    assert [band or "-" for band in of(name).band.tolist()] == BANDS[name]


def test_every_band_there_is_was_looked_at() -> None:
    banded = {
        f"{one}.{row['id']}"
        for one in facts.names("instruments")
        for row in facts.load("instruments", one)["scores"]
        if "bands" in row
    }
    assert set(BANDS) == banded


def test_ties_are_means_of_one_groups_answers_of_another() -> None:
    told = {line[0]: line[1:] for line in LINES if line[0] in ("from", "to")}
    found = directed_ties(told["from"], told["to"], of("relational_coordination.tie").value)
    assert [["tie", tie.rater, tie.rated, f"{tie.mean:.9f}", str(tie.n)] for tie in found] == [
        line for line in LINES if line[0] == "tie"
    ]
