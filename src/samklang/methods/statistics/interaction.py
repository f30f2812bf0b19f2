"""For whom: the effect in each subgroup, whether they differ at all, and all of them drawn towards the middle.

y ~ subgroup + τ_s·took part·[subgroup s] + covariates, HC3. Difference of s: τ_s − mean of the other subgroups' τ,
with Holm over the s (two subgroups: one test). The shrunken effects take the place of the raw ones in every picture.
Never two separate tests, "works for girls, not for boys": only the difference may be claimed.
Source: Gelman & Stern (2006), 10.1198/000313006X152649; Holm (1979); Morris (1983).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from samklang.methods.statistics.balancing import as_arms
from samklang.methods.statistics.intervals import Interval, p_value
from samklang.methods.statistics.multiplicity import holm
from samklang.methods.statistics.refusals import TooFew
from samklang.methods.statistics.regression import Fit, as_design, ols
from samklang.methods.statistics.sample import Integers, Numbers, column, same_length, summed
from samklang.methods.statistics.shrinkage import SMALLEST_NUMBER, Shrunken, shrink

SMALLEST_ARM = 15


@dataclass(frozen=True)
class Subgroups:
    """labels (s,); effects and differences from the others, each with its interval; adjusted_p: Holm, of differences.

    n: people a subgroup. shrunken: None under five subgroups, where nothing tells how subgroups differ.
    """

    labels: tuple[str, ...]
    effects: tuple[Interval, ...]
    differences: tuple[Interval, ...]
    adjusted_p: tuple[float, ...]
    n: tuple[int, ...]
    shrunken: Shrunken | None

    @property
    def may_claim(self) -> bool:
        """Whether any subgroup differs from the others at 5 per cent after Holm."""
        return min(self.adjusted_p) < 0.05


def subgroup_effects(
    y: ArrayLike,
    treated: ArrayLike,
    subgroup: ArrayLike,
    covariates: ArrayLike | None = None,
    counts: ArrayLike | None = None,
    level: float = 0.95,
    least: int = SMALLEST_ARM,
) -> Subgroups:
    """Effects by subgroup. y, treated (0 and 1), subgroup (labels): (m,); covariates: (m, q) without ones.

    Raises TooFew naming the subgroup with fewer than `least` people in an arm, Unidentified, NoVariation.
    """
    (outcome, people), took = column(y, counts, "y"), as_arms(treated)
    labels, place = np.unique(np.asarray(subgroup), return_inverse=True)
    same_length(len(outcome), treated=took, subgroup=place)
    sizes = _sizes(place, took, people, [str(label) for label in labels], least)
    own = np.eye(len(labels))[place]
    parts = [own, own * took[:, None]] + ([] if covariates is None else [as_design(covariates)])
    fit = ols(outcome, np.hstack(parts), counts)
    effects, differences = _effects(fit, len(labels), sizes, level)
    p = [p_value(difference) for difference in differences]
    adjusted = holm(p[:1] if len(p) == 2 else p)
    raw = [effect.estimate for effect in effects], [effect.error for effect in effects], sizes
    return Subgroups(
        labels=tuple(str(label) for label in labels),
        effects=effects,
        differences=differences,
        adjusted_p=tuple(float(adjusted[min(index, len(adjusted) - 1)]) for index in range(len(p))),
        n=tuple(sizes.tolist()),
        shrunken=shrink(*raw, level) if len(labels) >= SMALLEST_NUMBER else None,
    )


def _sizes(place: Integers, took: Numbers, people: Numbers, labels: Sequence[str], least: int) -> Integers:
    """People a subgroup, (s,)."""
    if len(labels) < 2:
        raise TooFew("subgroup", "one subgroup has nobody to differ from: give two or more")
    arms = [summed(place[took == arm], people[took == arm], len(labels)) for arm in (0, 1)]
    for arm, who in ((1, "who took part"), (0, "who did not")):
        short = int(np.argmin(arms[arm]))
        if arms[arm][short] < least:
            text = f"{arms[arm][short]:.0f} people {who} where {least} are needed: join it to another subgroup"
            raise TooFew(f"subgroup {labels[short]}", text)
    return (arms[0] + arms[1]).astype(np.int64)


def _effects(
    fit: Fit, groups: int, sizes: Integers, level: float
) -> tuple[tuple[Interval, ...], tuple[Interval, ...]]:
    """τ_s, and τ_s less the mean of the others."""
    size = len(fit.coefficients)
    against = np.zeros((groups, size))
    against[:, groups : 2 * groups] = np.eye(groups) - (1 - np.eye(groups)) / (groups - 1)
    effects = tuple(fit.interval(groups + index, level) for index in range(groups))
    return effects, tuple(fit.combined(row, level) for row in against)
