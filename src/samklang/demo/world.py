"""The people of the demo place as numbers: what they feel, who takes part, and what they therefore answer."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from samklang.demo import truth

LANGUAGES = ("sv", "ar", "so", "en", "da")
BANDS = ("13-14", "15-17", "18+")


@dataclass(frozen=True)
class Inhabitant:
    """One invented person. wellbeing: in standard deviations; joins: whether they take part in activities."""

    wellbeing: float
    lives_here: bool
    joins: bool
    band: str
    language: str


def population(rng: np.random.Generator, size: int, residents: int) -> list[Inhabitant]:
    """People who answer the baseline. Who feels better joins more often: that is the self-selection."""
    people = []
    for index in range(size):
        wellbeing = float(rng.normal())
        joins = bool(rng.random() < 1 / (1 + np.exp(0.6 - truth.SELECTION * wellbeing)))
        band = str(rng.choice(BANDS, p=(0.08, 0.14, 0.78)))
        language = str(rng.choice(LANGUAGES, p=(0.68, 0.14, 0.1, 0.06, 0.02)))
        people.append(Inhabitant(wellbeing, index < residents, joins, band, language))
    return people


def later(rng: np.random.Generator, people: Sequence[Inhabitant]) -> list[Inhabitant]:
    """Those who answer again: everybody gains a little, those who join more, and some never come back."""
    stayed = []
    for person in people:
        if rng.random() < (truth.STAY_TOOK_PART if person.joins else truth.STAY_OTHERS):
            gain = truth.GROWTH_ALL + (truth.GAIN_TOOK_PART if person.joins else 0)
            stayed.append(replace(person, wellbeing=person.wellbeing + gain))
    return stayed + population(rng, truth.FOLLOW_UP_NEWCOMERS, truth.FOLLOW_UP_NEWCOMERS * 2 // 3)


def answers_of(rng: np.random.Generator, person: Inhabitant, questions: Sequence[dict[str, Any]]) -> dict[str, int]:
    """A person's codes: the better they feel the higher, on scales where higher is better."""
    given = {}
    for question in questions:
        steps = question["steps"]
        felt = person.wellbeing * 0.75 + float(rng.normal()) * 0.66
        place = int(np.clip(np.floor((felt + 2.0) / 4.0 * len(steps)), 0, len(steps) - 1))
        code = steps[place] if question["higher_is_better"] is not False else steps[-1 - place]
        if question["id"] == "part_01":
            code = int(rng.choice((3, 4, 5))) if person.joins else int(rng.choice((1, 2)))
        given[question["id"]] = 97 if rng.random() < truth.SILENT else int(code)
    return given


def group(rng: np.random.Generator, size: int, wellbeing: float) -> list[Inhabitant]:
    """A conversation group's participants."""
    return [Inhabitant(float(rng.normal(wellbeing, 0.8)), True, True, "18+", "sv") for _person in range(size)]
