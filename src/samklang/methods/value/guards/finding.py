"""Short ways to say a finding."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from samklang.methods.kernel.findings import Finding
from samklang.methods.value.map.entities import Outcome


def stop(code: str, where: str, text: str) -> Finding:
    """An error: no totals."""
    return Finding(code, "error", where, text)


def warn(code: str, where: str, text: str) -> Finding:
    """A warning, shown with every result."""
    return Finding(code, "warning", where, text)


def place(outcome: Outcome, name: str = "") -> str:
    """Path of an outcome's key."""
    return f"outcomes.{outcome.id}" + (f".{name}" if name else "")


def plain(number: Fraction) -> str:
    """A number for a sentence, in six figures and never in powers of ten: 0.2, 66.6667, 15000000."""
    return f"{Decimal(f'{float(number):.6g}'):f}"
