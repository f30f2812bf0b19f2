"""Two published surveys come out of the value game with the Turnbull estimates that R's DCchoice has of them.

Who would not pay a bid holds the good worth less than it: that bid is a good they would give the change up for.
"""

from __future__ import annotations

import csv

import numpy as np
import pytest
from tests.reference.value.printed import HERE, printed

from samklang.methods.value.valuation.value_game import Answer, ValueGame, value_game

R = printed("games.txt")
NOBODY: frozenset[str] = frozenset()


def rows(file: str) -> list[dict[str, str]]:
    with (HERE / file).open() as opened:
        return list(csv.DictReader(opened))


def played(answers: list[Answer]) -> ValueGame:
    goods = sorted(frozenset().union(*(answer.offered for answer in answers)), key=float)
    return value_game({good: float(good) for good in goods}, answers, seed=1)


def once(bid: str, no: str, yes: str) -> list[Answer]:
    offered = frozenset([bid])
    return [Answer(offered, offered=offered)] * int(no) + [Answer(NOBODY, offered=offered)] * int(yes)


def twice(row: dict[str, str]) -> list[Answer]:
    """The second bid is higher after a yes and lower after a no."""
    first, up, down = row["T1"], row["TU"], row["TL"]
    higher, lower = frozenset([first, up]), frozenset([first, down])
    return [
        *[Answer(NOBODY, offered=higher)] * int(row["yy"]),
        *[Answer(frozenset([up]), offered=higher)] * int(row["yn"]),
        *[Answer(frozenset([first]), offered=lower)] * int(row["ny"]),
        *[Answer(lower, offered=lower)] * int(row["nn"]),
    ]


def shares_above(found: ValueGame, prices: list[float]) -> list[float]:
    return [sum(cell.share for cell in found.cells if cell.low >= price) for price in prices]


@pytest.fixture(scope="module")
def forests() -> ValueGame:
    return played([answer for row in rows("kristrom.csv") for answer in once(row["bid"], row["no"], row["yes"])])


@pytest.fixture(scope="module")
def spill() -> ValueGame:
    return played([answer for row in rows("carson.csv") for answer in twice(row)])


def test_what_swedes_would_pay_for_their_forests(forests: ValueGame) -> None:
    """Kriström 1990, Land Economics 66(2): 562 people, one bid each."""
    prices = R["kristrom_prices"][:-1]
    assert forests.n == 562
    assert shares_above(forests, prices) == pytest.approx(R["kristrom_share_above"][:-1], abs=1e-5)
    assert forests.lower_bound_mean == pytest.approx(R["kristrom_lower_bound_mean"][0], abs=0.001)
    assert forests.never_share == pytest.approx(R["kristrom_share_above"][-2], abs=1e-6)


def test_what_americans_would_pay_against_another_oil_spill(spill: ValueGame) -> None:
    """Carson et al. 1992, report to the Attorney General of Alaska (mpra.ub.uni-muenchen.de/6984): 1 043 people, two
    bids each."""
    prices = R["carson_twice_prices"][:-1]
    assert spill.n == 1043
    assert shares_above(spill, prices) == pytest.approx(R["carson_twice_share_above"][:-1], abs=1e-6)
    assert spill.lower_bound_mean == pytest.approx(R["carson_twice_lower_bound_mean"][0], abs=1e-4)


def test_who_pays_the_highest_second_bid_does_not_stand_for_those_who_were_never_asked_it(spill: ValueGame) -> None:
    """40 per cent of those asked 250 dollars would pay it, but only who had agreed to 120 were asked."""
    assert spill.never_share == pytest.approx(R["carson_twice_share_above"][-2], abs=1e-6)


def test_the_interval_of_the_mean_is_as_wide_as_a_bootstrap_of_dcchoice(spill: ValueGame) -> None:
    """400 resamples there: each end is unsure by a good tenth of the standard error."""
    ends = np.array([spill.low, spill.high]) - np.array(R["carson_twice_boot_interval"])
    assert np.abs(ends).max() < 0.35 * R["carson_twice_boot_se"][0]


def test_one_bid_each_has_the_closed_forms_standard_error() -> None:
    """Haab & McConnell's variance of a lower bound mean, where no share had to be pooled."""
    answers = [
        answer
        for row in rows("carson.csv")
        for answer in once(row["T1"], str(int(row["ny"]) + int(row["nn"])), str(int(row["yy"]) + int(row["yn"])))
    ]
    found = played(answers)
    assert shares_above(found, R["carson_once_prices"][:-1]) == pytest.approx(
        R["carson_once_share_above"][:-1], abs=1e-6
    )
    assert found.lower_bound_mean == pytest.approx(R["carson_once_lower_bound_mean"][0], abs=1e-4)
    assert (found.high - found.low) / (2 * 1.96) == pytest.approx(R["carson_once_se"][0], rel=0.08)
