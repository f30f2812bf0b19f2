"""Directed ties: how one group's members see the work with another group. The two directions are never merged."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from samklang.methods.kernel.findings import UnreadableInput

Numbers = NDArray[np.float64]


@dataclass(frozen=True)
class Tie:
    """What members of one group say of another. mean: points of the scale, None without scores; n: scores."""

    rater: str
    rated: str
    mean: float | None
    n: int


def directed_ties(raters: Sequence[str], rated: Sequence[str], values: Numbers) -> list[Tie]:
    """One tie for each ordered pair of groups, in the order they first stand: mean of the scores there are.

    raters, rated: (n,) groups; values: (n,) scores, NaN where there is none. Raises UnreadableInput when a group is
    missing. Gittell (2002), 10.1287/mnsc.48.11.1408.268.
    """
    problems = [
        f"row {row}: say whose tie to whom; a group in 'from' or 'to' is missing"
        for row, pair in enumerate(zip(raters, rated, strict=True), 1)
        if not (pair[0].strip() and pair[1].strip())
    ]
    if problems:
        raise UnreadableInput(problems)
    found: dict[tuple[str, str], list[float]] = {}
    for rater, other, value in zip(raters, rated, values.tolist(), strict=True):
        scores = found.setdefault((rater.strip(), other.strip()), [])
        if value == value:
            scores.append(value)
    return [
        Tie(rater, other, float(np.mean(scores)) if scores else None, len(scores))
        for (rater, other), scores in found.items()
    ]
