"""Numbers as text in Swedish, English and Danish, with no-break spaces so that no line ends inside a number.

Another language is UnknownLanguage, with those there are.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from samklang.methods.kernel.languages import in_language
from samklang.methods.value import rounding
from samklang.methods.value.rounding import MILLION, Exact

Language = Literal["sv", "en", "da"]
SPACE = "\u00a0"
MINUS = "\u2212"
DASH = "\u2013"
BILLION = 10**9


@dataclass(frozen=True)
class _Habits:
    thousands: str
    decimal: str
    to: str
    million: tuple[str, str]
    billion: tuple[str, str]
    per_cent: str


_HABITS: dict[Language, _Habits] = {
    "sv": _Habits(SPACE, ",", "till", ("miljon", "miljoner"), ("miljard", "miljarder"), f"{SPACE}%"),
    "en": _Habits(",", ".", "to", ("million", "million"), ("billion", "billion"), "%"),
    "da": _Habits(".", ",", "til", ("million", "millioner"), ("milliard", "milliarder"), f"{SPACE}%"),
}


def plain(number: Fraction | None) -> float | int | None:
    """An exact number for JSON: whole numbers stay whole."""
    if number is None:
        return None
    return int(number) if number.denominator == 1 else float(number)


def number_text(number: Exact, language: Language = "sv") -> str:
    """A number with all its decimals if they end, grouped in threes: 574 560, −40 000, 1,4364.

    A number whose decimals never end is cut at ten.
    """
    habits = in_language(_HABITS, language)
    whole, _, decimals = f"{float(abs(number)):.10f}".partition(".")
    if Fraction(number).denominator == 1:
        whole, decimals = str(abs(int(number))), ""
    grouped = f"{int(whole):,}".replace(",", habits.thousands)
    decimals = decimals.rstrip("0")
    text = grouped + (habits.decimal + decimals if decimals else "")
    return MINUS + text if number < 0 and text != "0" else text


def amount_text(number: Exact, language: Language = "sv") -> str:
    """A rounded amount: in full under a million, in millions or billions from there (575 000; 7,8 miljoner)."""
    unit = _unit(number, number)
    return number_text(Fraction(number) / unit, language) + _word(number, unit, language)


def point_text(number: Exact, language: Language = "sv") -> str:
    """An amount as people say it: 574 560 → 575 000, 7 830 000 → 7,8 miljoner."""
    return amount_text(rounding.point(number), language)


def band_text(number: Exact, language: Language = "sv") -> str:
    """The band an amount lies in: 574 560 → 550 000–600 000."""
    return span_text(*rounding.band(number), language=language)


def interval_text(low: Exact, high: Exact, language: Language = "sv") -> str:
    """An interval rounded outward: 444 000 and 686 000 → 400 000–700 000."""
    return span_text(*rounding.outward(low, high), language=language)


def span_text(low: Exact, high: Exact, language: Language = "sv") -> str:
    """From one rounded amount to another, in one unit; with a word between them where one is negative."""
    if low == high:
        return amount_text(low, language)
    habits = in_language(_HABITS, language)
    unit = _unit(low, high)
    between = DASH if low >= 0 else f"{SPACE}{habits.to}{SPACE}"
    ends = between.join(number_text(Fraction(end) / unit, language) for end in (low, high))
    return ends + _word(high if abs(Fraction(high)) > abs(Fraction(low)) else low, unit, language)


def ratio_text(number: Exact | None, language: Language = "sv") -> str | None:
    """A ratio in the order 1:x with two figures (1:1,4; 1:1), or nothing where there is none."""
    return None if number is None or number <= 0 else f"1:{number_text(rounding.ratio(number), language)}"


def per_cent_text(share: Exact, language: Language = "sv") -> str:
    """A share as whole per cents: 19/29 → 66 %."""
    return number_text(rounding.per_cent(share), language) + in_language(_HABITS, language).per_cent


def rate_text(rate: Exact, language: Language = "sv") -> str:
    """A discount rate as per cents with its decimals: 3,5 %, as the language writes it."""
    per_cent = in_language(_HABITS, language).per_cent.replace(SPACE, " ")
    return number_text(Fraction(rate) * 100, language) + per_cent


def _unit(low: Exact, high: Exact) -> int:
    sizes = [abs(Fraction(end)) for end in (low, high) if end]
    smallest = min(sizes, default=Fraction(0))
    return BILLION if smallest >= BILLION else MILLION if smallest >= MILLION else 1


def _word(number: Exact, unit: int, language: Language) -> str:
    if unit == 1:
        return ""
    habits = in_language(_HABITS, language)
    words = habits.million if unit == MILLION else habits.billion
    return SPACE + words[0 if abs(number) == unit else 1]
