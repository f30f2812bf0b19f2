"""Mean outcome with and without taking part, if all that drove joining is among the covariates.

For arm a and target group T (all, or participants): weight each of the arm by P(T|x)/P(a|x) (ipw), predict from a
regression within the arm (ra), or predict and weight what it missed (aipw):
  ipw  Σ w·y/Σ w       ra  Σ_T m_a(x)/n_T       aipw  ra + Σ w·(y − m_a(x))/n_T
with w = 1[arm a]·t(x)/P(a|x), e = P(took part | x), t = 1 for all (ATE), e for participants (ATT) and e·(1 − e) for
those who might have gone either way (ATO, ipw only: the overlap weights, which no extreme chance can blow up).
entropy: participants' mean − that of the others by entropy balancing; influence of D·(y − m₀ − τ)/n₁ − w·(y − m₀), m₀
the weighted line of the others.
Errors: every estimate, the chance model included, solves Σψ = 0; its variance is that of its influence (sandwich).
Sources: Robins, Rotnitzky & Zhao (1994), 10.1080/01621459.1994.10476818; Lunceford & Davidian (2004),
10.1002/sim.1903; Stefanski & Boos (2002), 10.1198/000313002753631330; Zhao & Percival (2017), 10.1515/jci-2016-0010.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from math import inf, sqrt
from typing import Literal

import numpy as np
from numpy.typing import ArrayLike

from samklang.methods.statistics.balancing import as_arms, entropy_balance, kish_ess
from samklang.methods.statistics.intervals import Interval, around
from samklang.methods.statistics.logit import Chances, Link, logit
from samklang.methods.statistics.refusals import BadArgument, NoVariation, TooFew
from samklang.methods.statistics.regression import as_design, solve
from samklang.methods.statistics.sample import Numbers, column, is_nothing, same_length

Target = Literal["ATE", "ATT", "ATO"]


@dataclass(frozen=True)
class CausalEstimate:
    """effect: with − without in the target group; without: mean outcome had nobody taken part; both normal.

    ess: effective number of those weighted to stand in as "without"; chance_range: least and greatest chance of
    joining (None where there is no chance model).
    """

    effect: Interval
    without: Interval
    ess: float
    chance_range: tuple[float, float] | None


@dataclass(frozen=True)
class _Data:
    """The rows of one comparison: outcome, who took part, people, target group (all (m,)), and n."""

    y: Numbers
    took: Numbers
    people: Numbers
    target: Target
    n: float


@dataclass(frozen=True)
class _Arm:
    """A potential mean with each row's influence on it, (m,), and the weights used, (m,)."""

    mean: float
    influence: Numbers
    weights: Numbers


def ipw(
    y: ArrayLike,
    treated: ArrayLike,
    drivers: ArrayLike,
    target: Target = "ATT",
    counts: ArrayLike | None = None,
    names: Sequence[str] | None = None,
    link: Link = "logit",
) -> CausalEstimate:
    """Weighting. y: (m,); treated: (m,) of 0 and 1; drivers: (m, p) with ones, what drove joining; names: of drivers.

    Raises Separation naming the columns that decide who joined, TooFew, Unidentified, NotConverged, MissingValues.
    """
    data, x = _data(y, treated, target, counts), as_design(drivers)
    chance = logit(treated, x, counts, names, link)
    return _estimate(data, lambda arm: _weighted(data, x, chance, arm), chance)


def regression_adjustment(
    y: ArrayLike,
    treated: ArrayLike,
    outcome_design: ArrayLike,
    target: Target = "ATT",
    counts: ArrayLike | None = None,
    names: Sequence[str] | None = None,
) -> CausalEstimate:
    """Prediction from a regression within each arm. outcome_design: (m, q) with ones. Raises as ols."""
    data, z = _data(y, treated, target, counts), as_design(outcome_design)
    return _estimate(data, lambda arm: _predicted(data, z, arm, names), None)


def aipw(
    y: ArrayLike,
    treated: ArrayLike,
    drivers: ArrayLike,
    outcome_design: ArrayLike | None = None,
    target: Target = "ATT",
    counts: ArrayLike | None = None,
    names: Sequence[str] | None = None,
    link: Link = "logit",
) -> CausalEstimate:
    """Both at once: right if either is. outcome_design: (m, q), the drivers when None. Raises as ipw and ols."""
    data, x = _data(y, treated, target, counts), as_design(drivers)
    z = x if outcome_design is None else as_design(outcome_design)
    chance = logit(treated, x, counts, names, link)
    return _estimate(data, lambda arm: _doubly_robust(data, x, z, chance, arm), chance)


def entropy_effect(
    y: ArrayLike,
    treated: ArrayLike,
    drivers: ArrayLike,
    counts: ArrayLike | None = None,
    names: Sequence[str] | None = None,
) -> CausalEstimate:
    """ATT by entropy balancing. drivers: (m, p). Raises NotConverged naming the columns out of reach, TooFew."""
    data, x = _data(y, treated, "ATT", counts), as_design(drivers)
    took, others = data.took == 1, data.took == 0
    joined = float(data.people[took].sum())
    balance = entropy_balance(x[others], data.people[took] @ x[took] / joined, data.people[others], names)
    weights = np.zeros_like(data.y)
    weights[others] = balance.weights
    mean0 = float((data.people * weights) @ data.y)
    line = np.column_stack((np.ones(len(x)), x[:, np.ptp(x, axis=0) > 0]))
    root = np.sqrt(data.people * weights)
    beta, *_rest = np.linalg.lstsq(line * root[:, None], data.y * root, rcond=None)
    predicted = line @ beta
    share, missed = data.took * data.n / joined, data.n * weights * (data.y - predicted)
    without = share * (predicted - mean0) + missed
    mean1 = float((data.people * data.took) @ data.y) / joined
    return CausalEstimate(
        _interval(data, mean1 - mean0, share * (data.y - mean1) - without),
        _interval(data, mean0, without),
        balance.ess,
        None,
    )


