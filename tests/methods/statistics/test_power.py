"""The smallest difference a number of people can show."""

from __future__ import annotations

import pytest

from samklang.methods.statistics.power import smallest_paired, smallest_share, smallest_two_groups
from samklang.methods.statistics.refusals import BadArgument, TooFew


@pytest.mark.parametrize(
    ("n", "change"), [(8, 1.16), (15, 0.78), (25, 0.58), (30, 0.53), (100, 0.28), (241, 0.18), (388, 0.14)]
)
def test_so_many_answering_twice_can_show_such_a_change(n: int, change: float) -> None:
    assert round(smallest_paired(n), 2) == change


@pytest.mark.parametrize(("n", "gap"), [(15, 1.06), (30, 0.74), (50, 0.57), (120, 0.36), (194, 0.29)])
def test_two_groups_of_so_many_can_show_such_a_difference(n: int, gap: float) -> None:
    assert round(smallest_two_groups(n, n), 2) == gap


def test_uneven_groups_show_less_than_even_ones_and_points_follow_the_spread() -> None:
    assert smallest_two_groups(20, 60) > smallest_two_groups(40, 40)
    assert smallest_two_groups(20, 60) == smallest_two_groups(60, 20)
    assert smallest_paired(30, sd=4) == 4 * smallest_paired(30)


def test_a_change_so_small_needs_ten_million() -> None:
    assert round(smallest_paired(10**7), 6) == round(2.801585 / 10**3.5, 6)


def test_a_hundred_answers_see_a_share_fall_by_12_or_rise_by_13_points() -> None:
    drop, rise = smallest_share(100, 0.3)
    assert drop is not None
    assert rise is not None
    assert (round(drop, 3), round(rise, 3)) == (0.122, 0.132)


def test_a_rare_thing_can_not_be_seen_to_fall() -> None:
    assert smallest_share(8, 0.02)[0] is None
    assert smallest_share(8, 0.98)[1] is None


def test_nobody_can_show_nothing() -> None:
    for refused in (lambda: smallest_paired(1), lambda: smallest_two_groups(0, 9), lambda: smallest_share(0, 0.3)):
        with pytest.raises(TooFew, match="can't show"):
            refused()


def test_chances_are_shares() -> None:
    with pytest.raises(BadArgument, match="80 is no chance"):
        smallest_paired(30, power=80)
    with pytest.raises(BadArgument, match="share: 30 is no share"):
        smallest_share(30, 30)
    with pytest.raises(BadArgument, match="share: 1 is no share between 0 and 1"):
        smallest_share(30, 1)
