"""Worlds with a known truth: why people join, who leaves, and what the activity really does.

A stable well-being θ ~ N(22, 3.5) with a trend by age, noise of SD 2.5, answers rounded and cut to 7–35, everybody
rises 0.5 by themselves. Joining: A by θ and a motive nobody measured, without any trend of its own; B by a low answer
at the start; C by a motive that also lifts the trend by 0.8 an SD. Leaving: none; MAR by the first answer and the
arm; MNAR those who took part and got worse; even the more the worse it went among those who took part, and as many of
the others whoever they are, so that nothing in the shares gives it away."""

from __future__ import annotations

from typing import Literal

import numpy as np

from samklang.methods.measurement.effect.frame import Frame, make_frame
from samklang.methods.measurement.effect.indicator import Indicator

Joining = Literal["A", "B", "C", "lot"]
Leaving = Literal["none", "MAR", "MNAR", "even"]

WELL_BEING = Indicator("well_being", 7, 35, True, primary=True, label={"sv": "välbefinnande", "da": "trivsel"})


def world(n: int, joining: Joining, leaving: Leaving, effect: float, rng: np.random.Generator) -> Frame:
    """A frame of n people in two waves; who left has an empty answer in the second."""
    age, motive = rng.normal(size=n), rng.normal(size=n)
    stable = 22 + 3.5 * rng.normal(size=n) + 0.5 * age
    before = _answer(stable + 2.5 * rng.normal(size=n))
    pull = _pull(joining, stable, motive, before) + rng.logistic(size=n)
    took_part = pull > np.median(pull)
    trend = 0.5 + (0.8 * motive if joining == "C" else 0.0) + effect * took_part
    after = _answer(stable + trend + 2.5 * rng.normal(size=n))
    left = rng.random(n) < _leaves(leaving, took_part, before, after)
    people = np.arange(n)
    return make_frame(
        np.repeat([1, 2], n),
        {WELL_BEING.id: np.concatenate((before, np.where(left, np.nan, after))), "age": np.tile(age, 2)},
        respondent=np.tile(people, 2),
        took_part=np.tile(took_part.astype(float), 2),
    )


def _answer(latent: np.ndarray) -> np.ndarray:
    return np.clip(np.round(latent), 7, 35)


def _pull(joining: Joining, stable: np.ndarray, motive: np.ndarray, before: np.ndarray) -> np.ndarray:
    """What draws people in, in logits; half of them join."""
    if joining == "lot":
        return np.zeros(len(stable))
    return {"A": 0.7 * (stable - 22) / 3.5 + 0.7 * motive, "B": -0.25 * (before - 22), "C": 1.0 * motive}[joining]


def _leaves(leaving: Leaving, took_part: np.ndarray, before: np.ndarray, after: np.ndarray) -> np.ndarray:
    if leaving == "none":
        return np.zeros(len(before))
    if leaving == "MAR":
        return 1 / (1 + np.exp(0.75 + 0.12 * (before - 22) - 0.2 * took_part))
    if leaving == "even":
        chance = 1 / (1 + np.exp(1 + 0.15 * (after - before)))
        return np.where(took_part, chance, chance[took_part].mean())
    return np.where(took_part & (after < before), 0.35, 0.0)
