"""How often one is higher than another."""

from __future__ import annotations

import numpy as np
import pytest

from samklang.methods.statistics.ordinal_size import ordinal_size
from samklang.methods.statistics.refusals import TooFew

LOW, HIGH = [1, 2, 2, 3, 4], [2, 3, 3, 5, 5, 5]


def test_it_is_the_share_of_all_pairs() -> None:
    pairs = [(high > low) + (high == low) / 2 for low in LOW for high in HIGH]
    made = ordinal_size(LOW, HIGH)
    assert round(made.ps, 12) == round(sum(pairs) / 30, 12)
    assert (round(made.delta, 12), made.n_first, made.n_second) == (round(2 * made.ps - 1, 12), 5, 6)


def test_turning_the_groups_turns_the_share() -> None:
    assert round(ordinal_size(LOW, HIGH).ps + ordinal_size(HIGH, LOW).ps, 12) == 1


def test_bounds_stay_within_what_a_share_can_be() -> None:
    made = ordinal_size([1, 1, 1, 2], [2, 3, 3, 3])
    assert made.interval is not None
    assert (made.interval.high, made.interval.low > 0.5) == (1, True)


def test_groups_that_do_not_overlap_have_no_interval() -> None:
    made = ordinal_size([1, 2], [3, 4])
    assert (made.ps, made.delta, made.interval, made.p) == (1, 1, None, None)
    assert ordinal_size([3, 3], [3, 3]).interval is None


def test_a_group_of_one_or_none_is_refused() -> None:
    with pytest.raises(TooFew, match="second: 1 person"):
        ordinal_size([1, 2], [3])
    with pytest.raises(TooFew, match="first: there is not one value"):
        ordinal_size([], [3, 4])


def test_ten_million_people_are_as_many_rows_as_there_are_steps() -> None:
    many = 10**6 * np.array([1, 2, 4, 2, 1])
    assert ordinal_size([1, 2, 3, 4, 5], [1, 2, 3, 4, 5], many, many).ps == 0.5
