"""Intervals of means and shares, and what they refuse."""

from __future__ import annotations

from math import inf, nan

import pytest

from samklang.methods.statistics.intervals import (
    Interval,
    around,
    difference_of,
    mean_interval,
    p_value,
    sign_flip_p,
    welch,
    wilson,
)
from samklang.methods.statistics.refusals import BadArgument, MissingValues, NoVariation, TooFew
from samklang.methods.statistics.sample import finite


def ends(interval: Interval) -> tuple[float, float]:
    return round(interval.low, 4), round(interval.high, 4)


def test_ten_answers_and_their_three_values_with_counts_have_the_same_interval() -> None:
    rows = mean_interval([1, 1, 2, 2, 2, 2, 2, 3, 3, 3])
    table = mean_interval([1, 2, 3], [2, 5, 3])
    assert (rows.estimate, ends(rows), rows.n) == (2.1, (1.5722, 2.6278), 10)
    assert (round(table.estimate, 12), ends(table), table.n) == (2.1, (1.5722, 2.6278), 10)


def test_a_value_nobody_gave_changes_nothing() -> None:
    assert mean_interval([1, 2, 3, 9], [2, 5, 3, 0]) == mean_interval([1, 2, 3], [2, 5, 3])


def test_a_difference_is_the_second_less_the_first() -> None:
    assert welch([1, 2, 3, 4], [11, 12, 13, 14]).estimate == 10


def test_one_group_may_lack_spread_but_not_both() -> None:
    assert welch([3, 3, 3], [4, 5, 6]).df == 2
    with pytest.raises(NoVariation, match="all 6 values are 3"):
        welch([3, 3, 3], [3, 3, 3])


def test_the_slides_27_of_29_lies_between_78_and_98_per_cent() -> None:
    low, high = wilson(27, 29)
    assert (round(low, 2), round(high, 2)) == (0.78, 0.98)


def test_none_of_eight_still_may_be_a_third() -> None:
    low, high = wilson(0, 8)
    assert (low, round(high, 3)) == (0, 0.324)


def test_two_intervals_differ_by_the_root_of_their_squared_errors() -> None:
    made = difference_of(around(1, 3, 20, 21), around(6, 4, 20, 21))
    assert (made.estimate, made.error, made.n) == (5, 5, 42)
    assert round(made.df, 3) == round(25**2 / (81 / 20 + 256 / 20), 3)
    assert difference_of(around(1, 3, inf, 21), around(6, 4, inf, 21)).df == inf
    assert difference_of(around(1, 3, inf, 21), around(6, 4, 20, 21)).df == 25**2 / (256 / 20)


def test_p_is_below_5_per_cent_when_the_interval_excludes_the_null() -> None:
    made = mean_interval([0.1, 0.9, 1.4, 0.3, 0.8])
    assert (made.excludes(), p_value(made) < 0.05) == (True, True)
    assert round(p_value(made, made.low), 12) == 0.05


def test_an_interval_moves_and_changes_unit_as_a_whole() -> None:
    made = Interval(2, 1, 4, 0.5, 9, 10)
    assert made.moved(1) == Interval(3, 2, 5, 0.5, 9, 10)
    assert made.times(-2) == Interval(-4, -8, -2, 1, 9, 10)


def test_six_changes_in_one_direction_are_two_of_64_sign_patterns() -> None:
    assert sign_flip_p([1, 2, 3, 4, 5, 6]) == 2 / 64
    assert sign_flip_p([1, 2], [3, 3]) == 2 / 64


def test_changes_that_are_all_zero_tell_nothing_and_21_people_are_too_many_to_enumerate() -> None:
    assert sign_flip_p([0, 0, 0]) == 1
    assert sign_flip_p([1.0] * 21) is None


@pytest.mark.parametrize(
    ("values", "kind", "said"),
    [
        ([], TooFew, "values: there is not one value"),
        ([4], TooFew, "values: 1 person has no spread"),
        ([4, 4, 4], NoVariation, "values: all 3 values are 4"),
        ([1, nan, 2], MissingValues, "values: 1 of 3 values are missing"),
        ([nan, nan], MissingValues, "values: 2 of 2 values are missing"),
        ([1, inf, 2], MissingValues, "values: 1 of 3 values"),
        (["a", "b"], BadArgument, "values: a value is no number"),
        ([[1, 2], [3, 4]], BadArgument, "values: an array of shape"),
    ],
)
def test_a_mean_says_why_it_has_no_interval(values: list[float], kind: type[Exception], said: str) -> None:
    with pytest.raises(kind, match=said):
        mean_interval(values)


@pytest.mark.parametrize("counts", [[1, 2], [-1, 2, 3], [0.5, 1, 1], [1, nan, 2]])
def test_counts_are_people(counts: list[float]) -> None:
    with pytest.raises(BadArgument, match="counts: "):
        mean_interval([1, 2, 3], counts)


def test_counts_of_nobody_are_refused() -> None:
    with pytest.raises(TooFew, match="not one person"):
        mean_interval([1, 2, 3], [0, 0, 0])


def test_per_cent_where_a_share_is_meant_is_refused() -> None:
    with pytest.raises(BadArgument, match="95 is no share"):
        mean_interval([1, 2, 3], level=95)


def test_impossible_shares_are_refused() -> None:
    with pytest.raises(BadArgument, match="9 of 8 is impossible"):
        wilson(9, 8)
    with pytest.raises(TooFew, match="nobody answered"):
        wilson(0, 0)


def test_two_estimates_without_error_have_no_difference() -> None:
    with pytest.raises(NoVariation):
        difference_of(around(1, 0, 3, 4), around(2, 0, 3, 4))
    with pytest.raises(NoVariation):
        p_value(around(1, 0, 3, 4))


def test_values_too_large_to_add_up_are_still_values() -> None:
    assert finite([1.7e308, 1.7e308], "values").tolist() == [1.7e308, 1.7e308]
