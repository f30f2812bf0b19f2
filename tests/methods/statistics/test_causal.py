"""Effects under measured joining: what the estimators agree on, and what they refuse."""

from __future__ import annotations

import numpy as np
import pytest

from samklang.methods.statistics.balancing import overlap_weights
from samklang.methods.statistics.causal import CausalEstimate, aipw, entropy_effect, ipw, regression_adjustment
from samklang.methods.statistics.logit import logit
from samklang.methods.statistics.refusals import BadArgument, NotConverged, NoVariation, Separation, TooFew

RNG = np.random.default_rng(11)
N = 400
BEFORE = RNG.normal(size=N)
TOOK = (RNG.uniform(size=N) < 1 / (1 + np.exp(BEFORE))).astype(float)
AFTER = 0.7 * BEFORE + 0.5 * TOOK + RNG.normal(scale=0.3, size=N)
X = np.column_stack([np.ones(N), BEFORE])
NAMES = ["ones", "before"]


def adjusted() -> dict[str, CausalEstimate]:
    return {
        "weighting": ipw(AFTER, TOOK, X),
        "prediction": regression_adjustment(AFTER, TOOK, X),
        "both": aipw(AFTER, TOOK, X),
        "balancing": entropy_effect(AFTER, TOOK, X),
        "everyone": ipw(AFTER, TOOK, X, "ATE"),
        "both, everyone": aipw(AFTER, TOOK, X, target="ATE"),
        "overlap": ipw(AFTER, TOOK, X, "ATO"),
    }


def test_every_way_of_adjusting_finds_the_half_point_that_a_plain_difference_hides() -> None:
    assert AFTER[TOOK == 1].mean() - AFTER[TOOK == 0].mean() < 0.1
    effects = [made.effect for made in adjusted().values()]
    assert [0.2 < effect.low < 0.5 < effect.high for effect in effects] == [True] * 7


def test_the_overlap_group_of_a_logit_is_balanced_to_the_last_digit() -> None:
    weights = overlap_weights(logit(TOOK, X).probability, TOOK)
    means = [np.average(BEFORE[arm == TOOK], weights=weights[arm == TOOK]) for arm in (0, 1)]
    assert round(means[1] - means[0], 9) == 0


def test_with_one_group_of_people_all_ways_are_the_plain_difference() -> None:
    ones = np.ones((N, 1))
    plain = round(AFTER[TOOK == 1].mean() - AFTER[TOOK == 0].mean(), 9)
    made = [ipw(AFTER, TOOK, ones), regression_adjustment(AFTER, TOOK, ones), aipw(AFTER, TOOK, ones)]
    made += [entropy_effect(AFTER, TOOK, ones), ipw(AFTER, TOOK, ones, "ATE"), ipw(AFTER, TOOK, ones, "ATO")]
    assert [round(one.effect.estimate, 9) for one in made] == [plain] * 6
    errors = [(AFTER[arm == TOOK].var() / (arm == TOOK).sum()) for arm in (0, 1)]
    assert [round(one.effect.error, 9) for one in made] == [round(float(sum(errors)) ** 0.5, 9)] * 6


def test_the_participants_themselves_are_never_reweighted() -> None:
    made = ipw(AFTER, TOOK, X)
    assert round(made.effect.estimate + made.without.estimate, 9) == round(AFTER[TOOK == 1].mean(), 9)
    assert made.chance_range is not None
    assert made.ess < (TOOK == 0).sum()


def test_a_column_that_decides_who_joins_is_named() -> None:
    apart = np.column_stack([np.ones(N), TOOK * 2 + RNG.uniform(size=N)])
    with pytest.raises(Separation, match="before: tells yes from no"):
        ipw(AFTER, TOOK, apart, names=NAMES)
    with pytest.raises(NotConverged, match="before: "):
        entropy_effect(AFTER, TOOK, apart, names=NAMES)


def test_an_empty_arm_or_an_arm_of_one_is_refused() -> None:
    with pytest.raises(TooFew, match="treated: 0 of those asked took part"):
        ipw(AFTER, np.zeros(N), X)
    with pytest.raises(TooFew, match="treated: 1 of those asked did not take part"):
        aipw(AFTER, np.arange(N) > 0, X)
    with pytest.raises(BadArgument, match="treated: 3 rows"):
        ipw(AFTER, [0, 1, 0], X)


def test_an_outcome_that_never_varies_has_no_error() -> None:
    for estimator in (ipw, regression_adjustment, aipw, entropy_effect):
        with pytest.raises(NoVariation, match="y: the outcome never differs"):
            estimator(np.full(N, 4.0), TOOK, X)


def test_prediction_does_not_reach_the_overlap_group() -> None:
    for refused in (lambda: regression_adjustment(AFTER, TOOK, X, "ATO"), lambda: aipw(AFTER, TOOK, X, target="ATO")):
        with pytest.raises(BadArgument, match="target: the overlap group"):
            refused()
