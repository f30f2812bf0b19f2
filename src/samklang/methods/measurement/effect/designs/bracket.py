"""Row 4. Two ways that fail in opposite directions: difference of changes (DiD), adjusted difference (ANCOVA).

DiD: Δ̄₁ − Δ̄₀, Welch; right if both would have moved alike. ANCOVA: y₂ = a + τD + b·y₁ + cX, HC3; right if people
with the same start have the same future. Together they bracket the truth, and something is claimed only where both
intervals lie on the same side of zero. Where whole groups joined: CR2, from six groups an arm; two to five: all ways
to deal them. Source: Ding & Li (2019), Political Analysis 27(4), arXiv 1903.06286.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from samklang.methods.measurement.effect.designs.arms import ENOUGH_GROUPS, groups_an_arm
from samklang.methods.measurement.effect.designs.held_equal import design_of
from samklang.methods.measurement.effect.designs.making import SIGNIFICANT
from samklang.methods.measurement.effect.designs.weighted import difference, fit, fit_groups
from samklang.methods.measurement.effect.frame import Numbers
from samklang.methods.measurement.effect.linked import Linked
from samklang.methods.measurement.effect.table import Table
from samklang.methods.statistics.few_groups import group_means, permutation_p
from samklang.methods.statistics.intervals import Interval, p_value


@dataclass(frozen=True)
class Bracket:
    """did, ancova: the two ways; groups: groups an arm (taking part, others) where whole groups joined;
    exact_p: of all ways to deal few groups."""

    did: Interval
    ancova: Interval
    groups: tuple[int, int] | None = None
    exact_p: float | None = None

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
    return Bracket(difference(change, arm, table), fit(table["after"], design, table, names).interval(1))


def _by_groups(table: Table, change: Numbers, design: Numbers, names: list[str], groups: tuple[int, int]) -> Bracket:
    group, arm = table["group"], table["arm"]
    ones = np.column_stack((np.ones(len(arm)), arm))
    did = fit_groups(change, ones, table, ["constant", "took_part"]).interval(1)
    ancova = fit_groups(table["after"], design, table, names).interval(1)
    exact = None
    if min(groups) < ENOUGH_GROUPS:
        other, one = (
            group_means(group[arm == each], change[arm == each], table.counts[arm == each]) for each in (0, 1)
        )
        exact = permutation_p(other, one).p
    return Bracket(did, ancova, groups, exact)
