"""Change over three waves or more: each person's own least-squares slope, and t on the slopes.

b_i = Σ(t − t̄_i)(y − ȳ_i)/Σ(t − t̄_i)²; b̄ ± t(n−1)·s_b/√n. Every person counts the same, however many answers.
Source: Matthews et al. (1990), 10.1136/bmj.300.6719.230; simulations in docs/method/comparing.md.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from samklang.methods.statistics.intervals import Interval, mean_interval
from samklang.methods.statistics.refusals import TooFew
from samklang.methods.statistics.sample import Integers, Numbers, finite, same_length, summed

SMALLEST_NUMBER = 8
SMALLEST_WAVES = 3


@dataclass(frozen=True)
class Slopes:
    """interval: of the mean slope, outcome per unit of time; slopes, starts: of each person in it, (n,), at time 0.

    answers: (n,) a person. left_out: people with answers at one time only, who have no slope. waves: distinct times.
    """

    interval: Interval
    slopes: Numbers
    starts: Numbers
    answers: Integers
    left_out: int
    waves: int


def slopes(person: ArrayLike, time: ArrayLike, values: ArrayLike, level: float = 0.95) -> Slopes:
    """Mean slope of people. person: (m,) labels, time and values: (m,), one row an answer.

    Raises TooFew under 8 people with a slope or under 3 waves, MissingValues, NoVariation when all slopes are equal.
    """
    y, t = finite(values, "values"), finite(time, "time")
    labels = np.asarray(person)
    same_length(len(y), time=t, person=labels)
    waves = len(np.unique(t))
    if waves < SMALLEST_WAVES:
        raise TooFew(
            "time", f"{waves} waves: a slope over time needs {SMALLEST_WAVES}; take the paired change instead"
        )
    _people, who = np.unique(labels, return_inverse=True)
    size = int(who.max()) + 1
    number = summed(who, np.ones(len(y)), size)
    mean_t, mean_y = summed(who, t, size) / number, summed(who, y, size) / number
    away = t - mean_t[who]
    room = summed(who, away**2, size)
    moving = room > 1e-12 * np.maximum(1.0, summed(who, t**2, size))
    if int(moving.sum()) < SMALLEST_NUMBER:
        text = f"{int(moving.sum())} people answered at two times or more: a mean slope needs {SMALLEST_NUMBER}"
        raise TooFew("person", text)
    slope = summed(who, away * (y - mean_y[who]), size)[moving] / room[moving]
    starts = mean_y[moving] - slope * mean_t[moving]
    left_out = int(size - moving.sum())
    answers = number[moving].astype(np.int64)
    return Slopes(mean_interval(slope, level=level), slope, starts, answers, left_out, waves)
