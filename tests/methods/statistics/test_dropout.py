"""What those who left could do to a number, worked out by hand."""

from __future__ import annotations

from math import nan

import numpy as np
import pytest

from samklang.methods.statistics.dropout import (
    Bounds,
    hajek_ipw,
    lee_bounds,
    manski_bounds,
    manski_difference,
    tipping_point,
)
from samklang.methods.statistics.intervals import Interval, mean_interval
from samklang.methods.statistics.refusals import BadArgument, MissingValues, Separation, TooFew

RISE = Interval(2.0, 1.0, 3.0, 0.5, 30, 31)


def ends(made: Bounds) -> tuple[float, float, float | None, str | None]:
    return made.low, made.high, made.trimmed_share, made.trimmed_arm


def test_six_of_eight_seen_leave_two_at_either_end_of_the_scale() -> None:
    # Six with mean 3; the two missing are 1 or 5: (18 + 2)/8 and (18 + 10)/8.
    assert ends(manski_bounds([2, 3, 4], 8, 1, 5, [2, 2, 2])) == (2.5, 3.5, None, None)
    assert ends(manski_bounds([2, 3, 4], 3, 1, 5)) == (3, 3, None, None)


def test_worst_cases_have_the_error_of_the_filled_in_answers() -> None:
    made = manski_bounds([2, 3, 4], 8, 1, 5, [2, 2, 2])
    filled = [mean_interval([2, 2, 3, 3, 4, 4, end, end]).error for end in (1, 5)]
    assert made.errors is not None
    assert [round(error, 12) for error in made.errors] == [round(error, 12) for error in filled]
    assert (manski_bounds([2], 1, 1, 5).errors, manski_bounds([2], 1, 1, 5).interval) == (None, None)


def test_two_bounded_means_differ_between_their_far_ends() -> None:
    assert manski_difference(Bounds(2, 3), Bounds(3, 4)) == Bounds(0, 2)
    made = manski_difference(Bounds(2, 3, errors=(0.6, 0.3)), Bounds(3, 4, errors=(0.4, 0.8)))
    assert made == Bounds(0, 2, errors=(0.5, 1.0))


def test_the_fuller_arm_is_trimmed_from_either_end() -> None:
    # Others: 2 of 4 seen, mean 2. Participants: 4 of 4 seen, 1 2 3 4; half is trimmed: 1.5 or 3.5.
    assert ends(lee_bounds([1, 3], [1, 2, 3, 4], 4, 4)) == (-0.5, 1.5, 0.5, "second")


def test_the_error_of_a_trimmed_mean_by_hand() -> None:
    # Kept 1 and 2: variance ¼ of 2, cut 2, ½ off. Others: ½ of 4 answered, variance 2 of 2.
    # ¼/2 + ¼·(½/2 + 0 + ½/2) + 2/2 = 1.25; from the other end the same.
    errors = lee_bounds([1, 3], [1, 2, 3, 4], 4, 4).errors
    assert errors is not None
    assert [round(error**2, 12) for error in errors] == [1.25, 1.25]


def test_trimming_the_others_turns_the_bounds_around() -> None:
    turned, other = lee_bounds([1, 2, 3, 7], [1, 3], 4, 4), lee_bounds([1, 3], [1, 2, 3, 7], 4, 4)
    assert ends(turned) == (-3, 0.5, 0.5, "first")
    assert turned.errors == (other.errors or ())[::-1]


def test_ties_at_the_cut_are_trimmed_by_a_part() -> None:
    # A third of six goes: of the values 1 1 1 1 5 5 the upper two, or two of the four ones.
    made = lee_bounds([1, 1], [1, 5], 3, 6, None, [4, 2])
    assert (round(made.low, 12), round(made.high, 12), made.trimmed_arm) == (0, 2, "second")


def test_equal_answering_trims_nobody_and_the_whole_has_welchs_error_but_for_n() -> None:
    assert ends(lee_bounds([1, 3], [2, 4], 4, 4)) == (1, 1, 0, None)
    whole = lee_bounds([1, 3], [2, 4, 6], 2, 3)
    assert whole.errors is not None
    assert round(whole.errors[0] ** 2, 12) == round(2 / 2 + (8 / 3) / 3, 12)


def test_one_answer_in_an_arm_has_bounds_without_an_error() -> None:
    made = lee_bounds([2], [1, 2, 3, 4], 4, 4)
    assert (made.low, made.high, made.errors, made.interval) == (-1, 2, None, None)


