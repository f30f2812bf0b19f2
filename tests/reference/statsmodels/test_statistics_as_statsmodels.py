"""Effects agree with Stata's published figures, as statsmodels carries them; the rest with statsmodels and SciPy.

Stata's `teffects` on cattaneo2 (4 642 births): chance of smoking by probit, weight at birth by least squares.
Stata takes the observed and not the expected information of a probit, hence 1 in 1 000 in those errors.
"""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pandas as pd
import pytest
import statsmodels
import statsmodels.api as sm
from pytest import approx
from scipy.stats import brunnermunzel
from statsmodels.stats.meta_analysis import combine_effects
from statsmodels.stats.nonparametric import rank_compare_2indep
from statsmodels.treatment.tests.results import results_teffects as stata
from statsmodels.treatment.treatment_effects import TreatmentEffect

from samklang.methods.statistics.causal import CausalEstimate, Target, aipw, ipw, regression_adjustment
from samklang.methods.statistics.dropout import hajek_ipw
from samklang.methods.statistics.ordinal_size import ordinal_size
from samklang.methods.statistics.regression import cluster_ols, ols
from samklang.methods.statistics.shrinkage import paule_mandel

PLACE = Path(statsmodels.__file__).parent / "treatment" / "tests" / "results" / "cataneo2.csv"
BIRTHS = pd.read_csv(PLACE)
WEIGHT, SMOKED = BIRTHS["bweight"].to_numpy(float), BIRTHS["mbsmoke_"].to_numpy(float)
CHANCE = sm.add_constant(BIRTHS[["mmarried_", "mage", "mage2", "fbaby_", "medu"]].to_numpy(float))
LINE = sm.add_constant(BIRTHS[["prenatal1_", "mmarried_", "mage", "fbaby_"]].to_numpy(float))


def figures(made: CausalEstimate) -> list[float]:
    return [made.effect.estimate, made.effect.error, made.without.estimate, made.without.error]


@pytest.mark.parametrize(("target", "table"), [("ATE", "table"), ("ATT", "table_t")])
def test_weighting_and_prediction_give_statas_effect_of_smoking(target: Target, table: str) -> None:
    weighted = ipw(WEIGHT, SMOKED, CHANCE, target, link="probit")
    assert figures(weighted) == approx(list(stata.results_ipw[table][:2, :2].ravel()), rel=1e-3)
    predicted = regression_adjustment(WEIGHT, SMOKED, LINE, target)
    assert figures(predicted) == approx(list(stata.results_ra[table][:2, :2].ravel()), rel=1e-9)


def test_both_at_once_give_statas_effect_of_smoking() -> None:
    made = aipw(WEIGHT, SMOKED, CHANCE, LINE, "ATE", link="probit")
    assert figures(made) == approx(list(stata.results_aipw.table[:2, :2].ravel()), rel=1e-4)
    assert round(made.effect.estimate, 5) == -230.9892


def test_with_a_logit_the_errors_are_those_of_statsmodels_moments() -> None:
    chance = sm.Logit(SMOKED, CHANCE).fit(disp=0)
    theirs = TreatmentEffect(sm.OLS(WEIGHT, LINE), SMOKED.astype(int), results_select=chance)
    ours = {"ipw": ipw(WEIGHT, SMOKED, CHANCE, "ATE"), "aipw": aipw(WEIGHT, SMOKED, CHANCE, LINE, "ATE")}
    for name, made in ours.items():
        wanted = getattr(theirs, name)().results_gmm
        assert [made.effect.estimate, made.effect.error] == approx([wanted.params[0], wanted.bse[0]], rel=1e-5)


def test_a_mean_of_all_who_started_is_the_weighted_arm_of_statsmodels() -> None:
    chance = sm.Logit(SMOKED, CHANCE).fit(disp=0)
    wanted = TreatmentEffect(sm.OLS(WEIGHT, LINE), SMOKED.astype(int), results_select=chance).ipw().results_gmm
    made = hajek_ipw(np.where(SMOKED == 0, WEIGHT, np.nan), 1 - SMOKED, CHANCE)
    assert [made.estimate, made.error] == approx([wanted.params[1], wanted.bse[1]], rel=1e-5)


def test_least_squares_with_hc3_and_clusters_is_that_of_statsmodels() -> None:
    fit = ols(WEIGHT, LINE)
    assert list(fit.covariance.ravel()) == approx(list(sm.OLS(WEIGHT, LINE).fit(cov_type="HC3").cov_params().ravel()))
    month = BIRTHS["birthmonth"].to_numpy()
    theirs = sm.OLS(WEIGHT, LINE).fit(cov_type="cluster", cov_kwds={"groups": month})
    made = cluster_ols(WEIGHT, LINE, month).covariance_cr1s
    assert list(made.ravel()) == approx(list(theirs.cov_params().ravel()), rel=1e-6)


def test_how_often_one_is_higher_is_brunner_and_munzels_in_scipy_and_statsmodels() -> None:
    first, second = (BIRTHS.loc[arm == SMOKED, "medu"] for arm in (0, 1))
    made = ordinal_size(first, second)
    assert made.interval is not None
    assert [made.interval.low, made.interval.high] == approx(list(rank_compare_2indep(second, first).conf_int()))
    few = first[:30], second[:40]
    assert ordinal_size(*few).p == approx(float(brunnermunzel(*few).pvalue), rel=1e-9)


def test_the_spread_between_groups_is_paule_and_mandels() -> None:
    means, variances = np.array([3.1, 4.0, 3.4, 4.9, 2.2, 3.8]), np.array([0.2, 0.1, 0.4, 0.15, 0.3, 0.05])
    theirs = combine_effects(means, variances, method_re="iterated", atol=1e-14, maxiter=1000)
    assert paule_mandel(means, variances) == approx(theirs.tau2, rel=1e-9)
