"""Rounding, worst cases, what people have paid and whose change it was: as base R has them."""

from __future__ import annotations

from fractions import Fraction

import pytest
from tests.methods.value.maps import a_map, outcome
from tests.reference.value.printed import printed

from samklang.methods.value.guards.counts import worst_case_share
from samklang.methods.value.map.answers import our_share_steps
from samklang.methods.value.map.quantity import exactly
from samklang.methods.value.rounding import band, outward, point, ratio
from samklang.methods.value.valuation.attribution import due_to_others
from samklang.methods.value.valuation.preferences import Purchase, revealed
from samklang.methods.value.valuation.relative import anchored, normalised

R = printed("bookkeeping.txt")
AMOUNTS = [exactly(amount) for amount in R["amounts"]]


def test_points_bands_intervals_and_ratios_are_rounded_as_r_rounds() -> None:
    assert [float(point(amount)) for amount in AMOUNTS] == R["point"]
    assert [float(band(amount)[0]) for amount in AMOUNTS] == R["band_low"]
    assert [float(band(amount)[1]) for amount in AMOUNTS] == R["band_high"]
    ends = [outward(low, high) for low, high in ((444_000, 686_000), (12_345, 98_765), (951, 1204))]
    assert [float(low) for low, _high in ends] == R["outward_low"]
    assert [float(high) for _low, high in ends] == R["outward_high"]
    ratios = (exactly(1.4364), exactly(12.6), exactly(0.0443), Fraction(1467, 1405))
    assert [float(ratio(each)) for each in ratios] == R["ratios"]


def test_the_worst_cases_are_what_the_missing_could_have_answered() -> None:
    found: list[float] = []
    for improved, answered, started in ((56, 80, 120), (0, 40, 80), (19, 25, 29)):
        row = a_map(outcome(started=started, answered=answered, improved=improved)).outcomes[0]
        found += [float(end) for end in worst_case_share(row) or ()]
    assert found == pytest.approx(R["bounds"], rel=1e-12)


def test_what_people_have_paid_is_lowest_middle_and_highest() -> None:
    paid = ((4000, "0.5"), (3000, "1"), (9000, "1"), (1200, "0.25"))
    found = revealed([Purchase(str(price), Fraction(price), Fraction(share), "x") for price, share in paid])
    assert [float(end) for end in found.ends] == R["revealed"]


def test_values_follow_an_anchor_in_the_proportion_of_their_weights() -> None:
    points = {"income": Fraction(20), "confidence": Fraction(35), "community": Fraction(45)}
    found = anchored(normalised(points), "income", Fraction(15_000))
    assert [float(worth) for worth in found.values()] == R["anchored"]


def test_what_is_due_to_others_is_what_is_left_of_what_is_due_to_us() -> None:
    found = due_to_others([1] * 2 + [2] * 3 + [4] * 9 + [5] * 5, our_share_steps())
    assert [float(found.low), float(found.centre), float(found.high)] == pytest.approx(R["others"], rel=1e-12)