def _data(y: ArrayLike, treated: ArrayLike, target: Target, counts: ArrayLike | None) -> _Data:
    (outcome, people), took = column(y, counts, "y"), as_arms(treated)
    same_length(len(outcome), treated=took)
    for arm, who in ((1, "took part"), (0, "did not take part")):
        n = float(people[took == arm].sum())
        if n < 2:
            raise TooFew("treated", f"{n:.0f} of those asked {who}: a comparison needs two or more in each arm")
    return _Data(outcome, took, people, target, float(people.sum()))


def _estimate(data: _Data, arm: Callable[[int], _Arm], chance: Chances | None) -> CausalEstimate:
    with_it, without = arm(1), arm(0)
    used = (data.took == 0) & (data.people > 0)
    ends = None if chance is None else (float(chance.probability.min()), float(chance.probability.max()))
    return CausalEstimate(
        _interval(data, with_it.mean - without.mean, with_it.influence - without.influence),
        _interval(data, without.mean, without.influence),
        kish_ess(without.weights[used], data.people[used]),
        ends,
    )


def _interval(data: _Data, estimate: float, influence: Numbers) -> Interval:
    error = sqrt(float(data.people @ influence**2)) / data.n
    if is_nothing(error / 100, float(np.abs(data.y).max())):
        raise NoVariation("y", "the outcome never differs from what is predicted: no error can be estimated")
    return around(estimate, error, inf, int(data.n))


def _in_target(data: _Data) -> Numbers:
    if data.target == "ATO":
        raise BadArgument("target", "the overlap group is only reached by weighting: use ipw, or ATT")
    return np.ones_like(data.took) if data.target == "ATE" else data.took


def _ratio(data: _Data, chance: Chances, arm: int) -> tuple[Numbers, Numbers]:
    """w = 1[arm]·t/P(arm), and its slope in x'γ, both (m,)."""
    e, slope, here = chance.probability, chance.slope, (data.took == arm).astype(np.float64)
    if data.target == "ATO":
        return here * (1 - e if arm else e), here * slope * (-1 if arm else 1)
    if data.target == "ATE":
        share = e if arm else 1 - e
        return here / share, here / share**2 * slope * (-1 if arm else 1)
    if arm:
        return here, np.zeros_like(here)
    return here * e / (1 - e), here / (1 - e) ** 2 * slope


def _chance_influence(data: _Data, x: Numbers, chance: Chances) -> Numbers:
    """Each row's influence on the coefficients of the chance model, (m, p)."""
    influence: Numbers = data.n * (x * chance.residual[:, None]) @ chance.covariance
    return influence


def _weighted(data: _Data, x: Numbers, chance: Chances, arm: int) -> _Arm:
    weight, slope = _ratio(data, chance, arm)
    total = float(data.people @ weight)
    mean = float(data.people @ (weight * data.y)) / total
    away = data.y - mean
    by_chance = (data.people * slope * away) @ x / total
    influence = data.n * weight * away / total + _chance_influence(data, x, chance) @ by_chance
    return _Arm(mean, influence, weight)


def _regression(
    data: _Data, z: Numbers, arm: int, names: Sequence[str] | None
) -> tuple[Numbers, Numbers, Callable[[Numbers], Numbers]]:
    """Predictions and residuals, (m,), of the arm's line, and how a gradient (q,) in its β turns into influence."""
    here = data.took == arm
    solved = solve(data.y[here], z[here], data.people[here], names)
    predicted: Numbers = z @ solved.coefficients
    residual = np.where(here, data.y - predicted, 0.0)

    def influence(gradient: Numbers) -> Numbers:
        turned: Numbers = data.n * residual * (z @ (solved.inverse @ gradient))
        return turned

    return predicted, residual, influence


def _predicted(data: _Data, z: Numbers, arm: int, names: Sequence[str] | None) -> _Arm:
    predicted, _residual, through = _regression(data, z, arm, names)
    group = _in_target(data)
    size = float(data.people @ group)
    mean = float(data.people @ (group * predicted)) / size
    influence = data.n * group * (predicted - mean) / size + through((data.people * group) @ z / size)
    return _Arm(mean, influence, (data.took == arm).astype(np.float64))


def _doubly_robust(data: _Data, x: Numbers, z: Numbers, chance: Chances, arm: int) -> _Arm:
    predicted, residual, through = _regression(data, z, arm, None)
    weight, slope = _ratio(data, chance, arm)
    group = _in_target(data)
    size = float(data.people @ group)
    mean = float(data.people @ (group * predicted + weight * residual)) / size
    own = data.n * (group * (predicted - mean) + weight * residual) / size
    by_line = through((data.people * (group - weight)) @ z / size)
    by_chance = _chance_influence(data, x, chance) @ ((data.people * slope * residual) @ x / size)
    return _Arm(mean, own + by_line + by_chance, weight)
