"""Numbers as people say them: points, bands, intervals, ratios and per cents, in three languages."""

from __future__ import annotations

from fractions import Fraction

import pytest

from samklang.methods.value import rounding
from samklang.methods.value.number_text import (
    Language,
    amount_text,
    band_text,
    interval_text,
    number_text,
    per_cent_text,
    plain,
    point_text,
    rate_text,
    ratio_text,
    span_text,
)


def said(text: str | None) -> str | None:
    return None if text is None else text.replace("\u00a0", " ").replace("\u2212", "-")


@pytest.mark.parametrize(
    ("number", "told"),
    [
        (574_560, "575 000"),
        (7_830_000, "7,8 miljoner"),
        (999_499, "999 000"),
        (999_500, "1 miljon"),
        (1_467_000, "1,5 miljoner"),
        (127_650_000, "130 miljoner"),
        (1_250_000_000, "1,3 miljarder"),
        (1_000_000_000, "1 miljard"),
        (-40_000, "-40 000"),
        (-10, "-10"),
        (0, "0"),
        (Fraction(1, 3), "0,333"),
    ],
)
def test_a_point_has_three_figures_under_a_million_and_two_above(number: Fraction, told: str) -> None:
    assert said(point_text(number)) == told


@pytest.mark.parametrize(
    ("number", "told"),
    [
        (574_560, "550 000–600 000"),
        (600_000, "550 000–650 000"),
        (1_000_000, "500 000–1 500 000"),
        (7_830_000, "7,5–8 miljoner"),
        (-574_560, "-600 000 till -550 000"),
        (-40_000, "-45 000 till -35 000"),
        (12_340_000_000, "10–15 miljarder"),
        (0, "0"),
    ],
)
def test_a_band_is_one_step_of_half_the_leading_power_and_two_on_the_grid(number: int, told: str) -> None:
    assert said(band_text(number)) == told


@pytest.mark.parametrize(
    ("low", "high", "told"),
    [
        (444_000, 686_000, "400 000–700 000"),
        (-12_000, 686_000, "-15 000 till 700 000"),
        (-3_200_000, -1_100_000, "-3,5 till -1 miljoner"),
        (0, 686_000, "0–700 000"),
        (950_000, 1_200_000, "950 000–1 500 000"),
    ],
)
def test_an_interval_is_rounded_outward(low: int, high: int, told: str) -> None:
    assert said(interval_text(low, high)) == told


@pytest.mark.parametrize(
    ("ratio", "told"),
    [
        (Fraction(14364, 10000), "1:1,4"),
        (Fraction(1_467_000, 1_405_000), "1:1"),
        (Fraction(19, 10), "1:1,9"),
        (Fraction(126, 10), "1:13"),
        (Fraction(44, 1000), "1:0,044"),
        (Fraction(0), None),
        (Fraction(-1), None),
        (None, None),
    ],
)
def test_a_ratio_is_one_to_x_with_two_figures_and_none_at_or_below_0(
    ratio: Fraction | None, told: str | None
) -> None:
    assert said(ratio_text(ratio)) == told


@pytest.mark.parametrize(
    ("share", "told"),
    [(Fraction(19, 29), 66), (Fraction(1, 200), 1), (Fraction(125, 1000), 13), (Fraction(-1, 8), -13)],
)
def test_per_cents_are_rounded_half_up(share: Fraction, told: int) -> None:
    assert rounding.per_cent(share) == told


@pytest.mark.parametrize(
    ("language", "point", "band", "per_cent"),
    [
        ("sv", "7,8 miljoner", "550 000–600 000", "66 %"),
        ("en", "7.8 million", "550,000–600,000", "66%"),
        ("da", "7,8 millioner", "550.000–600.000", "66 %"),
    ],
)
def test_each_language_has_its_own_habits(language: Language, point: str, band: str, per_cent: str) -> None:
    assert said(point_text(7_830_000, language)) == point
    assert said(band_text(574_560, language)) == band
    assert said(per_cent_text(Fraction(19, 29), language)) == per_cent


@pytest.mark.parametrize(("language", "told"), [("sv", "3,5 %"), ("en", "3.5%"), ("da", "3,5 %")])
def test_a_rate_keeps_its_decimals_and_the_sign_its_habit(language: Language, told: str) -> None:
    assert rate_text(Fraction(35, 1000), language) == told


def test_numbers_keep_their_decimals_and_stop_at_ten_where_they_never_end() -> None:
    assert said(number_text(Fraction(14364, 10000))) == "1,4364"
    assert said(number_text(Fraction(2, 3))) == "0,6666666667"
    assert said(number_text(Fraction(-1, 10**12))) == "0"
    assert said(amount_text(1_500_000)) == "1,5 miljoner"
    assert said(span_text(5000, 5000)) == "5 000"


def test_a_number_for_json_stays_whole_where_it_is() -> None:
    assert [plain(each) for each in (None, Fraction(3), Fraction(1, 2))] == [None, 3, 0.5]


def test_0_has_no_leading_figure() -> None:
    with pytest.raises(ValueError, match="no leading figure"):
        rounding.leading_power(0)
    assert (rounding.figures(0, 2), rounding.leading_power(Fraction(3, 1000))) == (0, Fraction(1, 1000))
