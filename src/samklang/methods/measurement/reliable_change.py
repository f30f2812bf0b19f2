"""Reliable change of one person (Jacobson & Truax 1991), for a talk with that person and never for a report."""

from __future__ import annotations

from math import sqrt
from typing import Literal

Change = Literal["better", "worse", "no_reliable_change"]


def reliable_change_index(before: float, after: float, *, sd: float, reliability: float) -> float | None:
    """RCI = (x₂ − x₁)/(√2·SEM), SEM = SD·√(1−r). Points and r 0–1. None when the measurement error is zero.

    Jacobson & Truax (1991), 10.1037/0022-006X.59.1.12. Raises ValueError for r outside 0–1 or a negative SD.
    """
    if not 0 <= reliability <= 1 or sd < 0:
        raise ValueError("reliability lies between 0 and 1, and a standard deviation is not negative")
    error = sqrt(2) * sd * sqrt(1 - reliability)
    return None if error == 0 else (after - before) / error


def change_class(index: float, *, higher_is_better: bool) -> Change:
    """What an index says: reliable from 1.96 in either direction."""
    if abs(index) < 1.96:
        return "no_reliable_change"
    return "better" if (index > 0) == higher_is_better else "worse"