def test_the_interval_lies_between_one_sided_and_two_sided_and_never_holds_both_bounds_for_nothing() -> None:
    point, wide = Bounds(1, 1, errors=(0.5, 0.5)), Bounds(1, 9, errors=(0.5, 0.5))
    assert [[round(end, 4) for end in made.interval or ()] for made in (point, wide)] == [
        [0.02, 1.98],
        [0.1776, 9.8224],
    ]
    assert Bounds(1, 2, errors=(0, 0)).interval == (1, 2)


def test_more_answers_than_people_and_values_off_the_scale_are_refused() -> None:
    with pytest.raises(BadArgument, match="started: 3 answered but 2 started"):
        manski_bounds([1, 2, 3], 2, 1, 5)
    with pytest.raises(BadArgument, match="started_second: 4 answered"):
        lee_bounds([1, 3], [1, 2, 3, 4], 4, 3)
    with pytest.raises(BadArgument, match="values: a value outside the scale 1 to 5"):
        manski_bounds([1, 6], 2, 1, 5)
    with pytest.raises(BadArgument, match="for 95 per cent"):
        lee_bounds([1, 3], [1, 2], 4, 4, level=95)
    with pytest.raises(TooFew, match="first: there is not one value"):
        lee_bounds([], [1, 2], 4, 4)


def test_leavers_are_stood_in_for_by_those_like_them() -> None:
    # Two groups of ten start; all of the first and half of the second answer. The mean of all is (2 + 6)/2.
    answered = np.array([1] * 10 + [1] * 5 + [0] * 5)
    values = np.array([1.0, 3.0] * 5 + [5.0, 7.0, 6.0, 6.0, 6.0] + [nan] * 5)
    second = np.repeat([0.0, 1.0], 10)
    with pytest.raises(Separation, match="second"):
        hajek_ipw(values, answered, np.column_stack([np.ones(20), second]), names=["ones", "second"])
    answered[0], values[0] = 0, nan
    made = hajek_ipw(values, answered, np.column_stack([np.ones(20), second]))
    assert (round(made.estimate, 9), made.n) == (round((19 / 9 + 6) / 2, 9), 14)


def test_with_nobody_missing_it_is_the_plain_mean() -> None:
    values = [1.0, 2.0, 4.0, 5.0]
    made = hajek_ipw(values, [1] * 4, np.ones((4, 1)))
    assert made.estimate == mean_interval(values).estimate
    assert round(made.error * (4 / 3) ** 0.5, 12) == round(mean_interval(values).error, 12)


def test_weighting_for_leavers_refuses_what_it_can_not_use() -> None:
    ones = np.ones((4, 1))
    with pytest.raises(MissingValues, match="missing where answered says 1"):
        hajek_ipw([1, nan, 2, 3], [1, 1, 1, 0], ones)
    with pytest.raises(BadArgument, match="answered: 1 for who answered"):
        hajek_ipw([1, 2, 2, 3], [1, 2, 1, 0], ones)
    with pytest.raises(TooFew, match="answered: 1 of 4"):
        hajek_ipw([1, 2, 2, 3], [1, 0, 0, 0], ones)


def test_the_answer_flips_when_leavers_are_so_much_worse() -> None:
    made = tipping_point(RISE, sd=4, missing_share=0.25)
    # A quarter missing, each k·4 worse: the estimate falls by k. The interval reaches 0 at 1, the estimate at 2.
    assert (made.to_zero, made.flips) == (1, 2)
    assert made.at == ((0.25, RISE.moved(-0.25)), (0.5, RISE.moved(-0.5)))
    assert (made.holds_at(0.5), made.holds_at(1.0)) == (True, False)


def test_a_fall_is_tested_the_other_way() -> None:
    made = tipping_point(RISE.times(-1), sd=4, missing_share=0.25)
    assert (made.to_zero, made.flips, made.at[0][1].estimate) == (1, 2, -1.75)


def test_both_arms_missing_is_the_hardest_test() -> None:
    assert tipping_point(RISE, 4, 0.25, missing_share_others=0.25).to_zero == 0.5


def test_an_unclear_answer_has_already_flipped_and_nobody_missing_never_flips() -> None:
    unclear = Interval(0.5, -0.5, 1.5, 0.5, 30, 31)
    assert tipping_point(unclear, 4, 0.25).to_zero == 0
    assert (tipping_point(RISE, 4, 0).to_zero, tipping_point(RISE, 4, 0).flips) == (None, None)
    assert tipping_point(RISE, 4, 0).holds_at(9)
    assert tipping_point(unclear, 4, 0).to_zero == 0


def test_shares_and_spreads_must_be_possible() -> None:
    with pytest.raises(BadArgument, match="missing_share: 20 is no share"):
        tipping_point(RISE, 4, 20)
    with pytest.raises(BadArgument, match="sd: 0 is no spread"):
        tipping_point(RISE, 0, 0.2)
