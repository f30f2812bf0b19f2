"""Every summed scale agrees with psych and PROscorerTools, turned items and missing rules included."""

from __future__ import annotations

import csv
from pathlib import Path

import numpy as np
import pytest

from samklang.methods.kernel import facts
from samklang.methods.measurement.instrument_reader import instrument
from samklang.methods.measurement.scoring.score import score

HERE = Path(__file__).parent
PRINTED = {line.split()[0]: line.split()[1:] for line in (HERE / "every_scale.txt").read_text().splitlines()[1:]}
ROWS = list(csv.DictReader((HERE / "every_scale.csv").open()))

# Scales that are no sum of several coded items, or our own: they have their own examples and specifications.
ELSEWHERE = {
    "attribution",
    "cantril",
    "eq5d_3l",
    "eq5d_5l",
    "guided_observation",
    "life_satisfaction",
    "mood_pictures",
    "ors",
    "partnership_pulse",
    "safety",
    "srs",
    "then_test",
    "trust_general",
    "wilder",
}


def told(value: float) -> float | None:
    return None if np.isnan(value) else round(value, 9)


@pytest.mark.parametrize("name", PRINTED)
def test_sixty_people_get_what_r_printed(name: str) -> None:
    one, scale = name.split(".")
    found = instrument(one)
    columns = {item.id: np.array([float(row[item.id] or "nan") for row in ROWS]) for item in found.items}
    made = [told(value) for value in score(found, columns)[scale].value.tolist()]
    assert made == [None if figure == "NA" else round(float(figure), 9) for figure in PRINTED[name]]
    assert sum(value is not None for value in made) >= 10


def test_no_instrument_is_forgotten() -> None:
    assert {name.split(".")[0] for name in PRINTED} | ELSEWHERE == set(facts.names("instruments"))
