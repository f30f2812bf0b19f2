"""Numbers as people read them: as many decimals as the scale carries, a decimal comma in Swedish and Danish."""

from __future__ import annotations

from math import floor, isfinite, log10

from samklang.methods.kernel.languages import in_language
from samklang.methods.measurement.effect.indicator import Language

DECIMAL = {"sv": ",", "en": ".", "da": ","}
THOUSANDS = {"sv": "\u00a0", "en": ",", "da": "."}
MINUS = "\u2212"
MOST_DECIMALS = 3
SMALLEST_WRITTEN, LARGEST_WRITTEN = 1e-5, 1e12


def decimals_for(width: float) -> int:
    """Decimals on a scale of that width: none from 200 points, one from 7, two on short scales."""
    return 0 if width >= 200 else 1 if width >= 7 else 2


def decimals_between(width: float, low: float, high: float) -> int:
    """The same, and up to three where the two ends would look alike with fewer."""
    decimals = decimals_for(width)
    while low != high and decimals < MOST_DECIMALS and round(low, decimals) == round(high, decimals):
        decimals += 1
    return decimals


def fixed(number: float, decimals: int, language: Language) -> str:
    """A number with so many decimals, halves up, and one more (to three) where it would round to zero.

    Raises UnknownLanguage, as all others here.
    """
    while number and decimals < MOST_DECIMALS and not _rounded(abs(number), decimals):
        decimals += 1
    size = _rounded(abs(number), decimals)
    whole, _, part = f"{size:.{decimals}f}".partition(".")
    grouped = f"{int(whole):,}".replace(",", in_language(THOUSANDS, language))
    text = grouped + (in_language(DECIMAL, language) + part if part else "")
    return MINUS + text if number < 0 and size else text


def signed(number: float, decimals: int, language: Language) -> str:
    """The same with its sign, also the plus."""
    text = fixed(number, decimals, language)
    return f"+{text}" if number > 0 else text


def count(number: float, language: Language) -> str:
    """A whole number."""
    return fixed(round(number), 0, language)


def per_cent(share: float) -> str:
    """A share as a whole per cent, without the sign."""
    return str(floor(100 * share + 0.5 + 1e-9))


def plain(number: float, language: Language) -> str:
    """An end of a scale: 7, 0,5, 70 000."""
    decimals = next((places for places in range(MOST_DECIMALS) if round(number, places) == number), MOST_DECIMALS)
    return fixed(number, decimals, language)


def figures(number: float, language: Language) -> str:
    """Four figures or all of a whole number, as explained numbers are checked by hand: 0,04762, 17 943."""
    comma = in_language(DECIMAL, language)
    if not isfinite(number) or (number and not SMALLEST_WRITTEN <= abs(number) < LARGEST_WRITTEN):
        return f"{number:.4g}".replace("-", MINUS).replace(".", comma)
    decimals = max(0, 3 - floor(log10(abs(number)))) if number else 0
    text = fixed(number, min(decimals, 8), language)
    return text.rstrip("0").rstrip(comma) if decimals and comma in text else text


def _rounded(size: float, decimals: int) -> float:
    factor = 10.0**decimals
    # A hair's breadth, so that 0.15 (stored a little below) rounds up as people do.
    return floor(size * factor + 0.5 + 1e-9) / factor
