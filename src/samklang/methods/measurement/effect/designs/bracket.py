"""Row 4. Two ways that fail in opposite directions: difference of changes (DiD), adjusted difference (ANCOVA).

DiD: Δ̄₁ − Δ̄₀, Welch; right if both would have moved alike. ANCOVA: y₂ = a + τD + b·y₁ + cX, HC3; right if people
with the same start have the same future. Together they bracket the truth, and something is claimed only where both
intervals lie on the same side of zero. Where whole groups joined: CR2, from six groups an arm; two to five: all ways
to deal them. Source: Ding & Li (2019), Political Analysis 27(4), arXiv 1903.06286.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from samklang.methods.measurement.effect.designs.arms import groups_an_arm
from samklang.methods.measurement.effect.designs.dealt import Dealt, dealt
from samklang.methods.measurement.effect.designs.held_equal import design_of
from samklang.methods.measurement.effect.designs.making import SIGNIFICANT
from samklang.methods.measurement.effect.designs.weighted import difference, fit, fit_groups, scaled
from samklang.methods.measurement.effect.frame import Numbers
from samklang.methods.measurement.effect.linked import Linked
from samklang.methods.measurement.effect.table import Table
from samklang.methods.statistics.intervals import Interval, p_value
from samklang.methods.statistics.regression import solve

# Where the baseline stands in the design: after the constant and taking part.
BEFORE = 2


@dataclass(frozen=True)
class Bracket:
    """did, ancova: the two ways; kept: b, how much of a head start is left in the second wave; dealt: where whole
    groups joined, how many, and all ways to deal few of them."""

    did: Interval
    ancova: Interval
    kept: float
    dealt: Dealt | None = None

    @property
    def ways(self) -> tuple[tuple[Interval, float], ...]:
        """Both, each with how much of a head start it keeps: all of it in a change."""
        return (self.did, 1.0), (self.ancova, self.kept)

    @property
    def groups(self) -> tuple[int, int] | None:
        """Groups an arm (taking part, others) where whole groups joined."""
        return self.dealt.groups if self.dealt else None

    @property
    def exact_p(self) -> float | None:
        """Of all ways to deal few groups."""
        return self.dealt.p if self.dealt else None

    @property
    def middle(self) -> float:
        """Halfway between the two estimates."""
        return (self.did.estimate + self.ancova.estimate) / 2

    @property
    def union(self) -> tuple[float, float]:
        """From the lowest to the highest end of the two intervals."""
        return min(self.did.low, self.ancova.low), max(self.did.high, self.ancova.high)

    @property
    def p(self) -> float:
        """The larger p of the two: both have to be clear."""
        return max(p_value(self.did), p_value(self.ancova), self.exact_p or 0.0)

    @property
    def agrees(self) -> bool:
        """Both intervals on the same side of zero, and few groups not dealt so by chance."""
        same_side = self.did.low > 0 < self.ancova.low or self.did.high < 0 > self.ancova.high
        return same_side and (self.exact_p is None or self.exact_p <= SIGNIFICANT)

    @property
    def disagrees(self) -> bool:
        """One way says there is a difference and the other doesn't, or says the opposite."""
        return (self.did.excludes() or self.ancova.excludes()) and not (
            self.did.low > 0 < self.ancova.low or self.did.high < 0 > self.ancova.high
        )


def bracket(people: Linked, table: Table) -> Bracket:
    """Both estimates. table: those seen in both waves, arm known. Raises CannotEstimate."""
    change, arm = table["after"] - table["before"], table["arm"]
    leading = [("took_part", arm), ("before", table["before"])]
    design, names = design_of(leading, table, people.adjusted, people.categories)
    groups = groups_an_arm(table)
    if groups:
        return _by_groups(table, change, design, names, groups)
    line = fit(table["after"], design, table, names)
    return Bracket(difference(change, arm, table), line.interval(1), float(line.coefficients[BEFORE]))


def _by_groups(table: Table, change: Numbers, design: Numbers, names: list[str], groups: tuple[int, int]) -> Bracket:
    ones = np.column_stack((np.ones(len(change)), table["arm"]))
    did = fit_groups(change, ones, table, ["constant", "took_part"])
    ancova = fit_groups(table["after"], design, table, names)
    line = solve(*scaled(table["after"], design, table), table.counts, names)
    return Bracket(did, ancova, float(line.coefficients[BEFORE]), dealt(table, change, groups))
