"""Many worlds of one kind, each answered by the methods as a user would ask them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np

from samklang.methods.measurement.effect.counterfactual import Counterfactual
from samklang.methods.measurement.effect.evidence import Level
from samklang.methods.measurement.effect.result import ChangeResult
from samklang.methods.measurement.effect.study import effect
from samklang.methods.statistics.refusals import CannotEstimate
from tests.honesty.worlds import WELL_BEING, Joining, Leaving, world

OTHERS = Counterfactual("comparison_group", by="Gruppen", when="2024-01-10", text="De som inte deltog")

LOT = Counterfactual("lottery", by="Gruppen", when="2024-01-10", text="De som inte drogs")


@dataclass(frozen=True)
class Answers:
    """worlds: how many; results: those in which the data carried the design."""

    worlds: int
    results: Sequence[ChangeResult]

    def share(self, holds: Callable[[ChangeResult], bool]) -> float:
        """Share of all worlds, the refused ones counted as no."""
        return sum(holds(result) for result in self.results) / self.worlds

    def share_of_told(self, holds: Callable[[ChangeResult], bool]) -> float:
        """Share of the worlds in which something was estimated."""
        return sum(holds(result) for result in self.results) / max(1, len(self.results))


@cache
def compared(
    n: int, joining: Joining, leaving: Leaving, runs: int, truth: float = 0.0, seed: int = 20260101
) -> Answers:
    """Those who took part against the others, in as many worlds as runs."""
    rng = np.random.default_rng([seed, n, len(leaving), ord(joining[0])])
    results = []
    for _world in range(runs):
        try:
            results.append(
                effect(world(n, joining, leaving, truth, rng), WELL_BEING, LOT if joining == "lot" else OTHERS)
            )
        except CannotEstimate:
            continue
    return Answers(runs, results)


def suggests(result: ChangeResult) -> bool:
    """Whether the sentence says that the work makes a difference."""
    return result.verdict == "agree" and result.level >= Level.COMPARED
