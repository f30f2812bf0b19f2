"""Before, after and looking back: three series that are compared two and two and never merged.

A then-test asks at the follow-up how things were before. When it differs from what was answered before, the yardstick
may have moved (response shift): people know more now. Howard (1980), 10.1177/0193841X8000400105.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from samklang.methods.kernel.findings import UnreadableInput

Numbers = NDArray[np.float64]
Timing = Literal["baseline", "followup", "then"]
Difference = Literal["change", "felt_change", "response_shift"]

DIFFERENCES: dict[tuple[Timing, Timing], Difference] = {
    ("baseline", "followup"): "change",
    ("then", "followup"): "felt_change",
    ("baseline", "then"): "response_shift",
}


@dataclass(frozen=True)
class Series:
    """One score of some people, (n,) points, NaN where there is none. timing: when it was asked, or about then."""

    scale: str
    timing: Timing
    values: Numbers


def merged(series: Sequence[Series]) -> Numbers:
    """All values of several groups as one series, (Σn,). Raises UnreadableInput when timings or scales differ."""
    if not series:
        raise UnreadableInput(["there is no series to merge; give at least one"])
    timings = {one.timing for one in series}
    scales = sorted({one.scale for one in series})
    problems = []
    if "then" in timings and len(timings) > 1:
        problems.append("a then-test looks back and is never merged with what was asked then; compare them instead")
    elif len(timings) > 1:
        problems.append("a baseline and a follow-up are two points in time; compare them instead of merging")
    if len(scales) > 1:
        problems.append(f"the series are of different scales: {', '.join(scales)}; merge one scale at a time")
    if problems:
        raise UnreadableInput(problems)
    return np.concatenate([one.values for one in series])


def difference(first: Series, second: Series) -> Difference:
    """What second − first is called. Raises UnreadableInput when the two say nothing of each other."""
    found = DIFFERENCES.get((first.timing, second.timing))
    if found is None:
        raise UnreadableInput([f"{first.timing} → {second.timing} is no difference; give baseline → followup"])
    if first.scale != second.scale:
        raise UnreadableInput([f"{first.scale} and {second.scale} are two scales; compare one at a time"])
    return found
