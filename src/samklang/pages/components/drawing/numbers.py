"""Numbers as people read them, in the active language: no-break spaces, a real minus sign, half rounded up."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal

from django.utils.translation import get_language

NO_BREAK = "\u00a0"
MINUS = "\u2212"
# thousands, decimals, space before the per cent sign
MARKS = {"en": (",", ".", ""), "da": (".", ",", NO_BREAK)}
USUAL = (NO_BREAK, ",", NO_BREAK)


def number(value: float | Decimal, decimals: int = 0, signed: bool = False) -> str:
    """``1 280``, ``−64``, ``0,41``; with ``signed`` also ``+12``."""
    thousands, decimal, _ = _marks()
    rounded = Decimal(str(value)).quantize(Decimal(1).scaleb(-decimals), rounding=ROUND_HALF_UP)
    whole, _dot, part = f"{abs(rounded):,f}".partition(".")
    sign = MINUS if rounded < 0 else "+" if signed and rounded > 0 else ""
    return sign + whole.replace(",", thousands) + (decimal + part if part else "")


def percent(share: float | Decimal, decimals: int = 0) -> str:
    """A share 0–1 as ``57 %``."""
    return number(float(Decimal(str(share)) * 100), decimals) + _marks()[2] + "%"


def span(low: str, high: str) -> str:
    """A range with an en dash."""
    return f"{low}–{high}"


def _marks() -> tuple[str, str, str]:
    return MARKS.get((get_language() or "sv").split("-")[0], USUAL)
