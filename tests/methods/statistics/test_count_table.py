"""Rows counted by pattern, and moments of groups."""

from __future__ import annotations

from math import isnan, nan

import numpy as np
import pytest

from samklang.methods.statistics.count_table import count_table, moments
from samklang.methods.statistics.refusals import BadArgument, MissingValues, TooFew
from samklang.methods.statistics.sample import BLOCK


def listed(columns: object, counts: object = None) -> list[tuple[list[float], int]]:
    patterns, number = count_table(columns, counts)
    return list(zip(patterns.tolist(), number.tolist(), strict=True))


def test_whole_codes_are_counted_by_pattern() -> None:
    assert listed([[1, -1], [2, 0], [1, -1], [1, 0]]) == [([1, -1], 2), ([1, 0], 1), ([2, 0], 1)]


def test_patterns_with_counts_are_counted_again() -> None:
    assert listed([[1, 0], [1, 0], [2, 5]], [2, 3, 0]) == [([1, 0], 5)]


def test_values_between_the_steps_and_wide_codes_take_the_slower_way_to_the_same_table() -> None:
    assert listed([[1.5, 2], [0, 1], [1.5, 2]]) == [([0, 1], 1), ([1.5, 2], 2)]
    assert listed([[10**9, 0], [0, 10**9], [10**9, 0]], [1, 4, 2]) == [([0, 10**9], 4), ([10**9, 0], 3)]


def test_a_table_of_many_blocks_is_that_of_a_sort() -> None:
    rng = np.random.default_rng(1)
    rows = rng.integers(0, 4, (3 * BLOCK // 2, 3))
    patterns, number = np.unique(rows, axis=0, return_counts=True)
    assert listed(rows) == list(zip(patterns.tolist(), number.tolist(), strict=True))


def test_a_single_column_is_a_table_of_one_column() -> None:
    assert listed([3, 1, 3]) == [([1], 1), ([3], 2)]


def test_missing_answers_need_a_code_of_their_own() -> None:
    with pytest.raises(MissingValues, match="columns: 1 of 4"):
        count_table([[1, nan], [2, 3]])
    with pytest.raises(TooFew):
        count_table(np.empty((0, 2), dtype=int))


def test_groups_have_the_moments_of_their_people() -> None:
    made = moments([0, 0, 1, 1, 1], [1, 3, 10, 10, 16])
    assert (made.n.tolist(), made.mean.tolist(), made.variance.tolist()) == ([2, 3], [2, 12], [2, 12])
    table = moments([0, 0, 1, 1], [1, 3, 10, 16], [1, 1, 2, 1])
    assert (table.n.tolist(), table.mean.tolist(), table.variance.tolist()) == ([2, 3], [2, 12], [2, 12])


def test_a_far_origin_costs_no_digits() -> None:
    made = moments([0, 0, 0, 1, 1], [1e9, 1e9 + 1, 1e9 + 2, -1e9, -1e9 + 2])
    assert made.variance.tolist() == [1, 2]


def test_an_empty_group_and_a_group_of_one_are_named() -> None:
    with pytest.raises(TooFew, match="group 1: 0 people where 2"):
        moments([0, 0, 2, 2], [1, 2, 3, 4])
    with pytest.raises(TooFew, match="group 1: 0 people where 1"):
        moments([0, 0, 2, 2], [1, 2, 3, 4], least=1)
    with pytest.raises(TooFew, match="group 0: 1 people"):
        moments([0, 1, 1], [1, 2, 3])
    assert isnan(moments([0, 1, 1], [1, 2, 3], least=1).variance[0])


def test_groups_are_whole_codes_one_a_row() -> None:
    with pytest.raises(BadArgument, match="group: groups are whole codes"):
        moments([0.5, 1.0], [1, 2])
    with pytest.raises(BadArgument, match="group: groups are whole codes"):
        moments([-1, 1], [1, 2])
    with pytest.raises(BadArgument, match="group: 3 rows"):
        moments([0, 0, 0], [1, 2])
